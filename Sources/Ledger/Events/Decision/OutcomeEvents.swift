// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// A statement of dissent, with or without a consent.
public struct DissentRecorded: Event {
    public static let name = "dissent.recorded"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "An organisation states its dissent."

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
            .append(Dissent(organisation: org, statement: statement, position: entry.position))
    }
}

/// A proposal is turned down.
public struct DecisionRejected: Event {
    public static let name = "decision.rejected"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A proposal is turned down."

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

    /// Until when.
    public let until: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        until = try fields.optionalDate("until", "Until when it is put off.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandOpen("deferred") }

    public func apply(_ entry: Entry, to state: inout State) { state.change(.deferred, entry) }
}

/// A decision is replaced by another that has been adopted.
public struct DecisionSuperseded: Event {
    public static let name = "decision.superseded"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A decision is replaced by another that has been adopted."

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
            let required = old.adoption?.required ?? []
            let isJoint = old.organisation == nil
            try check.demand(!isJoint, .decision(.replacementNeedsPartners(key, missing: required)))
            try check.demandOwnWord(of: old, key)
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.change(.rescinded, entry)
        state.decisions.all[entry.subject.key]?.replacedBy = decision
    }
}

extension Check {
    /// Refuses to undo what a partner decided alone without its word (rule 72): given here, or reported where a
    /// reported consent would have been enough.
    fileprivate mutating func demandOwnWord(of decision: Decision, _ key: Key) throws(Refusal) {
        guard let organisation = decision.organisation else { return }
        switch try mode(of: organisation) {
        case .given: break
        case .reported:
            let bodies = [decision.body].compactMap(\.self)
            let counts = state.reportedConsentsCount(when: entry.when, bodies: bodies, at: instant)
            try demand(counts, .decision(.reportedDoNotCount(key)))
        }
    }

    /// Checks that one decision may take the place of another.
    fileprivate func demandReplacement(by new: Key, _ step: String, hasHandover: Bool) throws(Refusal) {
        let key = entry.subject.key
        guard let old = state.decision(key), let replacement = state.decision(new) else { return }
        try demand(old.status.stands, .decision(.status(key, old.status, step: step)))
        try demand(new != key && replacement.status.stands, .decision(.replacementNotAdopted(new)))
        let isUnderWay = old.status == .implementing && !hasHandover
        try demand(!isUnderWay, .decision(.implementationUnderWay(key)))
        let consented = replacement.adoption?.required ?? []
        let missing = (old.adoption?.required ?? []).filter { partner in
            !consented.contains(partner) && state.partnership(of: partner, at: instant) != nil
        }
        try demand(missing.isEmpty, .decision(.replacementNeedsPartners(new, missing: missing)))
    }
}
