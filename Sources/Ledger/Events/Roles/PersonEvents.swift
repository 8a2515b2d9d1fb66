// SPDX-License-Identifier: Apache-2.0

/// Someone is registered.
public struct PersonRegistered: Event {
    public static let name = "person.registered"
    public static let kind = SubjectKind.person
    public static let place = StreamPlace.begins
    public static let summary = "Someone who acts in the venture is registered, under a number."
    public static let command = "person add"

    /// Their name.
    public let personName: Text?
    /// What to call them where the name is not shown.
    public let label: Text?
    /// The organisation they belong to from then on.
    public let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        personName = try fields.optionalText("name", personal: true, "Their name; kept sealed.")
        label = try fields.optionalText(
            "label",
            "What to call them where the name is not shown, such as a title: Senior Lecturer."
        )
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "The organisation they belong to."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        var person = Person(name: personName, label: label, affiliations: Timeline())
        if let organisation {
            // Registering says where they belong, not since when: it holds for all that was before.
            person.affiliations.insert(organisation, validity: Validity(), position: entry.position)
        }
        state.roles.people[entry.subject.key] = person
    }
}

/// Someone belongs to another organisation.
public struct AffiliationChanged: Event {
    public static let name = "affiliation.changed"
    public static let kind = SubjectKind.person
    public static let place = StreamPlace.continues
    public static let summary = "Someone belongs to another organisation from a date on."

    /// The organisation.
    public let organisation: Key
    /// From when, if that is not when it was recorded to happen.
    public let from: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("organisation", of: .organisation, "The organisation.")
        from = try fields.optionalDate("from", "From when; the date of the entry when absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        var person = state.roles.people[key] ?? Person(name: nil, label: nil, affiliations: Timeline())
        person.affiliations.succeed(
            with: organisation,
            from: from ?? entry.happened,
            position: entry.position
        )
        state.roles.people[key] = person
    }
}
