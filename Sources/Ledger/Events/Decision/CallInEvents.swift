// SPDX-License-Identifier: Apache-2.0

/// A partner calls a decision in: it is suspended until that is resolved.
public struct DecisionCalledIn: Event, Codable, Hashable {
    public static let name = "decision.calledIn"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "A partner calls an adopted decision in, within the time agreed for that; it is suspended."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .reportHasSource,
        .givenOnceRecording, .advisorsDoNotVote,
    ]
    public static let command = "decision call-in"

    /// The partner.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// On what grounds.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner that calls it in.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment that gives the authority.")
        reason = try fields.text("reason", "On what grounds.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        try check.demand(
            decision.status == .adopted,
            .decision(.status(key, decision.status, step: "called in"))
        )
        guard let until = decision.adoption?.callInUntil else { throw .decision(.noCallIn(key)) }
        try check.demand(
            check.entry.when.isBefore(until.bounds.latestOrFuture),
            .decision(.callInOver(key, until: until.text))
        )
        let partnership = check.state.partnership(of: org, at: check.instant)
        try check.demand(partnership?.truth ?? .no, .decision(.notAPartner(org)))
        try check.demandWord(of: org, bodies: [decision.adoption?.body].compactMap(\.self))
        try check.demandAuthority(by, for: org)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.callIns.append(CallIn(called: Voiced(self, by: org, entry)))
        state.change(.calledIn, entry)
    }
}

/// What comes of a call-in: the decision stands again, or is undone.
public struct CallInResolved: Event, Codable, Hashable {
    public static let name = "callIn.resolved"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A call-in is resolved: the decision is confirmed, or set aside."
    public static let rules: [Rule] = [
        .decisionWhileQuorate, .conflictedDoNotCount, .statusAllows, .supersessionAcyclic,
        .supersessionNeedsSameConsents,
        .reportHasSource, .givenOnceRecording, .lifeAllows,
    ]
    public static let command = "decision resolve-call-in"

    /// How.
    public let outcome: CallInOutcome
    /// Why.
    public let reason: Text
    /// The decision that resolves it.
    public let decision: Key?
    /// The meeting that resolves it.
    public let meeting: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", CallInOutcome.self, "How it is resolved.")
        reason = try fields.text("reason", "Why.")
        decision = try fields.optionalKey("decision", of: .decision, "The adopted decision that resolves it.")
        meeting = try fields.optionalKey(
            "meeting",
            of: .meeting,
            "The meeting of the body that resolves it; needed to set aside what no decision does."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let old = check.state.decision(key) else { return }
        try check.demand(
            old.status == .calledIn,
            .decision(.status(key, old.status, step: "confirmed or set aside"))
        )
        if let decision {
            try check.demandSuccessor(decision, to: old, key)
        } else if let meeting {
            try check.demandQuorum(of: meeting, body: old.adoption?.body)
        } else {
            // The partner that called it in may let it go; undoing what all have agreed takes all, or their body.
            let caller = outcome == .confirmed ? old.callIns.last?.called.content.org : nil
            guard let caller else { throw .decision(.callInNeedsDecision(key)) }
            try check.demandWord(of: caller, bodies: [old.adoption?.body].compactMap(\.self))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        if let index = state.decisions.all[key]?.callIns.indices.last {
            state.decisions.all[key]?.callIns[index].resolved = Recorded(self, entry)
        }
        switch outcome {
        case .confirmed: state.change(.adopted, entry)
        case .setAside: state.change(.setAside, entry)
        }
        state.link(decision: decision, to: entry.subject)
    }
}
