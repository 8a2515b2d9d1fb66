// SPDX-License-Identifier: Apache-2.0

/// What kind of thing somebody is to do.
public enum CommitmentKind: String, CaseIterable, Codable, Sendable {
    /// Something is to be done.
    case action
    /// Somebody is to be trained, so that what is new can be used.
    case training
    /// Something is to be reported.
    case report
    case other
}

/// Somebody is to do something by a date.
public struct CommitmentAssigned: Event, Codable, Hashable {
    public static let name = "commitment.assigned"
    public static let kind = SubjectKind.commitment
    public static let place = StreamPlace.begins
    public static let summary =
        "Somebody, or an organisation, is to do something, by a date if one is agreed."
    public static let rules: [Rule] = [.commitmentOwned]
    public static let command = "commitment assign"

    /// What is to be done.
    public let title: Text
    /// What kind of thing it is; an action when absent.
    public let commitmentKind: CommitmentKind?
    /// The assignment of whoever is to do it.
    public let owner: Key?
    /// The organisation that is to do it.
    public let organisation: Key?
    /// By when.
    public let due: EDTF?
    /// The decision that led to it.
    public let decision: Key?
    /// The meeting at which it was agreed.
    public let meeting: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What is to be done.")
        commitmentKind = try fields.optionalChoice(
            "kind",
            CommitmentKind.self,
            "What kind of thing it is; an action when absent."
        )
        owner = try fields.optionalKey(
            "owner",
            of: .assignment,
            "The assignment of whoever is to do it; name an owner, an organisation or both."
        )
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that is to do it.")
        due = try fields.optionalDate("due", "By when; a day counts to its end.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
        meeting = try fields.optionalKey("meeting", of: .meeting, "The meeting at which it was agreed.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        check.warnOfOwner(owner, organisation)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.commitments[entry.subject.key] = Commitment(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}
