// SPDX-License-Identifier: Apache-2.0

/// Somebody may stand in for the holder of a seat.
public struct DeputyNominated: Event {
    public static let name = "deputy.nominated"
    public static let kind = SubjectKind.seat
    public static let place = StreamPlace.continues
    public static let summary = "Somebody may stand in for the holder of a seat, at a meeting or for a time."
    public static let rules: [Rule] = [.notOwnDeputy, .attendanceByMembers, .lifeAllows]

    /// The person, or the assignment in which they come.
    public let holder: Subject
    /// The meeting.
    public let meeting: Key?
    /// When.
    public let validity: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        holder = try fields.subject(
            "deputy",
            of: [.person, .assignment],
            "Who stands in: a person, or the assignment in which they come."
        )
        meeting = try fields.optionalKey(
            "meeting",
            of: .meeting,
            "The one meeting; all within the time if absent."
        )
        validity = try fields.validity("From when; when the entry happened if absent.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let seat = check.state.seat(subject.key) else { return }
        let stated = validity.since(check.entry)
        try check.demandOrder(of: stated)
        try check.demand(
            seat.validity.coincides(with: stated),
            .governance(.seatNotThere(subject.key))
        )
        if let meeting, let body = check.state.governance.meetings[meeting]?.body {
            try check.demand(body == seat.body, .governance(.meetingOfOtherBody(meeting, body)))
        }
        guard let person = check.state.person(named: holder) else { return }
        for stretch in check.state.stretches(of: subject) where stretch.person == person {
            guard stretch.isSubstantive else { continue }
            try check.demand(
                stretch.validity.coincides(with: stated).negated,
                .roles(.ownDeputy(person, subject))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.seats[entry.subject.key]?.deputies.append(
            Deputy(
                holder: holder,
                meeting: meeting,
                validity: validity.since(entry),
                position: entry.position
            )
        )
    }
}
