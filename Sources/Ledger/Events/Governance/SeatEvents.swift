// SPDX-License-Identifier: Apache-2.0

/// A body gets a seat.
public struct SeatCreated: Event {
    public static let name = "seat.created"
    public static let kind = SubjectKind.seat
    public static let place = StreamPlace.begins
    public static let summary = "A body gets a seat, for which one organisation nominates the holder."
    public static let rules: [Rule] = [.ventureOpen, .lifeAllows, .advisorsDoNotVote]
    public static let command = "body seat"

    /// The body.
    public let body: Key
    /// The organisation that nominates.
    public let organisation: Key
    /// What kind of member it is for.
    public let seatClass: SeatClass
    /// Whether its holder has a vote.
    public let isVoting: Bool
    /// What it is called.
    public let title: Text?
    /// For how long it exists.
    public let validity: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.key("body", of: .body, "The body that the seat is in.")
        organisation = try fields.key(
            "organisation",
            of: .organisation,
            "The organisation that nominates its holder."
        )
        seatClass = try fields.choice(
            "seatClass",
            SeatClass.self,
            "What kind of member the seat is for."
        )
        isVoting = try fields.flag("voting", "Whether its holder has a vote; an advisor never has.")
        title = try fields.optionalText("title", "What the seat is called.")
        validity = try fields.validity("From when it exists; when the entry happened if absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let start = check.start(of: validity)
        try check.demandOrder(of: validity.since(check.entry))
        try check.demandOpenVenture(at: start)
        try check.demandBody(body, at: start)
        try check.demandStanding(organisation, at: start)
        try check.demand(
            !(isVoting && seatClass == .advisor),
            .governance(.advisorVotes(check.entry.subject.key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.governance.seats[key] = Seat(
            body: body,
            organisation: organisation,
            seatClass: seatClass,
            isVoting: isVoting,
            title: title,
            validity: validity.since(entry).clipped(
                to: Validity(to: state.governance.bodies[body]?.validity.to)
            )
        )
        state.governance.bodies[body]?.seats.append(key)
    }
}

/// A body loses a seat.
public struct SeatAbolished: Event {
    public static let name = "seat.abolished"
    public static let kind = SubjectKind.seat
    public static let place = StreamPlace.continues
    public static let summary = "A body loses a seat."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why there is no such seat any more.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let seat = check.state.seat(subject.key) else { return }
        try check.demand(seat.validity.canEnd(on: check.entry.happened), .governance(.notThere(subject)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.seats[entry.subject.key]?.validity.to = entry.happened
    }
}
