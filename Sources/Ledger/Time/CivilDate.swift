// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, and its place in the count of days since 1970-01-01.
///
/// The arithmetic is Howard Hinnant's `days_from_civil` and `civil_from_days` ("chrono-Compatible Low-Level
/// Date Algorithms", https://howardhinnant.github.io/date_algorithms.html): years are counted from 1 March so
/// that the leap day is the last, in eras of 400 years that are all 146,097 days long.
struct CivilDate: Hashable, Codable, Sendable {
    /// The years a date can be written in, as ISO 8601-1 has them without agreement between the parties.
    static let years = 0...9_999

    /// 0 to 9999.
    let year: Int
    /// 1 to 12.
    let month: Int
    /// 1 to 31.
    let day: Int

    /// The named day, or nil if the calendar does not have it (30 February, month 13, year 10000).
    init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), 1...12 ~= month, day >= 1,
            day <= Self.daysInMonth(year: year, month: month)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that is `days` after 1970-01-01 (before it if negative).
    init(daysSinceEpoch days: Int) {
        let shifted = days + Self.daysFromMarchOfYearZero
        let era = shifted.dividedDown(by: Self.daysPerEra)
        let dayOfEra = shifted - era * Self.daysPerEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, negative before.
    var daysSinceEpoch: Int { Self.daysSinceEpoch(year: year, month: month, day: day) }

    /// Days from 1970-01-01 to the first day of a month counted from January of year 0; any month of any
    /// year.
    static func daysSinceEpoch(monthIndex: Int) -> Int {
        let year = monthIndex.dividedDown(by: 12)
        return daysSinceEpoch(year: year, month: monthIndex - year * 12 + 1, day: 1)
    }

    private static let daysPerEra = 146_097
    private static let daysFromMarchOfYearZero = 719_468

    private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.dividedDown(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysPerEra + dayOfEra - daysFromMarchOfYearZero
    }

    private static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Int {
    /// The quotient rounded towards negative infinity, for a positive divisor.
    func dividedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
