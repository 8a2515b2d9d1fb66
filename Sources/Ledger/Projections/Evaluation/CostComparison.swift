// SPDX-License-Identifier: Apache-2.0

/// What was spent by an instant, by category and year, beside what would have been spent without working together.
struct CostComparison {
    /// One record of a cost.
    struct Record {
        let content: CostRecorded
        /// The instants that its period or date allows.
        let bounds: Bounds
        let position: UInt64

        /// The first day that its date allows, counted from 1970-01-01.
        var day: Int {
            Int(bounds.earliestOrPast.microseconds).dividedDown(by: Timestamp.microsecondsPerDay)
        }
        /// Its year, by the earliest instant.
        var year: Int { CivilDate(daysSinceEpoch: day).year }
    }

    /// Which amount of a baseline's range is meant.
    enum Bound: String, CaseIterable {
        case low, central, high

        func amount(of line: BaselineLine) -> Money {
            switch self {
            case .low: line.low
            case .central: line.central
            case .high: line.high
            }
        }
    }

    /// The records, in the order of their days and then of recording.
    let records: [Record]
    /// What is compared with; nil when there is none.
    let baseline: BaselineEstimate?
    /// The instant.
    let instant: Timestamp

    /// The categories that count, in the order in which they are declared.
    var categories: [CostCategory] {
        let used = Set(records.map(\.content.category) + (baseline?.lines.map(\.category) ?? []))
        return CostCategory.allCases.filter(used.contains)
    }

    /// The years that have records, and the last that the comparison reaches.
    var years: [Int] {
        var years = Set(records.map(\.year))
        if let begin = baseline?.period.bounds.earliest, begin <= instant { years.insert(lastYear) }
        return years.sorted()
    }

    /// The year of the instant, or of the baseline's end if that is earlier.
    private var lastYear: Int {
        let end = baseline?.period.bounds.last.map { min($0, instant) } ?? instant
        return CivilDate(
            daysSinceEpoch: Int(end.microseconds).dividedDown(by: Timestamp.microsecondsPerDay)
        ).year
    }

    /// What would have been spent on some categories by the end of a year, or by the instant; nil without lines.
    func baseline(_ bound: Bound, on categories: [CostCategory], through year: Int) -> Money? {
        guard let even = breakEven(bound, on: categories),
            let currency = baseline?.lines.first?.central.currency
        else { return nil }
        let yearEnd = Timestamp(daysSinceEpoch: CivilDate.daysSinceEpoch(monthIndex: (year + 1) * 12))
        let accrued = even.accrued(by: min(yearEnd, instant.advanced(byMicroseconds: 1)))
        return Money(wide: accrued, currency: currency)
    }

    /// The day from which on coordinating has cost no more than the baseline; nil when there is none yet.
    func breakEvenDay(_ bound: Bound) -> Int? {
        let coordination = categories.filter(\.isCoordination)
        let spending = records.filter { $0.content.category.isCoordination }
            .compactMap { record in record.content.price.map { (day: record.day, minor: $0.minor) } }
        let lastDay = Int(instant.microseconds).dividedDown(by: Timestamp.microsecondsPerDay)
        return breakEven(bound, on: coordination)?.day(after: spending, through: lastDay)
    }

    private func breakEven(_ bound: Bound, on categories: [CostCategory]) -> BreakEven? {
        guard let baseline, let begin = baseline.period.bounds.earliest,
            let end = baseline.period.bounds.latest
        else { return nil }
        let lines = baseline.lines.filter { categories.contains($0.category) }
        guard !lines.isEmpty else { return nil }
        let amount = lines.reduce(Int128(0)) { $0 + Int128(bound.amount(of: $1).minor) }
        return BreakEven(begin: begin, end: end, amount: amount)
    }
}
