// SPDX-License-Identifier: Apache-2.0

/// From which day on working together has cost no more than what it is compared with would have.
///
/// What would have been spent is spread evenly over its period; what was spent counts in full on the first day that its
/// date allows. All of it is whole minor units and days, counted from 1970-01-01.
struct BreakEven {
    /// The first instant of the period that the amount is for.
    let begin: Timestamp
    /// The end of the period.
    let end: Timestamp
    /// What would have been spent in the whole of it, in minor units.
    let amount: Int128

    /// What would have been spent by an instant, to the nearest minor unit.
    func accrued(by t: Timestamp) -> Int128 {
        let length = Int128(end.microseconds) - Int128(begin.microseconds)
        guard length > 0, t > begin else { return 0 }
        guard t < end else { return amount }
        return (amount * (Int128(t.microseconds) - Int128(begin.microseconds))).divided(by: length)
    }

    /// The first day at whose end what would have been spent is at least what was, and on every day after it up to the
    /// last; nil when there is none.
    func day(after spending: [(day: Int, minor: Int64)], through lastDay: Int) -> Int? {
        var total: Int128 = 0
        var reached: Int?
        let steps = Dictionary(grouping: spending.filter { $0.day <= lastDay }, by: \.day).sorted {
            $0.key < $1.key
        }
        for (index, step) in steps.enumerated() {
            total += step.value.reduce(Int128(0)) { $0 + Int128($1.minor) }
            let next = index + 1 < steps.count ? steps[index + 1].key : lastDay + 1
            guard let day = firstDay(reaching: total, from: step.key, to: next - 1) else {
                reached = nil
                continue
            }
            if reached == nil || day > step.key { reached = day }
        }
        return reached
    }

    /// The first day from one to another at whose end so much has accrued, by bisection.
    private func firstDay(reaching total: Int128, from first: Int, to last: Int) -> Int? {
        func has(_ day: Int) -> Bool { accrued(by: Timestamp(daysSinceEpoch: day + 1)) >= total }
        guard first <= last, has(last) else { return nil }
        var (low, high) = (first, last)
        while low < high {
            let middle = (low + high) / 2
            if has(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
