// SPDX-License-Identifier: Apache-2.0

/// Somebody declares an interest.
public struct InterestDeclared: Event {
    public static let name = "interest.declared"
    public static let kind = SubjectKind.interest
    public static let place = StreamPlace.begins
    public static let summary = "Somebody who takes part in decisions declares an interest of theirs."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "interest declare"

    /// The person.
    public let person: Key
    /// What kind it is.
    public let type: InterestType
    /// What it consists in.
    public let nature: Text?
    /// The organisation in which it is.
    public let organisation: Key?
    /// When it is held.
    public let validity: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        person = try fields.key("person", of: .person, "The person whose interest it is.")
        type = try fields.choice("type", InterestType.self, "What kind of interest it is.")
        nature = try fields.optionalText("nature", personal: true, "What it consists in; kept sealed.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "The registered organisation in which it is."
        )
        validity = try fields.validity("From when it is held; when the entry happened if absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOrder(of: validity.since(check.entry))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.interests[entry.subject.key] = Interest(
            person: person,
            type: type,
            nature: nature,
            organisation: organisation,
            validity: validity.since(entry),
            position: entry.position
        )
    }
}

/// Somebody no longer has an interest.
public struct InterestEnded: Event {
    public static let name = "interest.ended"
    public static let kind = SubjectKind.interest
    public static let place = StreamPlace.continues
    public static let summary = "Somebody no longer has an interest that they declared."
    public static let rules: [Rule] = [.lifeAllows]

    /// From when.
    public let to: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.optionalDate("to", "From when; the date of the entry when absent.")
        reason = try fields.optionalText("reason", personal: true, "Why; kept sealed.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let interest = check.state.interest(subject.key) else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        try check.demand(interest.ending == nil, .governance(.notThere(subject)))
        try check.demandOrder(
            of: Validity(from: interest.validity.from, to: to ?? check.entry.happened)
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.governance.interests[key]?.validity.to = to ?? entry.happened
        state.governance.interests[key]?.ending = Ending(position: entry.position, reason: reason)
    }
}
