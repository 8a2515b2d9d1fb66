// SPDX-License-Identifier: Apache-2.0

/// Meetings that were held or are to be, and whether they were quorate.
public struct ListMeetings: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "ListMeetings"
    public static let summary =
        "Meetings by date: arranged, held or cancelled, whether quorate and when, with agenda, papers and minutes."
    public static let command = "meeting list"

    private let body: Key?
    private let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.optionalKey("body", of: .body, "Only meetings of this body.")
        decision = try fields.optionalKey(
            "decision",
            of: .decision,
            "Only meetings with this decision on the agenda, or at which it was adopted."
        )
    }

    /// A meeting as far as it had come.
    public struct Row: Sendable {
        let key: Key
        let meeting: Meeting
        let arrangement: Meeting.Arrangement?
        let status: String
        let date: EDTF?
        let quorateness: Quorateness?
        let timeline: [String]
        let agenda: Recorded<AgendaPublished>?
        let decisions: [Key]
        let papers: [Meeting.Paper]
        let minutes: [Meeting.Minutes]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the meeting.") { $0.key },
        .word("body", "The body.") { $0.meeting.body.text },
        .text("title", "What it is called.") { $0.meeting.title },
        .word("date", "When it was held or is to be.") { $0.date?.short },
        .word("status", "scheduled, cancelled, held, or minuted when only its minutes are recorded.") {
            $0.status
        },
        .text("venue", "Where it was arranged to be.") { $0.arrangement?.venue },
        .word("mode", "How people were to meet.") { $0.arrangement?.mode?.rawValue },
        .word("quorate", "Whether it was quorate: yes, no or possibly; absent when no quorum is stated.") {
            $0.quorateness.flatMap { $0.known ? $0.truth.rawValue : nil }
        },
        .words("missing", "Who was missing for a quorum.") { row in
            row.quorateness?.missing.map(\.words) ?? []
        },
        .words("timeline", "From when it was quorate and from when not, where people came late or left.") {
            $0.timeline
        },
        .parties("present", "The organisations for which somebody was there.") { row in
            var seen: Set<Key> = []
            return (row.meeting.held?.attendance ?? []).map(\.organisation)
                .filter { seen.insert($0).inserted }
        },
        .text("agenda", "What it is or was to deal with.") { $0.agenda?.content.agenda },
        .words("decisions", "The decisions on its agenda, and those adopted at it.") {
            $0.decisions.map(\.text)
        },
        .texts("papers", "The papers circulated for it.") { $0.papers.map(\.circulated.content.title) },
        .number("readings", "How often somebody said that they read a paper.") { row in
            row.papers.reduce(0) { $0 + $1.readings.count }
        },
        .word("minutes", "approved or recorded; absent while there are none.") { row in
            row.minutes.isEmpty ? nil : row.minutes.contains(where: \.isApproved) ? "approved" : "recorded"
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.governance.meetings.compactMap { key, meeting -> Row? in
            guard body.map({ $0 == meeting.body }) ?? true, let row = row(key, meeting, in: world) else {
                return nil
            }
            return decision.map { row.decisions.contains($0) } ?? true ? row : nil
        }
        return Report(
            rows.sorted { left, right in
                let starts = (left.start, right.start)
                return starts.0 == starts.1 ? left.key < right.key : starts.0 < starts.1
            }
        )
    }

    private func row(_ key: Key, _ recorded: Meeting, in world: World) -> Row? {
        let state = world.state
        var meeting = recorded
        if let held = meeting.held, held.date.bounds.isAtOrBefore(world.instant) == .no { meeting.held = nil }
        let arrangement = recorded.schedule.last { $0.happening.happened(at: world.instant) != .no }
        let minutes = recorded.minutes.filter { $0.date.bounds.isAtOrBefore(world.instant) != .no }
        let status: String
        if meeting.held != nil {
            status = "held"
        } else if !minutes.isEmpty {
            status = "minuted"
        } else if let arrangement {
            status = arrangement.date == nil ? "cancelled" : "scheduled"
        } else {
            return nil
        }
        let agenda = recorded.agendas.last { $0.happening.happened(at: world.instant) != .no }
        let adopted = state.decisions.all.filter { $0.value.asOf(world.instant).adoption?.meeting == key }
        return Row(
            key: key,
            meeting: meeting,
            arrangement: arrangement,
            status: status,
            date: meeting.held?.date ?? arrangement?.date
                ?? recorded.schedule.last { $0.date != nil }?.date,
            quorateness: meeting.held == nil ? nil : state.quorateness(of: key),
            timeline: meeting.held == nil ? [] : Self.words(state.quorumTimeline(of: key)),
            agenda: agenda,
            decisions: Set(adopted.map(\.key) + (agenda?.content.decisions ?? [])).sorted(),
            papers: recorded.papers.filter { $0.circulated.happening.happened(at: world.instant) != .no },
            minutes: minutes
        )
    }

    /// The times of a meeting in which it was quorate and not, if there is more than one.
    private static func words(_ periods: [QuorumPeriod]) -> [String] {
        guard periods.count > 1, periods.allSatisfy(\.quorateness.known) else { return [] }
        return periods.map { period in
            let from = period.from.map { EDTF.instant($0).short } ?? "from the beginning"
            return "\(from): \(period.quorateness.truth.rawValue)"
        }
    }
}

extension ListMeetings.Row {
    /// The earliest instant of its date, or of its minutes.
    fileprivate var start: Timestamp {
        (date ?? minutes.first?.date)?.bounds.earliestOrPast ?? .distantPast
    }

    fileprivate var entries: [UInt64] {
        var positions: Set<UInt64> = []
        if let held = meeting.held { positions.insert(held.position) }
        if let arrangement { positions.insert(arrangement.happening.position) }
        if let agenda { positions.insert(agenda.happening.position) }
        for paper in papers {
            positions.insert(paper.circulated.happening.position)
            positions.formUnion(paper.readings.map(\.happening.position))
        }
        positions.formUnion(minutes.map(\.position))
        return positions.sorted()
    }
}
