// SPDX-License-Identifier: Apache-2.0

/// A meeting is arranged.
public struct MeetingScheduled: Event {
    public static let name = "meeting.scheduled"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.begins
    public static let summary = "A body is to meet on a date; that it met is recorded when it has."
    public static let rules: [Rule] = [.ventureOpen, .lifeAllows]
    public static let command = "meeting schedule"

    /// The body.
    public let body: Key
    /// When.
    public let date: EDTF
    /// What the meeting is called.
    public let title: Text?
    /// Where.
    public let venue: Text?
    /// How people meet.
    public let mode: MeetingMode?

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.key("body", of: .body, "The body that is to meet.")
        date = try fields.date("date", "When it is to meet; it may lie ahead.")
        title = try fields.optionalText("title", "What the meeting is called.")
        venue = try fields.optionalText("venue", "Where it is to meet.")
        mode = try fields.optionalChoice("mode", MeetingMode.self, "How people are to meet.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let start = date.bounds.earliestOrPast
        try check.demandOpenVenture(at: start)
        try check.demandBody(body, at: start)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        var meeting = state.governance.meetings[entry.subject.key] ?? Meeting(body: body)
        meeting.title = title ?? meeting.title
        meeting.schedule.append(
            Meeting.Arrangement(
                date: date,
                venue: venue,
                mode: mode,
                reason: nil,
                happening: Happening(entry)
            )
        )
        state.governance.meetings[entry.subject.key] = meeting
    }
}

/// A meeting is put off, or moved.
public struct MeetingRescheduled: Event {
    public static let name = "meeting.rescheduled"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.continues
    public static let summary =
        "A meeting is to be on another date, or elsewhere; one that was cancelled is on again."
    public static let rules: [Rule] = [.papersInTime, .lifeAllows]

    /// When.
    public let date: EDTF
    /// Where.
    public let venue: Text?
    /// How people meet.
    public let mode: MeetingMode?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        date = try fields.date("date", "When it is to meet now.")
        venue = try fields.optionalText("venue", "Where it is to meet; as before when absent.")
        mode = try fields.optionalChoice(
            "mode",
            MeetingMode.self,
            "How people are to meet; as before when absent."
        )
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let meeting = try check.meetingAhead() else { return }
        try check.demandBody(meeting.body, at: date.bounds.earliestOrPast)
        for paper in meeting.papers {
            check.warnOfLatePaper(paper.circulated.happening.occurrence.date, meeting.body, on: date)
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        let last = state.governance.meetings[key]?.schedule.last
        state.governance.meetings[key]?.schedule.append(
            Meeting.Arrangement(
                date: date,
                venue: venue ?? last?.venue,
                mode: mode ?? last?.mode,
                reason: reason,
                happening: Happening(entry)
            )
        )
    }
}

/// A meeting does not take place.
public struct MeetingCancelled: Event {
    public static let name = "meeting.cancelled"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.continues
    public static let summary = "A meeting that was arranged does not take place."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it does not take place.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let meeting = try check.meetingAhead() else { return }
        try check.demand(!meeting.isCancelled, .governance(.meetingCancelled(check.entry.subject.key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        let last = state.governance.meetings[key]?.schedule.last
        state.governance.meetings[key]?.schedule.append(
            Meeting.Arrangement(
                date: nil,
                venue: last?.venue,
                mode: last?.mode,
                reason: reason,
                happening: Happening(entry)
            )
        )
    }
}

extension Check {
    /// The meeting that the entry is about, which has not been held.
    func meetingAhead() throws(Refusal) -> Meeting? {
        let key = entry.subject.key
        guard let meeting = state.governance.meetings[key] else { return nil }
        try demand(meeting.held == nil, .governance(.alreadyHeld(key)))
        return meeting
    }

    /// Warns of a paper that did not certainly come as many days before the meeting as the terms say (rule 45).
    mutating func warnOfLatePaper(_ circulated: EDTF, _ body: Key, on date: EDTF) {
        guard let days = state.terms(of: body, at: date.bounds.earliestOrPast)?.papersDays,
            let earliest = date.bounds.earliest, let last = circulated.bounds.last
        else { return }
        warn(.papersInTime, unless: earliest.day - last.day >= days)
    }
}

extension Timestamp {
    /// The number of its day, counted from 1 January 1970, UTC.
    fileprivate var day: Int { Int(microseconds).dividedDown(by: Self.microsecondsPerDay) }
}
