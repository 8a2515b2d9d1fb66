// SPDX-License-Identifier: Apache-2.0

/// An instant to the microsecond in UTC, written `YYYY-MM-DDThh:mm:ss.ffffffZ`.
///
/// The text always has 27 bytes: the proleptic Gregorian calendar, years 0000 to 9999, no leap seconds. It is
/// a profile of RFC 3339 with one spelling for every instant, so it sorts as bytes. A value outside the years
/// that can be written saturates to `distantPast` or `distantFuture`; every timestamp therefore has its text.
public struct Timestamp: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z, negative before.
    public let microseconds: Int64

    /// The first instant of year 0000.
    public static let distantPast = Timestamp(microseconds: microsecondsRange.lowerBound)
    /// The last microsecond of year 9999: the end of time, at or before which every exclusive bound lies.
    public static let distantFuture = Timestamp(microseconds: microsecondsRange.upperBound)

    /// 0000-01-01T00:00:00.000000Z to 9999-12-31T23:59:59.999999Z.
    private static let microsecondsRange: ClosedRange<Int64> =
        -62_167_219_200_000_000...253_402_300_799_999_999

    static let microsecondsPerSecond = 1_000_000
    static let microsecondsPerDay = 86_400 * microsecondsPerSecond
    private static let textLength = 27

    /// The instant so many microseconds after 1970-01-01T00:00:00Z; saturates outside the years 0000 to 9999.
    public init(microseconds: Int64) {
        let range = Self.microsecondsRange
        self.microseconds = min(max(microseconds, range.lowerBound), range.upperBound)
    }

    /// Reads exactly `YYYY-MM-DDThh:mm:ss.ffffffZ`; nil for any other text and for days that do not exist.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        guard bytes.count == Self.textLength,
            bytes.has("T", at: 10), bytes.has(".", at: 19), bytes.has("Z", at: 26),
            let numbers = bytes.dateNumbers(at: 0),
            let date = CivilDate(year: numbers.year, month: numbers.month, day: numbers.day),
            let time = bytes.timeNumbers(at: 11), let second = time.secondOfDay,
            let fraction = bytes.decimal(at: 20, count: 6)
        else { return nil }
        self.init(daysSinceEpoch: date.daysSinceEpoch, secondOfDay: second, microsecond: fraction)
    }

    /// The instant at a second of a day; saturates.
    init(daysSinceEpoch days: Int, secondOfDay: Int = 0, microsecond: Int = 0) {
        let ofDay = secondOfDay * Self.microsecondsPerSecond + microsecond
        self.init(microseconds: Int64(days * Self.microsecondsPerDay + ofDay))
    }

    /// The instant so many microseconds later, or earlier if negative; saturates.
    public func advanced(byMicroseconds count: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(count)
        return Timestamp(microseconds: overflow ? (count < 0 ? .min : .max) : sum)
    }

    /// The whole days from here until then, rounded down; negative when then is earlier.
    public func days(until then: Timestamp) -> Int {
        Int(then.microseconds - microseconds).dividedDown(by: Self.microsecondsPerDay)
    }

    /// `YYYY-MM-DDThh:mm:ss.ffffffZ`, 27 bytes.
    public var description: String {
        let total = Int(microseconds)
        let days = total.dividedDown(by: Self.microsecondsPerDay)
        let date = CivilDate(daysSinceEpoch: days)
        let ofDay = total - days * Self.microsecondsPerDay
        let second = ofDay / Self.microsecondsPerSecond
        let microsecond = ofDay - second * Self.microsecondsPerSecond
        return unsafe String(unsafeUninitializedCapacity: Self.textLength) { buffer in
            // The only bytes written are those the output span counts, so none is read before it is written.
            var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
            output.append(date)
            output.append(UInt8(ascii: "T"))
            output.append(pair: second / 3_600)
            output.append(UInt8(ascii: ":"))
            output.append(pair: second / 60 % 60)
            output.append(UInt8(ascii: ":"))
            output.append(pair: second % 60)
            output.append(UInt8(ascii: "."))
            output.append(pair: microsecond / 10_000)
            output.append(pair: microsecond / 100 % 100)
            output.append(pair: microsecond % 100)
            output.append(UInt8(ascii: "Z"))
            return unsafe output.finalize(for: buffer)
        }
    }

    /// Earlier is less.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}
