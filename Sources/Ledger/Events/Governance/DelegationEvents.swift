// SPDX-License-Identifier: Apache-2.0

/// An organisation lets somebody exercise a function for it.
public struct FunctionDelegated: Event {
    public static let name = "function.delegated"
    public static let kind = SubjectKind.delegation
    public static let place = StreamPlace.begins
    public static let summary =
        "An organisation lets a post, a body or the holder of a role act for it."
    public static let rules: [Rule] = [
        .agreementSigned, .delegationWithinPowers, .delegationAcyclic, .ventureOpen, .lifeAllows,
    ]
    public static let command = "delegation add"

    /// The function.
    public let function: Text
    /// The organisation whose function it is.
    public let organisation: Key
    /// Who exercises it.
    public let holder: Subject
    /// The most that may be committed.
    public let limit: Money?
    /// The delegation that is passed on.
    public let under: Key?
    /// Whether it was delegated in so many words, or within a general scheme.
    public let scope: DelegationScope?
    /// The agreement under which it is delegated.
    public let agreement: Key?
    /// For how long.
    public let validity: Validity
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        function = try fields.text("function", "What may be done, such as agreeing expenditure.")
        organisation = try fields.key(
            "organisation",
            of: .organisation,
            "The organisation whose function it is; when it is passed on, still that one."
        )
        holder = try fields.subject("holder", of: [.post, .body, .assignment], "Who exercises it.")
        limit = try fields.optionalMoney("limit", "The most that may be committed at a time.")
        under = try fields.optionalKey("under", of: .delegation, "The delegation that is passed on.")
        scope = try fields.optionalChoice(
            "scope",
            DelegationScope.self,
            "Whether it was delegated in so many words, express, or within a general scheme."
        )
        agreement = try fields.optionalKey(
            "agreement",
            of: .agreement,
            "The agreement under which it is delegated, signed by every party."
        )
        validity = try fields.validity("From when it holds; when the entry happened if absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let start = check.start(of: validity)
        try check.demandOrder(of: validity.since(check.entry))
        try check.demandOpenVenture(at: start)
        try check.demandStanding(organisation, at: start)
        if holder.kind == .body { try check.demandBody(holder.key, at: start) }
        if let agreement { try check.demandInForce(agreement, at: start) }
        if let limit { try check.demand(limit.minor >= 0, .governance(.limitNegative)) }
        guard let under, let delegation = check.state.delegation(under) else { return }
        try checkPowers(delegation, under, at: start, &check)
        try check.demand(
            !check.state.chain(of: under).contains { $0.to == holder },
            .governance(.delegationReturns(to: holder, under: under))
        )
    }

    /// Refuses to pass on more than there is: another's powers, for longer, or beyond the limit.
    private func checkPowers(
        _ delegation: Delegation,
        _ key: Key,
        at start: Timestamp,
        _ check: inout Check
    ) throws(Refusal) {
        try check.demand(
            check.state.root(of: organisation) == check.state.root(of: delegation.from),
            .governance(.powersOfAnother(key, delegation.from))
        )
        try check.demand(delegation.validity.holds(at: start), .governance(.powersNotInForce(key)))
        if let to = validity.to, let end = delegation.validity.to {
            try check.demand(
                end.bounds.precedes(to.bounds).negated,
                .governance(.outlastsPowers(key, end))
            )
        }
        guard let most = delegation.limit else { return }
        try check.demand(
            limit.map { $0.currency == most.currency && $0.minor <= most.minor } ?? false,
            .governance(.beyondLimit(key, most))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let end = under.flatMap { state.delegation($0)?.validity.to }
        state.governance.delegations[entry.subject.key] = Delegation(
            function: function,
            from: organisation,
            to: holder,
            limit: limit,
            under: under,
            scope: scope,
            agreement: agreement,
            validity: validity.since(entry).clipped(to: Validity(to: end)),
            position: entry.position
        )
        state.link(decision: decision, to: entry.subject)
    }
}

/// A delegation ends, with all that pass it on.
public struct DelegationRevoked: Event {
    public static let name = "delegation.revoked"
    public static let kind = SubjectKind.delegation
    public static let place = StreamPlace.continues
    public static let summary = "A delegation ends, and with it every one that passes it on."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it ends.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let delegation = check.state.delegation(subject.key) else { return }
        try check.demand(
            delegation.validity.canEnd(on: check.entry.happened),
            .governance(.notThere(subject))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let revoked = entry.subject.key
        for key in state.governance.delegations.keys where state.passesOn(key, revoked) {
            guard let validity = state.governance.delegations[key]?.validity else { continue }
            state.governance.delegations[key]?.validity = validity.clipped(to: Validity(to: entry.happened))
            state.governance.delegations[key]?.revokedBy = entry.position
        }
        state.link(decision: decision, to: entry.subject)
    }
}
