// SPDX-License-Identifier: Apache-2.0

/// A consultation and what was answered.
public struct Consultation: WorkItem {
    /// What was asked, and whom.
    public let opened: Recorded<ConsultationOpened>
    /// What was answered, in the order of recording.
    public internal(set) var responses: [Recorded<ConsultationResponseRecorded>] = []
    /// That it is over; nil while nobody says so.
    public internal(set) var closed: Recorded<ConsultationClosed>?

    init(_ opened: Recorded<ConsultationOpened>) { self.opened = opened }

    public var began: Happening { opened.happening }
    public var steps: [Happening] { responses.map(\.happening) }
    public var ended: Happening? { closed?.happening }
}

extension Recorded<ConsultationResponseRecorded> {
    /// How many responses the entry stands for.
    var count: Int64 { content.count ?? 1 }
}
