// SPDX-License-Identifier: Apache-2.0

/// Dates taken as whole periods: an observation's period is all of May, and not some instant within.
extension EDTF {
    /// Whether it is as long as a frequency asks for.
    ///
    /// Dates of days, months and years are counted exactly: a month lasts until the same day of the next. Of periods
    /// that do not begin and end at midnight UTC, such as local days, it is open when they are at most two hours longer
    /// or shorter, as those are on which clocks change.
    func fits(_ frequency: MeasureFrequency) -> Truth {
        guard let begin = bounds.earliest, let end = bounds.latest else { return .no }
        let perDay = Int64(Timestamp.microsecondsPerDay)
        let first = Int(begin.microseconds).dividedDown(by: Timestamp.microsecondsPerDay)
        guard let due = frequency.end(ofPeriodFrom: first) else { return .yes }
        let isWhole = begin.microseconds % perDay == 0 && end.microseconds % perDay == 0
        guard !isWhole else { return Truth(Int64(due) * perDay == end.microseconds) }
        let wanted = Int64(due - first) * perDay
        let isNear = abs((end.microseconds - begin.microseconds) - wanted) <= perDay / 12
        return isNear ? .possibly : .no
    }

    /// Whether the two periods have a day in common; open when one of them is approximate or uncertain.
    func coversSome(of other: EDTF) -> Truth {
        guard bounds.overlaps(other.bounds) else { return .no }
        let isExact = ![self, other].contains { $0.isApproximate || $0.isUncertain }
        return isExact ? .yes : .possibly
    }
}

extension MeasureFrequency {
    /// How long a period is, in words.
    var length: String {
        switch self {
        case .daily: "a day"
        case .weekly: "seven days"
        case .monthly: "a month"
        case .quarterly: "three months"
        case .annual: "twelve months"
        case .irregular: "any time"
        }
    }

    /// The day after a period that begins on a day, both counted from 1970-01-01; nil when any length will do.
    ///
    /// Months end before the same day of a later month, or before the first of the month after when there is none.
    func end(ofPeriodFrom day: Int) -> Int? {
        switch self {
        case .daily: return day + 1
        case .weekly: return day + 7
        case .monthly: return Self.adding(1, to: day)
        case .quarterly: return Self.adding(3, to: day)
        case .annual: return Self.adding(12, to: day)
        case .irregular: return nil
        }
    }

    private static func adding(_ months: Int, to day: Int) -> Int {
        let date = CivilDate(daysSinceEpoch: day)
        let index = date.year * 12 + date.month - 1 + months
        let first = CivilDate.daysSinceEpoch(monthIndex: index)
        let next = CivilDate.daysSinceEpoch(monthIndex: index + 1)
        return min(first + date.day - 1, next)
    }
}
