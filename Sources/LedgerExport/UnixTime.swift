// SPDX-License-Identifier: Apache-2.0

/// Seconds since 1970-01-01T00:00:00Z, for people.
enum UnixTime {
    private static let secondsPerDay: UInt64 = 86_400

    /// The time as `YYYY-MM-DD hh:mm UTC`, or the number of seconds after the year 9999.
    static func text(_ seconds: UInt64) -> String {
        let days = seconds / secondsPerDay
        // The days from 0000-03-01 in the proleptic Gregorian calendar, so that leap days end their years.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard year <= 9_999 else { return "\(seconds) s after 1970" }
        let minute = seconds % secondsPerDay / 60
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
            + " " + padded(minute / 60, 2) + ":" + padded(minute % 60, 2) + " UTC"
    }

    private static func padded(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
