// SPDX-License-Identifier: Apache-2.0

/// A sealed text that was erased: where it was, and the digest that stays in the entry.
public struct ErasedField: FieldGroup, Codable, Hashable {
    /// The position of the entry that keeps its digest.
    public let position: UInt64
    /// The member of its `data`.
    public let name: String
    /// The digest that stands in the entry, SHA-256 in lowercase hexadecimal.
    public let digest: String

    /// Names a sealed text by its parts.
    public init(position: UInt64, name: String, digest: String) {
        self.position = position
        self.name = name
        self.digest = digest
    }

    public init(_ fields: inout Fields) throws(FieldError) {
        position = UInt64(try fields.integer("position", "The position of the entry that it was sealed in."))
        name = try fields.text("field", "The field that was sealed.").plain ?? ""
        digest = try fields.digest("digest", "Its digest, which stays in the entry.")
    }
}

/// What was sealed of a person is deleted for good.
///
/// The texts are deleted in the commit that records this, and again whenever a ledger with this entry is started: a
/// copy that was put back has them no longer. What proves the log does not change.
public struct ErasureExecuted: Event, Codable, Hashable {
    /// The most texts that one entry names; more take more entries, in one commit.
    public static let fieldLimit = Fields.listLimit

    public static let name = "erasure.executed"
    public static let kind = SubjectKind.person
    public static let place = StreamPlace.continues
    public static let summary =
        "What was sealed of a person is deleted for good; the digests stay, so that every proof does."
    public static let rules: [Rule] = [.heldIsKept, .lifeAllows]
    public static let command = "erase"
    public static let channel = Channel.erasure

    /// The texts.
    public let fields: [ErasedField]
    /// By what right.
    public let basis: Text
    /// Whose decision it was: an office, not a name.
    public let approvedBy: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        self.fields = try fields.list("fields", of: ErasedField.self, "The texts that are deleted.")
        basis = try fields.text("basis", "By what right, such as UK GDPR Article 17(1)(a).")
        approvedBy = try fields.text(
            "approvedBy",
            "Whose decision it is: an office, not a name, such as Data Protection Officer."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let person = check.entry.subject.key
        try check.demand(
            check.state.records.holds[person] == nil,
            .records(.held(person, check.state.records.holds[person]))
        )
        for field in fields where field.position >= check.entry.position {
            throw .records(.notYetRecorded(field.position))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.records.erasedPeople[entry.subject.key] = entry.position
        state.records.lastErasure = entry.position
        for field in fields {
            state.records.erasedFields[SealedMember(position: field.position, name: field.name)] =
                entry.position
        }
    }
}

/// What is sealed of a person must be kept for now.
public struct HoldPlaced: Event, Codable, Hashable {
    public static let name = "hold.placed"
    public static let kind = SubjectKind.person
    public static let place = StreamPlace.continues
    public static let summary = "What is sealed of a person must be kept for now: it cannot be erased."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "hold place"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why: an inquiry, a claim, a request for information.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let person = check.entry.subject.key
        try check.demand(check.state.records.holds[person] == nil, .records(.heldBefore(person)))
        try check.demand(check.state.records.erasedPeople[person] == nil, .records(.erasedBefore(person)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.records.holds[entry.subject.key] = Hold(
            organisation: entry.onBehalfOf,
            position: entry.position
        )
    }
}

/// What is sealed of a person need not be kept any longer.
public struct HoldReleased: Event, Codable, Hashable {
    public static let name = "hold.released"
    public static let kind = SubjectKind.person
    public static let place = StreamPlace.continues
    public static let summary = "What is sealed of a person need not be kept any longer."
    public static let rules: [Rule] = [.actsForItself, .lifeAllows]
    public static let command = "hold release"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why: what it was kept for is over.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let person = check.entry.subject.key
        guard let hold = check.state.records.holds[person] else { throw .records(.notHeld(person)) }
        if let organisation = hold.organisation, organisation != check.entry.onBehalfOf {
            throw .records(.heldByAnother(person, organisation))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.records.holds[entry.subject.key] = nil
    }
}
