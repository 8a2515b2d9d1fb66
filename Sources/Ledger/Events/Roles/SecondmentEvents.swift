// SPDX-License-Identifier: Apache-2.0

/// An organisation lends someone to another.
public struct SecondmentStarted: Event {
    public static let name = "secondment.started"
    public static let kind = SubjectKind.secondment
    public static let place = StreamPlace.begins
    public static let summary = "An organisation lends someone to another."
    public static let rules: [Rule] = [.lifeAllows, .secondmentBetweenTwo]

    /// The person.
    public let person: Key
    /// The organisation that lends.
    public let fromOrganisation: Key
    /// The organisation that borrows.
    public let toOrganisation: Key
    /// What for.
    public let purpose: Text?
    /// Who pays.
    public let funder: Key?
    /// How much.
    public let amount: Money?
    /// When.
    public let validity: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        person = try fields.key("person", of: .person, "The person.")
        fromOrganisation = try fields.key(
            "fromOrganisation",
            of: .organisation,
            "The organisation that lends."
        )
        toOrganisation = try fields.key("toOrganisation", of: .organisation, "The organisation that borrows.")
        purpose = try fields.optionalText("purpose", "What for.")
        funder = try fields.optionalKey("funder", of: .organisation, "Who pays.")
        amount = try fields.optionalMoney("amount", "How much, in minor units.")
        validity = try fields.validity("From when; the date of the entry when absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandLasting(validity.since(check.entry))
        try check.demand(
            fromOrganisation != toOrganisation,
            .roles(.secondmentToItself(fromOrganisation))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.roles.secondments[entry.subject.key] = Secondment(
            person: person,
            fromOrganisation: fromOrganisation,
            toOrganisation: toOrganisation,
            purpose: purpose,
            funder: funder,
            amount: amount,
            validity: validity.since(entry),
            position: entry.position
        )
    }
}

/// A secondment lasts longer.
public struct SecondmentExtended: Event {
    public static let name = "secondment.extended"
    public static let kind = SubjectKind.secondment
    public static let place = StreamPlace.continues
    public static let summary = "A secondment lasts until a later date."
    public static let rules: [Rule] = [.lifeAllows]

    /// Until when; nothing else is extended.
    public let to: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.optionalDate("to", "Until when; until it is ended when absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let secondment = try check.runningSecondment()
        guard let to else { return }
        let refusal = Refusal.roles(.notLonger(check.entry.subject.key, to))
        guard let end = secondment.validity.to else { throw refusal }
        try check.demand(end.isEarlier(than: to), refusal)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.roles.secondments[entry.subject.key]?.validity.to = to
    }
}

/// A secondment is over.
public struct SecondmentEnded: Event {
    public static let name = "secondment.ended"
    public static let kind = SubjectKind.secondment
    public static let place = StreamPlace.continues
    public static let summary = "Someone is back with the organisation that lent them."
    public static let rules: [Rule] = [.lifeAllows]

    /// From when.
    public let to: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.optionalDate("to", "From when; the date of the entry when absent.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let secondment = try check.runningSecondment()
        try check.demandLasting(
            Validity(from: secondment.validity.from, to: to ?? check.entry.happened)
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.roles.secondments[key]?.validity.to = to ?? entry.happened
        state.roles.secondments[key]?.ending = Ending(position: entry.position, reason: reason)
    }
}

extension Check {
    /// The secondment that the entry is about, which has not been ended.
    fileprivate func runningSecondment() throws(Refusal) -> Secondment {
        guard let secondment = state.secondment(entry.subject.key) else {
            throw .entry(.unknown(entry.subject, field: "subject"))
        }
        if let ending = secondment.ending { throw .roles(.alreadyEnded(entry.subject, by: ending.position)) }
        return secondment
    }
}
