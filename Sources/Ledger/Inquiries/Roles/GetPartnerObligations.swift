// SPDX-License-Identifier: Apache-2.0

/// What one organisation has bound itself to, and what is waited for from it.
public struct GetPartnerObligations: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "GetPartnerObligations"
    public static let summary =
        "What one organisation owes then: consents that are waited for, commitments, shares of posts, secondments."
    public static let command = "partner show"

    private let organisation: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("organisation", of: .organisation, "The organisation; its units count.")
    }

    /// What kind of thing is owed.
    enum Kind: String {
        case consent
        case commitment
        case funding
        case secondment
    }

    /// One thing that is owed.
    public struct Row: Sendable {
        let kind: Kind
        let subject: Subject
        let title: Text?
        let certain: Truth
        let detail: String
        var due: String?
        var basisPoints: Int64?
        var amount: Money?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("kind", "What is owed: consent, commitment, funding or secondment.") { $0.kind.rawValue },
        .word("subject", "What it concerns, as KIND/KEY.") { $0.subject.description },
        .text("title", "What that is called.") { $0.title },
        .word("certain", "Whether it is owed then: yes or possibly.") { $0.certain.rawValue },
        .word(
            "detail",
            "How it stands, such as why a consent does not count, or between whom somebody is lent."
        ) {
            $0.detail
        },
        .word("due", "By when, or until when.") { $0.due },
        .number("basisPoints", "The share of a post that it pays, in hundredths of a per cent.") {
            $0.basisPoints.map(Int.init)
        },
        .money("amount", "What it pays, where an amount is stated.") { $0.amount },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let funding = funding(world)
        var sums: [(certain: Truth, sum: FundedSum)] = [(.yes, FundedSum()), (.possibly, FundedSum())]
        for index in sums.indices {
            for row in funding where row.certain == sums[index].certain {
                sums[index].sum.add(
                    FundedShare(
                        organisation: organisation,
                        basisPoints: row.basisPoints ?? 0,
                        amount: row.amount
                    )
                )
            }
        }
        let figures = sums.filter { $0.certain == .yes || $0.sum.basisPoints > 0 }.map { certain, sum in
            Figure(
                certain == .yes ? "shares of posts" : "possible shares besides",
                Int(sum.basisPoints),
                "basis points, 10,000 to a post, of posts that it helps to pay for"
            )
        }
        return Report(consents(world) + commitments(world) + funding + secondments(world), figures: figures)
    }

    private func isOurs(_ key: Key?, _ state: State) -> Bool {
        key.map { state.belongs($0, to: organisation) } ?? false
    }

    private func consents(_ world: World) -> [Row] {
        world.state.decisionRegister(validAt: world.instant).filter { !$0.hasLapsed }.flatMap { matter in
            matter.waitingFor.filter { isOurs($0.organisation, world.state) }.map { missing in
                Row(
                    kind: .consent,
                    subject: Subject(.decision, matter.key),
                    title: matter.title,
                    certain: matter.truth,
                    detail: missing.gap.text,
                    due: world.state.decision(matter.key)?.deadline?.short,
                    entries: [matter.position]
                )
            }
        }
    }

    private func commitments(_ world: World) -> [Row] {
        let (state, t) = (world.state, world.instant)
        return state.work.commitments.sorted { $0.key < $1.key }.compactMap { key, commitment in
            let candidates = commitment.responsible(at: t)
            let owes = Truth.agreed(
                candidates.map { responsible in
                    Truth(state.organisations(of: responsible, at: t).contains { isOurs($0, state) })
                }
            )
            let certain = commitment.isOpen(at: t).and(owes)
            guard certain != .no else { return nil }
            let overdue = commitment.isOverdue(at: t)
            return Row(
                kind: .commitment,
                subject: Subject(.commitment, key),
                title: commitment.assigned.content.title,
                certain: certain,
                detail: overdue == .yes ? "overdue" : overdue == .possibly ? "possibly overdue" : "open",
                due: commitment.due(at: t).first??.short,
                entries: commitment.positions(at: t)
            )
        }
    }

    private func funding(_ world: World) -> [Row] {
        world.state.fundingTable(validAt: world.instant).posts.flatMap { post in
            post.shares.filter { isOurs($0.organisation, world.state) }.map { share in
                Row(
                    kind: .funding,
                    subject: Subject(.post, post.post),
                    title: world.state.title(of: Subject(.post, post.post)),
                    certain: post.truth,
                    detail: "share of a post",
                    due: post.validity.to?.short,
                    basisPoints: share.basisPoints,
                    amount: share.amount,
                    entries: [post.position]
                )
            }
        }
    }

    private func secondments(_ world: World) -> [Row] {
        world.state.roles.secondments.sorted { $0.key < $1.key }.compactMap { key, secondment in
            let parts = [
                ("lends", secondment.fromOrganisation), ("borrows", secondment.toOrganisation),
                ("pays", secondment.funder),
            ].filter { isOurs($0.1, world.state) }.map(\.0)
            let holds = secondment.validity.holds(at: world.instant)
            guard !parts.isEmpty, holds != .no else { return nil }
            return Row(
                kind: .secondment,
                subject: Subject(.secondment, key),
                title: secondment.purpose,
                certain: holds,
                detail: parts.joined(separator: ", "),
                due: secondment.validity.to?.short,
                amount: parts.contains("pays") ? secondment.amount : nil,
                entries: [secondment.position] + [secondment.ending?.position].compactMap(\.self)
            )
        }
    }
}
