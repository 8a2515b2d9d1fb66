// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of the venture, its organisations, partners, bodies, delegations and initiatives.
    var governanceFacts: [Fact] {
        ventureFacts + organisationFacts + partnerFacts + bodyFacts + delegationFacts + initiativeFacts
            + agreementFacts + interestFacts
    }

    private var ventureFacts: [Fact] {
        guard let venture = state.venture(validAt: instant), venture.truth != .no else { return [] }
        let subject = Subject(.venture, venture.key)
        var facts = [Fact(subject, "status", "open", venture.truth)]
        if let name = venture.name { facts.append(Fact(subject, "name", name)) }
        for phase in state.phases(validAt: instant) where phase.truth != .no {
            facts.append(Fact(subject, "phase", "\(phase.ordinal)", phase.truth, entries: [phase.position]))
        }
        return facts
    }

    private var organisationFacts: [Fact] {
        state.organisations(validAt: instant).flatMap { organisation -> [Fact] in
            let subject = Subject(.organisation, organisation.key)
            var facts = organisation.name.map { [Fact(subject, "name", $0)] } ?? []
            if let succession = organisation.succession {
                facts += succession.successors.map {
                    Fact(
                        subject,
                        "successor",
                        $0.text,
                        organisation.truth.negated,
                        entries: [succession.position]
                    )
                }
            }
            return facts
        }
    }

    private var agreementFacts: [Fact] {
        state.governance.agreements.sorted { $0.key < $1.key }.flatMap { key, recorded -> [Fact] in
            guard let agreement = recorded.asOf(instant) else { return [] }
            let subject = Subject(.agreement, key)
            let force = agreement.isInForce(at: instant)
            let signatures = agreement.signatures.map { signature in
                Fact(
                    subject,
                    "signature",
                    "\(signature.organisation) \(signature.mode.rawValue)",
                    signature.happening.happened(at: instant),
                    entries: [signature.happening.position]
                )
            }
            return signatures
                + (force == .no
                    ? [] : [Fact(subject, "force", "in force", force, entries: agreement.positions)])
        }
    }

    private var interestFacts: [Fact] {
        state.governance.interests.sorted { $0.key < $1.key }.compactMap { key, interest -> Fact? in
            let truth = interest.validity.holds(at: instant)
            guard truth != .no else { return nil }
            return Fact(
                Subject(.interest, key),
                "held",
                "\(interest.person) \(interest.type.rawValue)",
                truth,
                entries: [interest.position]
            )
        }
    }

    private var partnerFacts: [Fact] {
        state.partnersView(validAt: instant).flatMap { partner -> [Fact] in
            let subject = Subject(.partner, partner.organisation)
            let standing = Fact(subject, "standing", partner.standing.rawValue, partner.truth)
            return [standing] + (partner.right.map { [Fact(subject, "consent", $0.rawValue)] } ?? [])
        }
    }

    private var bodyFacts: [Fact] {
        let bodies = state.governance.bodies.sorted { $0.key < $1.key }.flatMap { key, body -> [Fact] in
            let subject = Subject(.body, key)
            let truth = body.validity.holds(at: instant)
            guard truth != .no else { return [] }
            let terms = state.terms(of: key, at: instant)
            return [Fact(subject, "existence", "exists", truth)]
                + (terms.map { [Fact(subject, "terms", "version \($0.version)")] } ?? [])
                + state.chairs(of: key, at: instant).map { chair in
                    Fact(
                        subject,
                        chair.value.office.rawValue,
                        chair.value.holder.description,
                        chair.truth,
                        entries: [chair.position]
                    )
                }
        }
        let seats = state.governance.seats.sorted { $0.key < $1.key }.compactMap { key, seat -> Fact? in
            let truth = seat.validity.holds(at: instant)
            let kind = seat.isVoting ? "voting" : "not voting"
            return truth == .no
                ? nil : Fact(Subject(.seat, key), "existence", "\(kind) seat in \(seat.body)", truth)
        }
        return bodies + seats
    }

    private var delegationFacts: [Fact] {
        state.delegations(validAt: instant).map { delegation in
            Fact(
                Subject(.delegation, delegation.key),
                "in force",
                "\(delegation.delegation.from) to \(delegation.delegation.to)",
                delegation.truth
            )
        }
    }

    private var initiativeFacts: [Fact] {
        state.initiatives(validAt: instant).map { initiative in
            Fact(
                Subject(.initiative, initiative.key),
                "status",
                initiative.status.rawValue,
                initiative.truth,
                entries: initiative.history.suffix(1).map(\.position)
            )
        }
    }
}
