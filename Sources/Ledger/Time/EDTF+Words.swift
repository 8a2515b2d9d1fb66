// SPDX-License-Identifier: Apache-2.0

extension EDTF {
    /// The date in English: `15 Aug 2019`, `autumn 2019`, `between Oct 2017 and Mar 2018`, `May 2019 or
    /// later`, `by Mar 2018`, `about 2013 (uncertain)`, `21 Nov 2026 10:02 UTC`.
    public var words: String {
        switch content {
        case .date(let date): date.words
        case .onwards(let start): "\(start.words) or later"
        case .until(let end): "by \(end.words)"
        case .interval(let start, let end): "between \(start.words(before: end)) and \(end.words)"
        }
    }

    /// The date in as few words as a table column wants: as `words`, but intervals as `Oct 2017/Mar 2018`,
    /// `May 2019/..` and `../Mar 2018`.
    public var short: String {
        switch content {
        case .date(let date): date.words
        case .onwards(let start): "\(start.words)/.."
        case .until(let end): "../\(end.words)"
        case .interval(let start, let end): "\(start.words(before: end))/\(end.words)"
        }
    }
}

extension EDTFDate {
    /// The date with its qualifiers.
    fileprivate var words: String { qualified(name + yearSuffix) }

    /// The start of an interval: without its year if the end has the same and is as plain.
    fileprivate func words(before end: EDTFDate) -> String {
        let sharesYear = !yearSuffix.isEmpty && yearSuffix == end.yearSuffix
        return qualified(sharesYear ? name : name + yearSuffix)
    }

    private func qualified(_ words: String) -> String {
        (isApproximate ? "about " : "") + words + (isUncertain ? " (uncertain)" : "")
    }

    /// The date without the year of a day or month.
    private var name: String {
        switch form {
        case .instant(let instant): Self.minute(instant)
        case .day(let days): Self.dayAndMonth(CivilDate(daysSinceEpoch: days))
        case .month(let month): Self.months[month % 12]
        case .season(let month): Self.season(firstMonth: month)
        case .year(let year): Self.padded(year, to: 4)
        case .dayOfMonth(let month): "a day in \(Self.months[month % 12])"
        case .dayOfYear(let year): "a day in \(Self.padded(year, to: 4))"
        case .monthOfYear(let year): "a month of \(Self.padded(year, to: 4))"
        case .decade(let year): "the \(Self.padded(year, to: 4))s"
        case .century(let year): "the years \(Self.padded(year, to: 4)) to \(Self.padded(year + 99, to: 4))"
        }
    }

    /// The year of a day or month with a space before it; empty for forms that name it themselves.
    private var yearSuffix: String {
        switch form {
        case .day(let days): " " + Self.padded(CivilDate(daysSinceEpoch: days).year, to: 4)
        case .month(let month), .dayOfMonth(let month): " " + Self.padded(month / 12, to: 4)
        case .instant, .season, .year, .dayOfYear, .monthOfYear, .decade, .century: ""
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func dayAndMonth(_ date: CivilDate) -> String { "\(date.day) \(months[date.month - 1])" }

    /// Seasons of the northern hemisphere; winter names both its years.
    private static func season(firstMonth month: Int) -> String {
        let year = month / 12
        return switch month % 12 {
        case 2: "spring \(padded(year, to: 4))"
        case 5: "summer \(padded(year, to: 4))"
        case 8: "autumn \(padded(year, to: 4))"
        default: "winter \(padded(year, to: 4))-\(padded((year + 1) % 100, to: 2))"
        }
    }

    private static func minute(_ instant: Timestamp) -> String {
        let minutes = Int(instant.microseconds).dividedDown(by: 60 * Timestamp.microsecondsPerSecond)
        let days = minutes.dividedDown(by: 1_440)
        let date = CivilDate(daysSinceEpoch: days)
        let ofDay = minutes - days * 1_440
        let clock = "\(padded(ofDay / 60, to: 2)):\(padded(ofDay % 60, to: 2))"
        return "\(dayAndMonth(date)) \(padded(date.year, to: 4)) \(clock) UTC"
    }

    private static func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
