// SPDX-License-Identifier: Apache-2.0

/// What was to be done is done.
public struct CommitmentCompleted: Event, Codable, Hashable {
    public static let name = "commitment.completed"
    public static let kind = SubjectKind.commitment
    public static let place = StreamPlace.continues
    public static let summary = "What was to be done is done."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "commitment complete"

    /// What came of it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.optionalText("note", "What came of it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandEnds(check.state.commitment(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.commitments[entry.subject.key]?.ending = .completed(Recorded(self, entry))
    }
}

/// What was to be done no longer is.
public struct CommitmentCancelled: Event, Codable, Hashable {
    public static let name = "commitment.cancelled"
    public static let kind = SubjectKind.commitment
    public static let place = StreamPlace.continues
    public static let summary = "It is no longer to be done."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "commitment cancel"

    /// Why not.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it is no longer to be done.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandEnds(check.state.commitment(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.commitments[entry.subject.key]?.ending = .cancelled(Recorded(self, entry))
    }
}
