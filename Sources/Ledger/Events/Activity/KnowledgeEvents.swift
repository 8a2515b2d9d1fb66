// SPDX-License-Identifier: Apache-2.0

/// The form of an event at which knowledge passes.
public enum KnowledgeEventKind: String, CaseIterable, Codable, Sendable {
    case workshop, communityMeeting, groupwork, afterActionReview, retrospect, facilitatedDiscussion
    case teambuilding
}

/// What an event at which knowledge passes is about, and who takes part.
public struct KnowledgeContent: FieldGroup, Codable, Hashable {
    /// Its form.
    public let form: KnowledgeEventKind
    /// What it is called.
    public let title: Text
    /// The organisation that hosts it.
    public let host: Key
    /// The organisations that take part.
    public let organisations: [Key]
    /// How many people take part.
    public let participants: Int64?
    /// The tool that it introduces or uses.
    public let tool: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        form = try fields.choice("kind", KnowledgeEventKind.self, "The form of the event.")
        title = try fields.text("title", "What the event is called or about.")
        host = try fields.key("host", of: .organisation, "The organisation or unit that hosts it.")
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            "The organisations that take part."
        )
        participants = try fields.optionalInteger("participants", "How many people take part.")
        tool = try fields.optionalKey("tool", of: .tool, "The tool that it introduces or uses.")
    }

    /// What an after-action review says of itself as an event.
    init(of review: AfterActionReviewHeld) {
        form = .afterActionReview
        title = review.title
        host = review.host
        organisations = review.organisations
        participants = review.participants
        tool = nil
    }
}

/// A workshop or another event at which knowledge passed was held.
public struct KnowledgeEventHeld: Event, Codable, Hashable {
    public static let name = "knowledge.event.held"
    public static let kind = SubjectKind.knowledge
    public static let place = StreamPlace.anywhere
    public static let summary = """
        A workshop or another event was held, at which knowledge passed between organisations; one that was \
        scheduled is held under its own key.
        """
    public static let rules: [Rule] = [.lifeAllows, .scheduledIsPlanned]
    public static let command = "knowledge record"

    /// What it was about and who took part.
    public let content: KnowledgeContent

    public init(_ fields: inout Fields) throws(FieldError) { content = try KnowledgeContent(&fields) }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandHeldOnce() }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.knowledgeEvents.hold(content, nil, entry)
    }
}

/// A workshop or another event at which knowledge is to pass is planned.
public struct KnowledgeEventScheduled: Event, Codable, Hashable {
    public static let name = "knowledge.event.scheduled"
    public static let kind = SubjectKind.knowledge
    public static let place = StreamPlace.begins
    public static let summary =
        "A workshop or another event is planned, at which knowledge is to pass between organisations."
    public static let rules: [Rule] = [.scheduledIsPlanned]
    public static let command = "knowledge record"

    /// What it is to be about and who is to take part.
    public let content: KnowledgeContent

    public init(_ fields: inout Fields) throws(FieldError) { content = try KnowledgeContent(&fields) }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(check.entry.occurred?.basis == .planned, .activity(.scheduledIsNotPlanned))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let plan = Recorded(self, entry)
        state.activity.knowledgeEvents[entry.subject.key] = KnowledgeEvent(scheduled: plan)
    }
}
