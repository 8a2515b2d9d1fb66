// SPDX-License-Identifier: Apache-2.0

/// The lessons, by how far they have come and how old they are.
public struct ListLessons: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "ListLessons"
    public static let summary =
        "The lessons by how far each has come, and for how many days it has been there."
    public static let command = "lesson list"

    private let state: LessonStatus?
    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        state = try fields.optionalChoice("state", LessonStatus.self, "Only those that have come this far.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those of this organisation or a unit of it."
        )
    }

    /// A lesson at an instant.
    public struct Row: Sendable {
        let key: Key
        let lesson: Lesson
        let status: LessonStatus
        let truth: Truth
        let age: Int?
        let inState: Int?
        let author: Key?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the lesson.") { $0.key },
        .word(
            "state",
            "How far it has come: identified, validated, shared, actioned, embedded, rejected or retired."
        ) { $0.status.rawValue },
        .word("certainty", "yes, or possibly when the dates leave it open.") { $0.truth.rawValue },
        .number("ageDays", "How many days ago it was identified, by the earliest instant of that date.") {
            $0.age
        },
        .number("stateDays", "For how many days it has been in that state, by the earliest instant.") {
            $0.inState
        },
        .text("title", "What is to be learnt.") { $0.lesson.identified.content.title },
        .party("organisation", "The organisation that it comes from.") {
            $0.lesson.identified.content.authorship.organisation
        },
        .person("author", "Its author.") { $0.author },
        .word("origin", "What it was learnt from, as KIND/KEY.") {
            $0.lesson.identified.content.origin?.description
        },
        .word("repeats", "The earlier lesson that it says once more.") {
            $0.lesson.identified.content.repeats?.text
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.lessons.filter { row in
            let owner = row.lesson.identified.content.authorship.organisation
            return (state.map { $0 == row.status } ?? true)
                && (organisation.map { world.state.belongs(owner, to: $0) } ?? true)
        }
        let order = LessonStatus.allCases
        let sorted = rows.sorted { left, right in
            let (first, second) = (order.firstIndex(of: left.status), order.firstIndex(of: right.status))
            guard first == second else { return (first ?? 0) < (second ?? 0) }
            return (left.inState ?? .max, right.key) > (right.inState ?? .max, left.key)
        }
        let figures = order.compactMap { status -> Figure? in
            let count = rows.count { $0.status == status }
            return count == 0 ? nil : Figure(status.rawValue, count)
        }
        return Report(sorted, figures: figures)
    }
}

extension World {
    /// Every lesson that had or may have been identified, by key.
    var lessons: [ListLessons.Row] {
        state.learning.lessons.sorted { $0.key < $1.key }.compactMap { key, lesson in
            guard let (stage, truth) = lesson.stages.at(instant) else { return nil }
            return ListLessons.Row(
                key: key,
                lesson: lesson,
                status: stage.status,
                truth: truth,
                age: days(since: lesson.identified.happening),
                inState: days(since: stage.happening),
                author: lesson.identified.content.authorship.person(in: state),
                entries: lesson.entries(at: instant)
            )
        }
    }

    /// How many whole days lie between the earliest instant of something and the instant asked about.
    func days(since happening: Happening) -> Int? {
        guard let earliest = happening.occurrence.date.bounds.earliest else { return nil }
        return max(0, Int(instant.microseconds - earliest.microseconds) / Timestamp.microsecondsPerDay)
    }
}
