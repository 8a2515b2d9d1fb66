// SPDX-License-Identifier: Apache-2.0

/// What was learnt that bears on a proposal.
public struct ListRelevantLessons: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "ListRelevantLessons"
    public static let summary = """
        The lessons and after-action reviews that share an interface, a barrier or a ground with a proposal.
        """
    public static let command = "lesson relevant"

    private let decision: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.key("decision", of: .decision, "The proposal or decision.")
    }

    /// A lesson or a review, and why it bears on the proposal.
    public struct Row: Sendable {
        let subject: Subject
        let title: Text
        let status: String
        let organisation: Key
        let because: [String]
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("subject", "The lesson, or the knowledge event that was a review, as KIND/KEY.") {
            $0.subject.description
        },
        .word("state", "How far a lesson has come; review for an after-action review.") { $0.status },
        .text("title", "What is to be learnt, or what the review was about.") { $0.title },
        .party("organisation", "The organisation that it comes from.") { $0.organisation },
        .words("because", "What it shares with the proposal, as KIND/KEY.") { $0.because },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let grounds = world.grounds(of: decision)
        let reviews = world.state.activity.knowledgeEvents.sorted { $0.key < $1.key }.compactMap {
            key,
            event -> Row? in
            guard let review = event.review, review.happening.happened(at: world.instant) != .no else {
                return nil
            }
            let subject = Subject(.knowledge, key)
            let shared = [subject, review.content.about].compactMap {
                $0.flatMap { grounds.contains($0) ? $0 : nil }
            }
            guard !shared.isEmpty else { return nil }
            return Row(
                subject: subject,
                title: review.content.title,
                status: "review",
                organisation: review.content.host,
                because: shared.map(\.description),
                entries: [review.happening.position]
            )
        }
        let lessons = world.lessons.compactMap { row -> Row? in
            let shared = world.subjects(of: row.lesson, row.key).filter(grounds.contains)
            guard row.status != .rejected, !shared.isEmpty else { return nil }
            return Row(
                subject: Subject(.lesson, row.key),
                title: row.lesson.identified.content.title,
                status: row.status.rawValue,
                organisation: row.lesson.identified.content.authorship.organisation,
                because: shared.map(\.description),
                entries: row.entries
            )
        }
        return Report(lessons + reviews)
    }
}

extension World {
    /// What a proposal rests on and leads to, itself among them, and the barriers that it removed.
    fileprivate func grounds(of key: Key) -> Set<Subject> {
        guard let decision = state.decision(key) else { return [] }
        let interfaces = decision.interfaces.map { Subject(.interface, $0) }
        return Set(decision.because + decision.ledTo + interfaces + [Subject(.decision, key)])
    }

    /// What a lesson is about: itself, what it was learnt from, and what that review was about.
    fileprivate func subjects(of lesson: Lesson, _ key: Key) -> [Subject] {
        let content = lesson.identified.content
        var subjects: [Subject?] = [
            Subject(.lesson, key), content.origin, content.interface.map { Subject(.interface, $0) },
            content.barrier.map { Subject(.barrier, $0) },
        ]
        if let origin = content.origin, origin.kind == .knowledge {
            subjects.append(state.knowledgeEvent(origin.key)?.review?.content.about)
        }
        return subjects.compactMap(\.self)
    }
}
