// SPDX-License-Identifier: Apache-2.0

/// An after-action review was held.
///
/// Its four questions: what was expected, what happened, why was there a difference, and what is to be
/// sustained and improved.
public struct AfterActionReviewHeld: Event, Codable, Hashable {
    public static let name = "aar.held"
    public static let kind = SubjectKind.knowledge
    public static let place = StreamPlace.anywhere
    public static let summary = """
        An after-action review was held, with the answers to its four questions; one that was scheduled is held under \
        its own key.
        """
    public static let rules: [Rule] = [.lifeAllows, .scheduledIsPlanned]
    public static let command = "knowledge aar"

    /// What can be reviewed.
    static let matters: [SubjectKind] = [
        .agreement, .barrier, .benefit, .boundary, .commitment, .community, .consultation, .decision,
        .dispute,
        .finding, .initiative, .interface, .knowledge, .meeting, .objective, .post, .practice, .service,
        .tool,
    ]

    /// What it is called.
    public let title: Text
    /// What it was about.
    public let about: Subject?
    /// The organisation that hosted it.
    public let host: Key
    /// The organisations that took part.
    public let organisations: [Key]
    /// How many people took part.
    public let participants: Int64?
    /// What was expected to happen.
    public let expected: Text
    /// What happened.
    public let actual: Text
    /// Why there was a difference.
    public let why: Text
    /// What to keep doing.
    public let sustain: Text?
    /// What to do better.
    public let improve: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the review is called or about.")
        about = try fields.optionalSubject("about", of: Self.matters, "What it was about.")
        host = try fields.key("host", of: .organisation, "The organisation or unit that hosted it.")
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            "The organisations that took part."
        )
        participants = try fields.optionalInteger("participants", "How many people took part.")
        expected = try fields.text("expected", "What was expected to happen.")
        actual = try fields.text("actual", "What happened.")
        why = try fields.text("why", "Why there was a difference, or none.")
        sustain = try fields.optionalText("sustain", "What to keep doing.")
        improve = try fields.optionalText("improve", "What to do better.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandHeldOnce() }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.knowledgeEvents.hold(KnowledgeContent(of: self), Recorded(self, entry), entry)
    }
}
