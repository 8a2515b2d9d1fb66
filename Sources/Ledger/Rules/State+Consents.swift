// SPDX-License-Identifier: Apache-2.0

extension State {
    /// The partners whose consent a joint decision needs at an instant.
    ///
    /// Those that the proposal names; otherwise those whose consent is required by right, possibly or certainly
    /// partners then. One that has certainly left is not waited for (rule 71 of the domain: recomputed while open).
    public func requiredPartners(of decision: Decision, at instant: Timestamp) -> [Key] {
        if let organisation = decision.organisation { return [organisation] }
        if decision.requires.isEmpty {
            return partners(at: instant).filter { $0.right == .required }.map(\.organisation)
        }
        return decision.requires.filter { partnership(of: $0, at: instant) != nil }
    }

    /// The partners whose consent is missing for adoption at an instant.
    public func missingConsents(
        of decision: Decision,
        at instant: Timestamp,
        option: Int?,
        acceptsReported: Bool
    ) -> [MissingConsent] {
        requiredPartners(of: decision, at: instant).compactMap { organisation in
            decision.gap(of: organisation, at: instant, option: option, acceptsReported: acceptsReported).map
            {
                MissingConsent(organisation: organisation, gap: $0)
            }
        }
    }

    /// Whether a decision taken then may rest on reported consents.
    ///
    /// One adopted before the ledger began may; a later one needs consents given here, unless the terms of every body
    /// concerned, that to which it was put and that which adopts it, say otherwise.
    public func reportedConsentsCount(when: Bounds, bodies: [Key], at instant: Timestamp) -> Truth {
        let areAccepted = bodies.allSatisfy { terms(of: $0, at: instant)?.acceptsReportedConsents == true }
        if areAccepted, !bodies.isEmpty { return .yes }
        guard let began = charter?.recorded else { return .yes }
        return when.isBefore(began)
    }
}

extension Check {
    /// Checks that an assignment gives authority to act for an organisation at the instant of the entry.
    mutating func demandAuthority(_ assignment: Key?, for organisation: Key) throws(Refusal) {
        guard let assignment else { return }
        try demand(state.roleStands(assignment, at: instant), .decision(.roleEnded(assignment, organisation)))
        if let role = state.assignment(assignment)?.role, role.kind == .seat, let seat = state.seat(role.key)
        {
            try demand(seat.isVoting, .decision(.seatHasNoVote(role.key)))
        }
        let capacities = state.assignment(assignment)?.capacities.at(instant) ?? []
        let advises = capacities.filter { $0.value == .advisor }
        if !advises.isEmpty {
            try demand(advises.count == capacities.count ? .no : .possibly, .decision(.advises(assignment)))
        }
        let actsFor = state.organisations(actedForBy: assignment, at: instant)
        let isAuthorised = actsFor.contains { $0 == organisation || state.root(of: $0) == organisation }
        try demand(isAuthorised, .decision(.noAuthority(assignment, organisation)))
    }

    /// How the ledger knows what an organisation said: given when recorded for it, else reported, with a source.
    func mode(of organisation: Key) throws(Refusal) -> PartnerPosition.Mode {
        if entry.onBehalfOf == organisation { return .given }
        try demand(
            !entry.sources.isEmpty,
            .decision(.reportWithoutSource(organisation, recordedFor: entry.onBehalfOf))
        )
        return .reported
    }

    /// How the ledger knows what a partner says of the proposal: a report does not replace what it said here itself.
    func voice(of organisation: Key) throws(Refusal) -> PartnerPosition.Mode {
        let mode = try mode(of: organisation)
        let key = entry.subject.key
        let hasSpoken = state.decision(key)?.last(of: organisation)?.mode == .given
        try demand(mode == .given || !hasSpoken, .decision(.spokeForItself(key, organisation)))
        return mode
    }

    /// Checks that a delegation stands, is from one of these organisations, and is exercised by whoever has it.
    ///
    /// A body to which something is delegated exercises it by adopting, or through the holders of its seats.
    mutating func demandDelegation(
        _ key: Key?,
        of organisations: [Key],
        exercisedBy assignment: Key?,
        in body: Key? = nil
    ) throws(Refusal) {
        guard let key, let delegation = state.delegation(key) else { return }
        try demand(delegation.validity.holds(at: instant), .decision(.delegationLapsed(key)))
        let root = state.root(of: delegation.from)
        let isTheirs = organisations.contains { state.root(of: $0) == root }
        try demand(isTheirs, .decision(.delegationOfAnother(key, delegation.from)))
        var exercisers = body.map { [Subject(.body, $0)] } ?? []
        if let assignment {
            exercisers.append(Subject(.assignment, assignment))
            if let role = state.assignment(assignment)?.role {
                exercisers.append(role)
                let seat = role.kind == .seat ? state.seat(role.key) : nil
                if let seat { exercisers.append(Subject(.body, seat.body)) }
            }
            try demand(
                exercisers.contains(delegation.to),
                .decision(.delegatedToAnother(key, delegation.to))
            )
        }
        warn(.consentWithAuthority, unless: exercisers.contains(delegation.to))
    }
}
