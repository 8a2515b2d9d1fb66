// SPDX-License-Identifier: Apache-2.0

/// A body met.
public struct MeetingHeld: Event {
    public static let name = "meeting.held"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.anywhere
    public static let summary = "A body met; who was there decides whether it was quorate."
    public static let rules: [Rule] = [.endedRoleCannotAct, .attendanceByMembers, .papersInTime, .lifeAllows]
    public static let command = "meeting record"

    /// The body.
    public let body: Key
    /// Who was there.
    public let attendance: [Attendance]
    /// What the meeting was called.
    public let title: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.key("body", of: .body, "The body that met.")
        attendance = try fields.list("attendance", of: Attendance.self, "Who was there.")
        title = try fields.optionalText("title", "What the meeting was called.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        if let meeting = check.state.governance.meetings[key] {
            try check.demand(meeting.held == nil, .governance(.alreadyHeld(key)))
            try check.demand(!meeting.isCancelled, .governance(.meetingCancelled(key)))
            for paper in meeting.papers {
                check.warnOfLatePaper(
                    paper.circulated.happening.occurrence.date,
                    body,
                    on: check.entry.happened
                )
            }
        }
        try check.demandMeeting(of: body)
        try check.demandBody(body, at: check.instant)
        var listed: Set<Subject> = []
        for present in attendance {
            let seat = present.seat.map { Subject(.seat, $0) }
            let assignment = present.assignment.map { Subject(.assignment, $0) }
            if let left = present.left, let arrived = present.arrived {
                try check.demand(
                    arrived.isLater(than: left).negated,
                    .governance(.leavesBeforeArrival(seat ?? Subject(.organisation, present.organisation)))
                )
            }
            for subject in [seat, assignment].compactMap(\.self) {
                try check.demand(listed.insert(subject).inserted, .governance(.attendsTwice(subject)))
            }
            try checkRole(of: present, &check)
            try checkSeat(of: present, &check)
        }
    }

    private func checkRole(of present: Attendance, _ check: inout Check) throws(Refusal) {
        guard let assignment = present.assignment else { return }
        let stands = check.state.roleStands(assignment, at: check.instant)
        try check.demand(stands, .governance(.roleNotHeld(assignment)))
        // Whoever takes a seat in another role stands in for its holder: one who was nominated to, where any was.
        guard let seat = present.seat, let role = check.state.assignment(assignment)?.role,
            role != Subject(.seat, seat)
        else { return }
        let state = check.state
        let deputies = state.deputies(of: seat, in: check.entry.subject.key, at: check.instant)
        let isNominated = deputies.contains { state.isHeld($0.holder, by: assignment) }
        try check.demand(
            isNominated || deputies.isEmpty,
            .governance(.notDeputy(assignment, seat: seat))
        )
        check.warn(.attendanceByMembers, unless: isNominated)
    }

    private func checkSeat(of present: Attendance, _ check: inout Check) throws(Refusal) {
        guard let key = present.seat, let seat = check.state.seat(key) else { return }
        try check.demand(seat.body == body, .governance(.seatOfOtherBody(key, seat.body)))
        try check.demand(seat.validity.holds(at: check.instant), .governance(.seatNotThere(key)))
        try check.demand(
            check.state.root(of: present.organisation) == check.state.root(of: seat.organisation),
            .governance(.seatOfOtherOrganisation(key, seat.organisation, present.organisation))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        var meeting = state.governance.meetings[entry.subject.key] ?? Meeting(body: body)
        meeting.title = title ?? meeting.title
        meeting.held = Meeting.Held(
            date: entry.happened,
            instant: entry.earliest,
            attendance: attendance,
            position: entry.position
        )
        state.governance.meetings[entry.subject.key] = meeting
    }
}

extension Attendance: FieldGroup {
    public init(_ fields: inout Fields) throws(FieldError) {
        seat = try fields.optionalKey(
            "seat",
            of: .seat,
            "The seat held; without one somebody is invited and does not count for the quorum."
        )
        organisation = try fields.key("organisation", of: .organisation, "On whose behalf.")
        assignment = try fields.optionalKey("assignment", of: .assignment, "In which role.")
        arrived = try fields.optionalDate("arrived", "When they came, if not at the beginning.")
        left = try fields.optionalDate("left", "When they went, if not at the end.")
    }
}

/// What a meeting came to is written down.
public struct MinutesRecorded: Event {
    public static let name = "minutes.recorded"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.anywhere
    public static let summary = "What a meeting came to is written down, or approved."
    public static let rules: [Rule] = [.minutesApprovedOnce, .lifeAllows]
    public static let command = "meeting minutes"

    /// The body that met.
    public let body: Key
    /// SHA-256 of the document.
    public let digest: String?
    /// What the minutes say, or where they are.
    public let note: Text?
    /// Whether the body has approved them.
    public let isApproved: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.key("body", of: .body, "The body that met.")
        digest = try fields.optionalDigest("digest", "SHA-256 of the document.")
        note = try fields.optionalText("note", "What the minutes say, or where they are kept.")
        isApproved = try fields.flag(
            "approved",
            "Whether the body has approved them, which it does once."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        try check.demandMeeting(of: body)
        let minutes = check.state.governance.meetings[key]?.minutes ?? []
        try check.demand(
            !(isApproved && minutes.contains(where: \.isApproved)),
            .governance(.minutesApproved(key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let minutes = Meeting.Minutes(
            date: entry.happened,
            digest: digest,
            note: note,
            isApproved: isApproved,
            position: entry.position
        )
        state.governance.meetings[entry.subject.key, default: Meeting(body: body)].minutes.append(
            minutes
        )
    }
}

extension Check {
    /// Refuses what says that another body met than an earlier entry does.
    fileprivate func demandMeeting(of body: Key) throws(Refusal) {
        let key = entry.subject.key
        guard let meeting = state.governance.meetings[key] else { return }
        try demand(meeting.body == body, .governance(.meetingOfOtherBody(key, meeting.body)))
    }
}
