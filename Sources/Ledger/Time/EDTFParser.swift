// SPDX-License-Identifier: Apache-2.0

/// Reads the text of an `EDTF`, whose grammar is there, in one pass over its bytes.
///
/// Shapes are told apart by length: the accepted calendar dates have 4, 7 or 10 bytes and instants at least
/// 20.
struct EDTFParser {
    let text: String

    /// What the text says; the order of an interval is not yet checked.
    func content() throws(EDTFError) -> EDTF.Content {
        let bytes = text.utf8.span
        guard bytes.count <= EDTF.maximumBytes else { throw .tooLong(bytes: bytes.count) }
        var slash: Int?
        for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
            guard slash == nil else { throw .malformed(text) }
            slash = index
        }
        guard let slash else { return .date(try date(bytes)) }
        let first = bytes.extracting(..<slash)
        let second = bytes.extracting((slash + 1)...)
        switch (isOpen(first), isOpen(second)) {
        case (true, true): throw .openAtBothEnds
        case (true, false): return .until(try date(second))
        case (false, true): return .onwards(try date(first))
        case (false, false): return .interval(try date(first), try date(second))
        }
    }

    private func isOpen(_ bytes: Span<UInt8>) -> Bool {
        bytes.count == 2 && bytes.has(".", at: 0) && bytes.has(".", at: 1)
    }

    private func date(_ bytes: Span<UInt8>) throws(EDTFError) -> EDTFDate {
        let end = bytes.count - 1
        let isApproximate = bytes.has("~", at: end) || bytes.has("%", at: end)
        let isUncertain = bytes.has("?", at: end) || bytes.has("%", at: end)
        let isQualified = isApproximate || isUncertain
        let plain = bytes.extracting(..<(isQualified ? end : bytes.count))
        if plain.has("T", at: 10) {
            let instant = try instant(plain)
            guard !isQualified else { throw .qualifiedInstant(text) }
            return EDTFDate(form: .instant(instant), isApproximate: false, isUncertain: false)
        }
        return EDTFDate(form: try calendar(plain), isApproximate: isApproximate, isUncertain: isUncertain)
    }

    private func calendar(_ bytes: Span<UInt8>) throws(EDTFError) -> EDTFDate.Form {
        switch bytes.count {
        case 4: return try year(bytes)
        case 7: return try month(bytes)
        case 10: return try day(bytes)
        default: throw .malformed(text)
        }
    }

    /// Reads `2019`, `201X` or `20XX`.
    private func year(_ bytes: Span<UInt8>) throws(EDTFError) -> EDTFDate.Form {
        if let year = bytes.decimal(at: 0, count: 4) { return .year(year) }
        guard bytes.has("X", at: 3) else { throw .malformed(text) }
        if let decade = bytes.decimal(at: 0, count: 3) { return .decade(firstYear: decade * 10) }
        guard bytes.has("X", at: 2), let century = bytes.decimal(at: 0, count: 2) else {
            throw .malformed(text)
        }
        return .century(firstYear: century * 100)
    }

    /// Reads `2019-08`, `2019-21` to `2019-24` or `2019-XX`.
    private func month(_ bytes: Span<UInt8>) throws(EDTFError) -> EDTFDate.Form {
        guard let year = bytes.decimal(at: 0, count: 4), bytes.has("-", at: 4) else {
            throw .malformed(text)
        }
        if isUnstated(bytes, at: 5) { return .monthOfYear(year) }
        guard let month = bytes.decimal(at: 5, count: 2) else { throw .malformed(text) }
        switch month {
        case 1...12: return .month(year * 12 + month - 1)
        case 21...24: return .season(firstMonth: year * 12 + (month - 21) * 3 + 2)
        default: throw .noSuchDate(text)
        }
    }

    /// Reads `2019-08-15`, `2019-08-XX` or `2019-XX-XX`.
    private func day(_ bytes: Span<UInt8>) throws(EDTFError) -> EDTFDate.Form {
        if let date = bytes.dateNumbers(at: 0) { return .day(try valid(date)) }
        guard let year = bytes.decimal(at: 0, count: 4), bytes.has("-", at: 4), bytes.has("-", at: 7),
            isUnstated(bytes, at: 8)
        else { throw .malformed(text) }
        if isUnstated(bytes, at: 5) { return .dayOfYear(year) }
        guard let month = bytes.decimal(at: 5, count: 2) else { throw .malformed(text) }
        guard 1...12 ~= month else { throw .noSuchDate(text) }
        return .dayOfMonth(year * 12 + month - 1)
    }

    private func isUnstated(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        bytes.has("X", at: offset) && bytes.has("X", at: offset + 1)
    }

    /// Reads `2019-08-15T10:00:00`, perhaps a fraction of up to six digits, and `Z` or an offset.
    private func instant(_ bytes: Span<UInt8>) throws(EDTFError) -> Timestamp {
        guard let date = bytes.dateNumbers(at: 0) else { throw .malformed(text) }
        guard let time = bytes.timeNumbers(at: 11) else { throw .malformedInstant(text) }
        let day = try valid(date)
        guard let second = time.secondOfDay else { throw .noSuchTime(text) }
        let (microsecond, offsetStart) = try fraction(bytes, at: 19)
        let offset = try offset(bytes.extracting(offsetStart...))
        let ofDay = (second - offset) * Timestamp.microsecondsPerSecond + microsecond
        let total = Int64(day * Timestamp.microsecondsPerDay + ofDay)
        let instant = Timestamp(microseconds: total)
        // A timestamp saturates outside the years; the last microsecond is the exclusive end of every bound.
        guard instant.microseconds == total, instant < .distantFuture else { throw .outOfRange(text) }
        return instant
    }

    /// Microseconds, and where the bytes after them start.
    private func fraction(
        _ bytes: Span<UInt8>,
        at point: Int
    ) throws(EDTFError) -> (microsecond: Int, end: Int) {
        guard bytes.has(".", at: point) else { return (0, point) }
        var microsecond = 0
        var unit = Timestamp.microsecondsPerSecond
        var index = point + 1
        while let digit = bytes.decimal(at: index, count: 1) {
            guard unit > 1 else { throw .malformedInstant(text) }
            unit /= 10
            microsecond += digit * unit
            index += 1
        }
        guard index > point + 1 else { throw .malformedInstant(text) }
        return (microsecond, index)
    }

    /// Seconds east of UTC.
    private func offset(_ bytes: Span<UInt8>) throws(EDTFError) -> Int {
        if bytes.count == 1, bytes.has("Z", at: 0) { return 0 }
        let isWest = bytes.has("-", at: 0)
        guard bytes.count == 6, isWest || bytes.has("+", at: 0), bytes.has(":", at: 3),
            let hours = bytes.decimal(at: 1, count: 2), let minutes = bytes.decimal(at: 4, count: 2)
        else { throw .malformedInstant(text) }
        guard hours < 24, minutes < 60 else { throw .noSuchTime(text) }
        let seconds = hours * 3_600 + minutes * 60
        return isWest ? -seconds : seconds
    }

    /// The day in the count from 1970-01-01, if the calendar has it.
    private func valid(_ date: (year: Int, month: Int, day: Int)) throws(EDTFError) -> Int {
        guard let date = CivilDate(year: date.year, month: date.month, day: date.day) else {
            throw .noSuchDate(text)
        }
        return date.daysSinceEpoch
    }
}
