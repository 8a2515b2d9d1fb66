// SPDX-License-Identifier: Apache-2.0

/// Decisions that did not last.
public struct ListReversals: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListReversals"
    public static let summary = "Decisions that were superseded, rescinded or set aside, and how soon."
    public static let command = "decision reversals"

    private let months: Int?

    public init(_ fields: inout Fields) throws(FieldError) {
        months = try fields.optionalInteger(
            "months",
            in: 1...1_200,
            "Only those reversed within so many months of their adoption, certainly or possibly."
        ).map { Int($0) }
    }

    /// A decision and its reversal.
    public struct Row: Sendable {
        let key: Key
        let decision: Decision
        let adopted: Happening
        let reversal: StatusChange
        let isWithin: Truth
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The decision.") { $0.key },
        .text("title", "What was decided.") { $0.decision.title },
        .word("how", "superseded, rescinded or setAside.") { $0.reversal.status.rawValue },
        .word("replacedBy", "The decision that did so.") { $0.decision.replacedBy?.text },
        .word("adopted", "When it was adopted, or taken in urgency.") { $0.adopted.occurrence.text },
        .word("reversed", "When it was reversed.") { $0.reversal.words },
        .number("atLeastDays", "The fewest whole days that it stood.") { $0.days.atLeast },
        .number("atMostDays", "The most whole days that it stood.") { $0.days.atMost },
        .word("within", "Whether that was within the months asked for: yes or possibly.") {
            $0.isWithin.rawValue
        },
        .entries { [$0.adopted.position, $0.reversal.position] },
    ]

    public func answer(in world: World) -> Report<Row> {
        var decided = 0
        var rows: [Row] = []
        for (key, decision) in world.decisions {
            guard let adopted = decision.adoption?.happening ?? decision.urgency?.taken.happening else {
                continue
            }
            decided += 1
            let last = decision.history.last
            guard let last, [.superseded, .rescinded, .setAside].contains(last.status) else { continue }
            let isWithin = within(adopted.occurrence.date.bounds, last.when)
            guard isWithin != .no else { continue }
            rows.append(
                Row(key: key, decision: decision, adopted: adopted, reversal: last, isWithin: isWithin)
            )
        }
        let window = months.map { "within \($0) months of adoption" } ?? "ever"
        return Report(
            rows,
            figures: [
                Figure("adopted or taken in urgency", decided),
                Figure("reversed", rows.count, window),
                Figure("share", Share.text(rows.count, of: decided), "reversed, \(window), of all those"),
            ]
        )
    }

    /// Whether a reversal came no later than so many calendar months after the adoption.
    private func within(_ adopted: Bounds, _ reversed: Bounds) -> Truth {
        guard let months else { return .yes }
        let certain = adopted.earliest.flatMap { $0.adding(months: months) }
            .map { reversed.isAtOrBefore($0) == .yes }
        let possible = adopted.last.flatMap { $0.adding(months: months) }
            .map { reversed.isAtOrBefore($0) != .no }
        return Truth(certain: certain ?? false, possible: possible ?? true)
    }
}

extension ListReversals.Row {
    /// How long it stood.
    var days: DaySpan { DaySpan(from: adopted.occurrence.date.bounds, to: reversal.when) }
}

extension Timestamp {
    /// The same time of day so many months later, on the last day of the month if that has no such day.
    func adding(months: Int) -> Timestamp {
        let days = Int(microseconds).dividedDown(by: Self.microsecondsPerDay)
        let date = CivilDate(daysSinceEpoch: days)
        let month = date.year * 12 + date.month - 1 + months
        let first = CivilDate.daysSinceEpoch(monthIndex: month)
        let length = CivilDate.daysSinceEpoch(monthIndex: month + 1) - first
        let moved = first + min(date.day, length) - 1
        return advanced(byMicroseconds: Int64((moved - days) * Self.microsecondsPerDay))
    }
}
