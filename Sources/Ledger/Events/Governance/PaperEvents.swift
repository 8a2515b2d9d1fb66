// SPDX-License-Identifier: Apache-2.0

/// What a meeting is to deal with is published.
public struct AgendaPublished: Event, Codable, Hashable {
    public static let name = "agenda.published"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.continues
    public static let summary = "What a meeting is to deal with is published; a later agenda replaces it."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "meeting agenda"

    /// The items.
    public let agenda: Text?
    /// The decisions that are among them.
    public let decisions: [Key]
    /// SHA-256 of the document.
    public let digest: String?

    public init(_ fields: inout Fields) throws(FieldError) {
        agenda = try fields.optionalText("agenda", "The items, one to a line.")
        decisions = try fields.keys("decisions", of: .decision, "The decisions that are among the items.")
        digest = try fields.optionalDigest("digest", "SHA-256 of the document.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let meeting = check.state.governance.meetings[key] else { return }
        try check.demand(!meeting.isCancelled, .governance(.meetingCancelled(key)))
        try check.demand(
            agenda != nil || digest != nil || !decisions.isEmpty,
            .governance(.nothingPublished(key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.meetings[entry.subject.key]?.agendas.append(Recorded(self, entry))
    }
}

/// A paper is sent to those who meet.
public struct PaperCirculated: Event, Codable, Hashable {
    public static let name = "paper.circulated"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.continues
    public static let summary = "A paper for a meeting is sent to its members."
    public static let rules: [Rule] = [.papersInTime, .lifeAllows]
    public static let command = "meeting paper"

    /// What it is called.
    public let title: Text
    /// SHA-256 of the document.
    public let digest: String?
    /// The decision that it is about.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the paper is called.")
        digest = try fields.optionalDigest("digest", "SHA-256 of the document.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that it is about.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let meeting = check.state.governance.meetings[key] else { return }
        try check.demand(!meeting.isCancelled, .governance(.meetingCancelled(key)))
        guard let date = meeting.date else { return }
        check.warnOfLatePaper(check.entry.happened, meeting.body, on: date)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.meetings[entry.subject.key]?.papers.append(
            Meeting.Paper(circulated: Recorded(self, entry))
        )
    }
}

/// Somebody read a paper.
public struct PaperRead: Event, Codable, Hashable {
    public static let name = "paper.read"
    public static let kind = SubjectKind.meeting
    public static let place = StreamPlace.continues
    public static let summary = "Somebody says that they read a paper for a meeting."
    public static let rules: [Rule] = [.endedRoleCannotAct]

    /// The position of the entry that circulated it.
    public let paper: UInt64?
    /// SHA-256 of the document.
    public let digest: String?
    /// The assignment of the reader.
    public let assignment: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        paper = try fields.optionalInteger(
            "paper",
            "The position of the entry that circulated the paper."
        ).map(UInt64.init)
        digest = try fields.optionalDigest("digest", "SHA-256 of the paper, instead of its position.")
        assignment = try fields.key("assignment", of: .assignment, "The assignment in which it was read.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        let papers = check.state.governance.meetings[key]?.papers ?? []
        try check.demand(papers.contains(where: isAbout), .governance(.noSuchPaper(key)))
        try check.demand(
            check.state.roleStands(assignment, at: check.instant),
            .governance(.roleNotHeld(assignment))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        guard let index = state.governance.meetings[key]?.papers.lastIndex(where: isAbout) else { return }
        state.governance.meetings[key]?.papers[index].readings.append(Recorded(self, entry))
    }

    private func isAbout(_ paper: Meeting.Paper) -> Bool {
        if let position = self.paper { return paper.circulated.happening.position == position }
        return digest != nil && paper.circulated.content.digest == digest
    }
}
