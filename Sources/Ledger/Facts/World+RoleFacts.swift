// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of posts, who holds and who pays them, and of who holds seats.
    var roleFacts: [Fact] { postFacts + seatHolderFacts + secondmentFacts }

    private var postFacts: [Fact] {
        state.roles.posts.keys.sorted().flatMap { key -> [Fact] in
            guard let post = state.postView(key, validAt: instant), post.existence != .no else { return [] }
            let subject = Subject(.post, key)
            var facts = [Fact(subject, "existence", "exists", post.existence, entries: [post.definedBy])]
            facts += post.titles.map { Fact(subject, "title", $0.value, entries: [$0.position]) }
            facts += post.funding.flatMap { version in
                version.value.shares.map { share in
                    Fact(
                        subject,
                        "funder",
                        "\(share.organisation) \(share.basisPoints) basis points",
                        version.truth,
                        entries: [version.position]
                    )
                }
            }
            return facts + holderFacts(post.holders, of: subject)
        }
    }

    private var seatHolderFacts: [Fact] {
        state.governance.seats.keys.sorted().flatMap { key -> [Fact] in
            let subject = Subject(.seat, key)
            return holderFacts(state.holders(of: subject, at: instant), of: subject)
        }
    }

    private func holderFacts(_ holders: [Holder], of role: Subject) -> [Fact] {
        holders.map { holder in
            let capacity = holder.capacities.last.map { " \($0.value.rawValue)" } ?? ""
            let absence = holder.absent == .yes ? ", absent" : ""
            return Fact(
                role,
                "holder",
                "\(holder.person) (\(holder.assignment))\(capacity)\(absence)",
                holder.truth,
                entries: [holder.position]
            )
        }
    }

    private var secondmentFacts: [Fact] {
        state.roles.secondments.sorted { $0.key < $1.key }.compactMap { key, secondment -> Fact? in
            let truth = secondment.validity.holds(at: instant)
            guard truth != .no else { return nil }
            return Fact(
                Subject(.secondment, key),
                "running",
                "\(secondment.fromOrganisation) to \(secondment.toOrganisation)",
                truth,
                entries: [secondment.position]
            )
        }
    }
}
