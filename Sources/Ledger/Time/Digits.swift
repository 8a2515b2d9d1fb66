// SPDX-License-Identifier: Apache-2.0

/// The fields of `hh:mm:ss` as written, not yet checked.
struct TimeNumbers {
    let hour: Int
    let minute: Int
    let second: Int

    /// Seconds since midnight, or nil if there is no such time; leap seconds and 24:00:00 are not accepted.
    var secondOfDay: Int? {
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return hour * 3_600 + minute * 60 + second
    }
}

extension Span<UInt8> {
    /// The number in exactly `count` ASCII digits at `offset`; nil if they are not all there.
    func decimal(at offset: Int, count digits: Int) -> Int? {
        guard offset + digits <= count else { return nil }
        var number = 0
        for index in offset..<offset + digits {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// The fields of `YYYY-MM-DD` at `offset` as written, not yet checked against the calendar.
    func dateNumbers(at offset: Int) -> (year: Int, month: Int, day: Int)? {
        guard let year = decimal(at: offset, count: 4), has("-", at: offset + 4),
            let month = decimal(at: offset + 5, count: 2), has("-", at: offset + 7),
            let day = decimal(at: offset + 8, count: 2)
        else { return nil }
        return (year, month, day)
    }

    /// The fields of `hh:mm:ss` at `offset` as written.
    func timeNumbers(at offset: Int) -> TimeNumbers? {
        guard let hour = decimal(at: offset, count: 2), has(":", at: offset + 2),
            let minute = decimal(at: offset + 3, count: 2), has(":", at: offset + 5),
            let second = decimal(at: offset + 6, count: 2)
        else { return nil }
        return TimeNumbers(hour: hour, minute: minute, second: second)
    }

    /// Whether the byte at `offset` is there and is this ASCII character.
    func has(_ character: Unicode.Scalar, at offset: Int) -> Bool {
        indices.contains(offset) && self[offset] == UInt8(ascii: character)
    }
}

extension OutputSpan<UInt8> {
    /// Appends `YYYY-MM-DD`.
    mutating func append(_ date: CivilDate) {
        append(pair: date.year / 100)
        append(pair: date.year % 100)
        append(UInt8(ascii: "-"))
        append(pair: date.month)
        append(UInt8(ascii: "-"))
        append(pair: date.day)
    }

    /// Appends the digits of a number from 0 to 99; in pairs, so that every division is by a constant.
    mutating func append(pair number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
