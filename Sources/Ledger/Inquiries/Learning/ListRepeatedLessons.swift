// SPDX-License-Identifier: Apache-2.0

/// Lessons that were identified again and again and never embedded.
public struct ListRepeatedLessons: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "ListRepeatedLessons"
    public static let summary = "The lessons that were identified more than once and never embedded."
    public static let command = "lesson repeated"

    private let least: Int
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        least = Int(
            try fields.optionalInteger("least", in: 2...1_000, "How often at least; 2 unless it is given.")
                ?? 2
        )
        all = try fields.flag("all", "Also those that were embedded, one time or another.")
    }

    /// A lesson with all that say it again.
    public struct Row: Sendable {
        let key: Key
        let title: Text
        let times: Int
        let isEmbedded: Bool
        let first: String
        let last: String
        let lessons: [String]
        let organisations: [Key]
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The lesson as it was first identified.") { $0.key },
        .number("times", "How often it was identified.") { $0.times },
        .flag("embedded", "Whether it was embedded, one time or another.") { $0.isEmbedded },
        .text("title", "What is to be learnt, as first said.") { $0.title },
        .word("first", "When it was first identified.") { $0.first },
        .word("last", "When it was last identified.") { $0.last },
        .words("lessons", "Each time, by key, with how far it has come.") { $0.lessons },
        .parties("organisations", "The organisations that identified it.") { $0.organisations },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let groups = Dictionary(grouping: world.lessons) { world.state.firstLesson(of: $0.key) }
        let rows = groups.sorted { $0.key < $1.key }.compactMap { _, members -> Row? in
            let inOrder = members.sorted {
                Happening.inOrder($0.lesson.identified.happening, $1.lesson.identified.happening)
            }
            guard inOrder.count >= least, let first = inOrder.first, let last = inOrder.last else {
                return nil
            }
            let isEmbedded = inOrder.contains { row in
                row.lesson.stages.happening(of: .embedded).map { $0.happened(at: world.instant) != .no }
                    ?? false
            }
            guard all || !isEmbedded else { return nil }
            return Row(
                key: first.key,
                title: first.lesson.identified.content.title,
                times: inOrder.count,
                isEmbedded: isEmbedded,
                first: first.lesson.identified.happening.occurrence.text,
                last: last.lesson.identified.happening.occurrence.text,
                lessons: inOrder.map { "\($0.key) \($0.status.rawValue)" },
                organisations: inOrder.map { $0.lesson.identified.content.authorship.organisation }
                    .reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
                entries: inOrder.flatMap(\.entries).sorted()
            )
        }
        return Report(rows.sorted { ($0.times, $1.key) > ($1.times, $0.key) })
    }
}
