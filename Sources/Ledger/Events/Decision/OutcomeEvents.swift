// SPDX-License-Identifier: Apache-2.0

/// A statement of dissent, with or without a consent.
public struct DissentRecorded: Event {
    public static let name = "dissent.recorded"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "An organisation states its dissent."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .consentWithAuthority, .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision dissent"

    /// The organisation.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// What it says.
    public let statement: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The organisation that dissents.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment of whoever states it.")
        statement = try fields.text("statement", "What it says.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        _ = try check.mode(of: org)
        try check.demandAuthority(by, for: org)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.dissents
            .append(Dissent(organisation: org, statement: statement, happening: Happening(entry)))
    }
}

/// A proposal is turned down.
public struct DecisionRejected: Event {
    public static let name = "decision.rejected"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A proposal is turned down."
    public static let rules: [Rule] = [.statusAllows]
    public static let command = "decision reject"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandOpen("rejected") }

    public func apply(_ entry: Entry, to state: inout State) { state.change(.rejected, entry) }
}

/// A proposal is put off.
public struct DecisionDeferred: Event {
    public static let name = "decision.deferred"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A proposal is put off."
    public static let rules: [Rule] = [.statusAllows]
    public static let command = "decision defer"

    /// Until when.
    public let until: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        until = try fields.optionalDate(
            "until",
            "Until when it is put off; a deadline that comes earlier moves there."
        )
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandOpen("deferred") }

    public func apply(_ entry: Entry, to state: inout State) {
        state.change(.deferred, entry)
        let key = entry.subject.key
        guard let until, let deadline = state.decisions.all[key]?.deadline,
            deadline.bounds.latestOrFuture < until.bounds.latestOrFuture
        else { return }
        state.decisions.all[key]?.deadlines.append(Deadline(date: until, happening: Happening(entry)))
    }
}

/// A decision is replaced by another that has been adopted.
public struct DecisionSuperseded: Event {
    public static let name = "decision.superseded"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A decision is replaced by another that has been adopted."
    public static let rules: [Rule] = [
        .statusAllows, .supersessionAcyclic, .supersessionNeedsSameConsents, .implementationTransferred,
    ]
    public static let command = "decision supersede"

    /// The decision that replaces it.
    public let decision: Key
    /// Who takes over what is under way.
    public let handover: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.key("decision", of: .decision, "The adopted decision that replaces it.")
        handover = try fields.optionalText("handover", "Who takes over an implementation that is under way.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandReplacement(by: decision, "superseded", hasHandover: handover != nil)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.change(.superseded, entry)
        state.decisions.all[entry.subject.key]?.replacedBy = decision
    }
}

/// A decision is undone.
public struct DecisionRescinded: Event {
    public static let name = "decision.rescinded"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A decision is undone; a joint one by a joint decision to do so."
    public static let rules: [Rule] = [
        .statusAllows, .supersessionAcyclic, .supersessionNeedsSameConsents, .implementationTransferred,
        .reportHasSource, .givenOnceRecording,
    ]
    public static let command = "decision rescind"

    /// The decision to undo it.
    public let decision: Key?
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey(
            "decision",
            of: .decision,
            "The adopted decision to undo it; needed if it was joint."
        )
        reason = try fields.text("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let old = check.state.decision(key) else { return }
        if let decision {
            try check.demandReplacement(by: decision, "rescinded", hasHandover: false)
        } else {
            try check.demand(old.status.stands, .decision(.status(key, old.status, step: "rescinded")))
            let required = old.adoption?.required ?? check.state.requiredPartners(of: old, at: check.instant)
            let isJoint = old.organisation == nil
            try check.demand(!isJoint, .decision(.replacementNeedsPartners(key, missing: required)))
            if let alone = old.organisation {
                // What a partner decided alone is its own to undo (rule 72).
                try check.demandWord(of: alone, bodies: [old.body].compactMap(\.self))
            }
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.change(.rescinded, entry)
        state.decisions.all[entry.subject.key]?.replacedBy = decision
    }
}

extension Check {
    /// Checks that one decision may take the place of another.
    fileprivate func demandReplacement(by new: Key, _ step: String, hasHandover: Bool) throws(Refusal) {
        let key = entry.subject.key
        guard let old = state.decision(key), state.decision(new) != nil else { return }
        try demand(old.status.stands, .decision(.status(key, old.status, step: step)))
        let isAdopted = new != key && state.decision(new)?.status.stands == true
        try demand(isAdopted, .decision(.replacementNotAdopted(new)))
        let isUnderWay = old.status == .implementing && !hasHandover
        try demand(!isUnderWay, .decision(.implementationUnderWay(key)))
        try demandSuccessor(new, to: old, key)
    }
}
