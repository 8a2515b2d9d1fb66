// SPDX-License-Identifier: Apache-2.0

/// An organisation is asked to become a partner.
public struct PartnerInvited: Event {
    public static let name = "partner.invited"
    public static let kind = SubjectKind.partner
    public static let place = StreamPlace.anywhere
    public static let summary =
        "An organisation is asked to become a partner; the key is the organisation's."
    public static let rules: [Rule] = [.partnerIsRegistered, .ventureOpen, .membershipAllows, .lifeAllows]
    public static let command = "partner invite"

    /// What it is asked for.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.optionalText("note", "What the organisation is asked to join for.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        try check.demandCandidate(at: check.instant)
        let partnership = check.state.partnership(of: key, at: check.instant)
        try check.demand((partnership?.truth ?? .no).negated, .governance(.alreadyPartner(key)))
        try check.demand(
            !(check.state.governance.partners[key]?.isInvited ?? false),
            .governance(.alreadyInvited(key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let date = entry.happened
        var partner = state.governance.partners[entry.subject.key] ?? Partner()
        partner.invitations.append(Partner.Invitation(date: date, note: note))
        // What was recorded of it before the invitation may be the answer.
        let joined = partner.memberships.periods.compactMap(\.validity.from)
        if let answer = joined.first(where: { $0.bounds.precedes(date.bounds) != .yes }) {
            partner.answer(Partner.Answer(isAccepted: true, date: answer, reason: nil))
        }
        state.governance.partners[entry.subject.key] = partner
    }
}

/// An organisation does not become a partner.
public struct PartnerDeclined: Event {
    public static let name = "partner.declined"
    public static let kind = SubjectKind.partner
    public static let place = StreamPlace.continues
    public static let summary = "An organisation that was invited does not become a partner."
    public static let rules: [Rule] = [.membershipAllows]
    public static let command = "partner decline"

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it declines.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        try check.demand(
            check.state.governance.partners[key]?.isInvited ?? false,
            .governance(.notInvited(key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.partners[entry.subject.key]?
            .answer(Partner.Answer(isAccepted: false, date: entry.happened, reason: reason))
    }
}

/// An organisation becomes a partner.
public struct PartnerJoined: Event {
    public static let name = "partner.joined"
    public static let kind = SubjectKind.partner
    public static let place = StreamPlace.anywhere
    public static let summary =
        "An organisation becomes a partner, invited or not; the key is the organisation's."
    public static let rules: [Rule] = [.partnerIsRegistered, .ventureOpen, .membershipAllows, .lifeAllows]
    public static let command = "partner join"

    /// What it may expect.
    public let right: ConsentRight
    /// As what it belongs to the venture.
    public let status: PartnerStatus?
    /// For how long.
    public let validity: Validity
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        right = try fields.choice(
            "right",
            ConsentRight.self,
            "What joint decisions need of it: its consent, its view, or that it is told."
        )
        status = try fields.optionalChoice(
            "status",
            PartnerStatus.self,
            "As what it belongs to the venture; partner when absent."
        )
        validity = try fields.validity("From when it is a partner; when the entry happened if absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let validity = validity.since(check.entry)
        try check.demandCandidate(at: check.start(of: validity))
        try check.demandOrder(of: validity)
        try check.demandNoPartner(during: validity)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let validity = validity.since(entry)
        var partner = state.governance.partners[entry.subject.key] ?? Partner()
        partner.memberships.insert(
            Partner.Membership(right: right, status: status ?? .partner),
            validity: validity,
            position: entry.position
        )
        partner.answer(
            Partner.Answer(isAccepted: true, date: validity.from ?? entry.happened, reason: nil)
        )
        state.governance.partners[entry.subject.key] = partner
        state.link(decision: decision, to: entry.subject)
    }
}

/// An organisation is no partner any more.
public struct PartnerLeft: Event {
    public static let name = "partner.left"
    public static let kind = SubjectKind.partner
    public static let place = StreamPlace.continues
    public static let summary = "An organisation is no partner any more; it may join again."
    public static let rules: [Rule] = [.membershipAllows]
    public static let command = "partner leave"

    /// Why.
    public let reason: Text?
    /// What it still owes or is owed.
    public let liabilities: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it leaves.")
        liabilities = try fields.optionalText("liabilities", "What it still owes, or is owed.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        let date = check.entry.happened
        let periods = check.state.governance.partners[key]?.memberships.periods ?? []
        let canLeave = periods.reduce(Truth.no) { $0.or($1.validity.canEnd(on: date)) }
        try check.demand(canLeave, .governance(.notPartner(key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        guard var partner = state.governance.partners[entry.subject.key] else { return }
        let date = entry.happened
        partner.memberships.end(date) { $0.validity.canEnd(on: date) != .no }
        partner.departures.append(
            Partner.Departure(date: date, reason: reason, liabilities: liabilities)
        )
        state.governance.partners[entry.subject.key] = partner
    }
}

extension Check {
    /// Refuses who can be no partner: who is not registered or was succeeded, and all after its end.
    fileprivate mutating func demandCandidate(at t: Timestamp) throws(Refusal) {
        let key = entry.subject.key
        try demand(state.governance.organisations[key] != nil, .governance(.notRegistered(key)))
        try demandStanding(key, at: t)
        try demandOpenVenture(at: t)
    }

    /// Refuses who is a partner at any time within.
    fileprivate mutating func demandNoPartner(during validity: Validity) throws(Refusal) {
        let key = entry.subject.key
        for period in state.governance.partners[key]?.memberships.periods ?? [] {
            try demand(period.validity.coincides(with: validity).negated, .governance(.alreadyPartner(key)))
        }
    }
}
