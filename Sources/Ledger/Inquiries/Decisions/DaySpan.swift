// SPDX-License-Identifier: Apache-2.0

/// How many whole days lie between two dates, as closely as they are known.
struct DaySpan: Hashable, Sendable {
    /// The fewest that the dates allow; nil when one of them is open.
    let atLeast: Int?
    /// The most that the dates allow; nil when one of them is open.
    let atMost: Int?

    /// The days from one date until another; none if the later may come first.
    init(from start: Bounds, to end: Bounds) {
        atLeast = Self.days(from: start.last, to: end.earliest).map { max(0, $0) }
        atMost = Self.days(from: start.earliest, to: end.last).map { max(0, $0) }
    }

    private static func days(from start: Timestamp?, to end: Timestamp?) -> Int? {
        guard let start, let end else { return nil }
        return Int(end.microseconds - start.microseconds).dividedDown(by: Timestamp.microsecondsPerDay)
    }

    /// The middle of some numbers, the lower of two; nil of none.
    static func median(_ numbers: [Int]) -> Int? {
        numbers.isEmpty ? nil : numbers.sorted()[(numbers.count - 1) / 2]
    }
}

/// A share of a whole, as a percentage with one decimal.
enum Share {
    /// The share in words, such as `33.3 %`; nil of nothing.
    static func text(_ part: Int, of whole: Int) -> String? {
        guard whole > 0 else { return nil }
        let tenths = (part * 2_000 + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension World {
    /// Every matter that had possibly been tabled by then, as far as it had come, by key.
    var decisions: [(key: Key, decision: Decision)] {
        state.decisions.all.sorted { $0.key < $1.key }.compactMap { key, recorded in
            guard recorded.status(at: instant) != nil else { return nil }
            return (key, recorded.asOf(instant))
        }
    }
}

extension Decision {
    /// When it was tabled.
    var tabled: StatusChange? { history.first }

    /// When it was adopted, rejected, withdrawn or taken in urgency: the first change that closed it.
    var closed: StatusChange? { history.first { !$0.status.isOpen } }
}
