// SPDX-License-Identifier: Apache-2.0

/// Somebody else is to do what was to be done.
public struct CommitmentReassigned: Event, Codable, Hashable {
    public static let name = "commitment.reassigned"
    public static let kind = SubjectKind.commitment
    public static let place = StreamPlace.continues
    public static let summary =
        "Somebody else is to do it: who is named here replaces both owner and organisation."
    public static let rules: [Rule] = [.commitmentOwned, .lifeAllows]
    public static let command = "commitment reassign"

    /// The assignment of whoever is to do it from now on.
    public let owner: Key?
    /// The organisation that is to do it from now on.
    public let organisation: Key?
    /// Why it changed hands.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        owner = try fields.optionalKey(
            "owner",
            of: .assignment,
            "The assignment of whoever is to do it from now on."
        )
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation that is to do it from now on."
        )
        reason = try fields.optionalText("reason", "Why it changed hands.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandGoesOn(check.state.commitment(check.entry.subject.key))
        check.warnOfOwner(owner, organisation)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.commitments[entry.subject.key]?.reassignments.append(Recorded(self, entry))
    }
}

/// What was to be done has another date.
public struct CommitmentRescheduled: Event, Codable, Hashable {
    public static let name = "commitment.rescheduled"
    public static let kind = SubjectKind.commitment
    public static let place = StreamPlace.continues
    public static let summary = "It is to be done by another date."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "commitment reschedule"

    /// By when it is to be done now.
    public let due: EDTF
    /// Why the date changed.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        due = try fields.date("due", "By when it is to be done now; a day counts to its end.")
        reason = try fields.optionalText("reason", "Why the date changed.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandGoesOn(check.state.commitment(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.commitments[entry.subject.key]?.reschedulings.append(Recorded(self, entry))
    }
}

/// What is to be done has come some way.
public struct CommitmentProgressed: Event, Codable, Hashable {
    public static let name = "commitment.progressed"
    public static let kind = SubjectKind.commitment
    public static let place = StreamPlace.continues
    public static let summary = "It has come some way."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "commitment progress"

    /// How it stands.
    public let note: Text
    /// How much of it is done, in per cent.
    public let percent: Int64?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.text("note", "How it stands.")
        percent = try fields.optionalInteger("percent", in: 0...100, "How much of it is done, in per cent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandGoesOn(check.state.commitment(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.commitments[entry.subject.key]?.progress.append(Recorded(self, entry))
    }
}
