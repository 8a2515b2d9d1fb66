// SPDX-License-Identifier: Apache-2.0

/// A meeting.
public struct MeetingView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// The body that met.
    public let body: Key
    /// What it was called.
    public let title: Text?
    /// When it was held; nil while only minutes are recorded.
    public let date: EDTF?
    /// Who was there.
    public let attendance: [Attendance]
    /// Whether it was quorate under the terms of its day; nil while only minutes are recorded.
    public let quorum: Quorum?
    /// Its minutes by then, in the order of recording.
    public let minutes: [Meeting.Minutes]
}

extension State {
    /// The meetings of a body, or of all, that had or may have been held at an instant, by date.
    public func meetings(of body: Key? = nil, validAt t: Timestamp) -> [MeetingView] {
        var meetings: [(start: Timestamp, view: MeetingView)] = []
        for (key, meeting) in governance.meetings where body.map({ $0 == meeting.body }) ?? true {
            let minutes = meeting.minutes.filter { $0.date.bounds.isAtOrBefore(t) != .no }
            let wasHeld = meeting.held.map { $0.date.bounds.isAtOrBefore(t) != .no } ?? !minutes.isEmpty
            guard wasHeld else { continue }
            let view = MeetingView(
                key: key,
                body: meeting.body,
                title: meeting.title,
                date: meeting.held?.date,
                attendance: meeting.held?.attendance ?? [],
                quorum: quorum(of: key),
                minutes: minutes
            )
            let date = meeting.held?.date ?? minutes.first?.date
            meetings.append((date?.bounds.earliestOrPast ?? .distantPast, view))
        }
        meetings.sort { ($0.start, $0.view.key) < ($1.start, $1.view.key) }
        return meetings.map(\.view)
    }
}
