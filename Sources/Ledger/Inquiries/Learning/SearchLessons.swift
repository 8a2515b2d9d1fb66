// SPDX-License-Identifier: Apache-2.0

/// What was learnt, by the words in it.
public struct SearchLessons: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "SearchLessons"
    public static let summary = """
        The after-action reviews, lessons, practices and findings whose texts contain all of some words.
        """
    public static let command = "lesson search"

    private let words: [[UInt8]]

    public init(_ fields: inout Fields) throws(FieldError) {
        let text = try fields.text(
            "text",
            "The words, separated by spaces; capitals A to Z count as small letters, and parts of words are found."
        )
        words = Self.folded(text.plain ?? "").split(separator: UInt8(ascii: " ")).map { Array($0) }
    }

    /// Something with texts in which the words are.
    public struct Row: Sendable {
        let subject: Subject
        let form: String
        let title: Text
        let organisation: Key?
        let happening: Happening
        let found: [String]
        let position: UInt64
    }

    public static let columns: [Column<Row>] = [
        .word("subject", "What it is, as KIND/KEY.") { $0.subject.description },
        .word("kind", "review, lesson, practice or finding.") { $0.form },
        .text("title", "What it is called.") { $0.title },
        .party("organisation", "The organisation that it comes from.") { $0.organisation },
        .word("when", "When it was said.") { $0.happening.occurrence.text },
        .words("found", "The fields in which one of the words is.") { $0.found },
        .entries { [$0.position] },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.searched.compactMap { item -> Row? in
            guard item.happening.happened(at: world.instant) != .no, !words.isEmpty else { return nil }
            let texts = item.texts.compactMap { name, text in
                text?.plain.map { (name: name, text: Self.folded($0)) }
            }
            guard words.allSatisfy({ word in texts.contains { $0.text.contains(word) } }) else { return nil }
            return Row(
                subject: item.subject,
                form: item.form,
                title: item.title,
                organisation: item.organisation,
                happening: item.happening,
                found: texts.filter { text in words.contains { text.text.contains($0) } }.map(\.name),
                position: item.happening.position
            )
        }
        return Report(
            rows.sorted { Happening.inOrder($1.happening, $0.happening) },
            note: "Sealed texts are not searched."
        )
    }

    /// The bytes of a text with the letters A to Z made small, and white space made spaces.
    private static func folded(_ text: String) -> [UInt8] {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            case 9...13: UInt8(ascii: " ")
            default: byte
            }
        }
    }
}

/// Something that can be searched for words.
private struct Searched {
    let subject: Subject
    let form: String
    let title: Text
    let organisation: Key?
    let happening: Happening
    let texts: [(String, Text?)]
}

extension World {
    /// All that is searched.
    fileprivate var searched: [Searched] { reviews + lessonTexts + practices + findings }

    private var reviews: [Searched] {
        state.activity.knowledgeEvents.compactMap { key, event in
            guard let review = event.review else { return nil }
            let content = review.content
            return Searched(
                subject: Subject(.knowledge, key),
                form: "review",
                title: content.title,
                organisation: content.host,
                happening: review.happening,
                texts: [
                    ("title", content.title), ("expected", content.expected), ("actual", content.actual),
                    ("why", content.why), ("sustain", content.sustain), ("improve", content.improve),
                ]
            )
        }
    }

    private var lessonTexts: [Searched] {
        state.learning.lessons.map { key, lesson in
            let content = lesson.identified.content
            return Searched(
                subject: Subject(.lesson, key),
                form: "lesson",
                title: content.title,
                organisation: content.authorship.organisation,
                happening: lesson.identified.happening,
                texts: [("title", content.title), ("statement", content.statement)]
            )
        }
    }

    private var practices: [Searched] {
        state.learning.practices.compactMap { key, practice in
            guard let submission = practice.submission(at: instant) else { return nil }
            let content = submission.content
            return Searched(
                subject: Subject(.practice, key),
                form: "practice",
                title: content.title,
                organisation: content.authorship.organisation,
                happening: submission.happening,
                texts: [
                    ("title", content.title), ("problem", content.problem), ("solution", content.solution),
                    ("context", content.context),
                ]
            )
        }
    }

    private var findings: [Searched] {
        state.activity.findings.map { key, finding in
            Searched(
                subject: Subject(.finding, key),
                form: "finding",
                title: finding.content.title,
                organisation: finding.content.organisation,
                happening: finding.happening,
                texts: [("title", finding.content.title)]
            )
        }
    }
}
