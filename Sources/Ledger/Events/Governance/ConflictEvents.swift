// SPDX-License-Identifier: Apache-2.0

/// Somebody's interest conflicts with a matter that is decided.
public struct ConflictRecorded: Event, Codable, Hashable {
    public static let name = "conflict.recorded"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Somebody's interest conflicts with a matter, and this is how it was handled."
    public static let rules: [Rule] = [.lifeAllows]

    /// The person, or the assignment in which they take part.
    public let holder: Subject
    /// The interest.
    public let interest: Key?
    /// How it was handled.
    public let handling: ConflictHandling
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        holder = try fields.subject(
            "holder",
            of: [.person, .assignment],
            "Whose conflict it is: a person, or the assignment in which they take part."
        )
        interest = try fields.optionalKey("interest", of: .interest, "The declared interest.")
        handling = try fields.choice("handling", ConflictHandling.self, "How it was handled.")
        note = try fields.optionalText("note", personal: true, "More about it; kept sealed.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let key = interest, let interest = check.state.interest(key) else { return }
        if let person = check.state.person(named: holder) {
            try check.demand(person == interest.person, .governance(.interestOfAnother(key, holder)))
        }
        try check.demand(
            interest.validity.holds(at: check.instant),
            .governance(.notThere(Subject(.interest, key)))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.conflicts[entry.subject.key, default: []].append(Recorded(self, entry))
    }
}

/// Somebody may take part in a matter in spite of a conflict.
public struct DispensationGranted: Event, Codable, Hashable {
    public static let name = "dispensation.granted"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Somebody may take part in a matter in spite of a conflict of interest."

    /// The person, or the assignment in which they take part.
    public let holder: Subject
    /// Who granted it.
    public let grantedBy: Subject
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        holder = try fields.subject(
            "holder",
            of: [.person, .assignment],
            "Who may take part: a person, or the assignment in which they do."
        )
        grantedBy = try fields.subject(
            "grantedBy",
            of: [.body, .organisation, .assignment],
            "Who granted it: a body, an organisation, or the assignment of an officer."
        )
        reason = try fields.text("reason", "Why, and for what it holds.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.dispensations[entry.subject.key, default: []].append(Recorded(self, entry))
    }
}
