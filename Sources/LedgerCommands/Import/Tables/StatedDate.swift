// SPDX-License-Identifier: Apache-2.0

/// The order of day and month in dates such as 03/04/2019, of which nothing but the writer's habit tells.
public enum DateOrder: String, CaseIterable, Sendable {
    /// As in the United Kingdom; the default.
    case dayFirst = "DD/MM/YYYY"
    /// As in the United States.
    case monthFirst = "MM/DD/YYYY"
}

/// A date as a table or a document states it, turned into EDTF without becoming more exact than it was.
///
/// | stated | EDTF |
/// |---|---|
/// | `2019`, `2019-05`, `2019-05-17`, `2019-05-17 10:30` | the year, month or day |
/// | `17/05/2019`, `17.5.2019` | the day, by the order of day and month |
/// | `17 May 2019`, `17th May 2019`, `Fri 17 May 2019`, `May 17, 2019` | the day |
/// | `May 2019`, `Sept 2019` | the month |
/// | `spring 2019` … `winter 2019` | the season, as EDTF has them |
/// | `Q2 2019` | `2019-04/2019-06` |
/// | `early 2019`, `late 2019` | January to April, October to December |
/// | `early`/`late` before a season | its first two months, its last and the next: late summer is August and September |
/// | `2016-2017`, `2016/2018`, `2019-08/2019-09`, `../2018-03`, `2018/..` | some time within |
/// | EDTF as exports have it: `2019-22` (summer), `2019-08~`, `2019?` | the same |
///
/// Words that a date does not say as exactly are kept beside it.
public struct StatedDate: Hashable, Sendable {
    /// The date in EDTF.
    public let edtf: String
    /// The words, where the date says them otherwise than they stand.
    public let words: String?
    /// Whether it is not stated, but follows from another date.
    public let isInferred: Bool

    /// Some time up to a date, of what had happened by then.
    init(upTo date: StatedDate) {
        edtf = "../\(date.edtf.split(separator: "/").last ?? "")"
        words = nil
        isInferred = true
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let seasons = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]

    /// Reads a date; nil if it is not one that is understood.
    public init?(_ text: String, _ order: DateOrder = .dayFirst) {
        let stated = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let plain = stated.lowercased().replacing("–", with: "-")
        guard !plain.isEmpty, plain.utf8.count <= 80 else { return nil }
        isInferred = false
        if let exact = Self.qualified(plain) ?? Self.numeric(plain, order) ?? Self.range(plain) {
            edtf = exact
            words = nil
        } else if let exact = Self.named(plain) {
            edtf = exact
            words = nil
        } else if let vague = Self.vague(plain) {
            edtf = vague
            words = stated
        } else {
            return nil
        }
    }

    // MARK: Digits

    private static func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1...12).contains(month), (1...days(in: month, of: year)).contains(day) else { return nil }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func iso(_ text: String) -> String? {
        // A time of day says nothing without its offset, and a log's date is a day.
        let date = text.split(whereSeparator: { $0 == "t" || $0 == " " }).first ?? ""
        guard date.endIndex == text.endIndex || isTime(text[date.endIndex...].dropFirst()) else { return nil }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first.flatMap({ number($0, 4...4) }) else { return nil }
        switch parts.count {
        case 1: return date.endIndex == text.endIndex ? padded(year, 4) : nil
        case 2:
            guard let month = number(parts[1], 2...2), (1...12).contains(month) || (21...24).contains(month)
            else { return nil }
            return String(date)
        case 3:
            guard let month = number(parts[1], 2...2), let day = number(parts[2], 2...2) else { return nil }
            return Self.day(year, month, day)
        default: return nil
        }
    }

    /// A date that may end in `~`, about, or `?`, perhaps.
    private static func qualified(_ text: String) -> String? {
        guard let last = text.last, last == "~" || last == "?" else { return iso(text) }
        return iso(String(text.dropLast())).map { "\($0)\(last)" }
    }

    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.prefix { $0 != "z" && $0 != "+" && $0 != "." }.split(separator: ":")
        return (2...3).contains(parts.count)
            && parts.allSatisfy { number($0, 2...2).map { $0 < 61 } ?? false }
    }

    private static func numeric(_ text: String, _ order: DateOrder) -> String? {
        for separator in ["/", ".", "-"] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3, let first = number(parts[0], 1...2), let second = number(parts[1], 1...2),
                let year = number(parts[2], 4...4)
            else { continue }
            switch order {
            case .dayFirst: return day(year, second, first)
            case .monthFirst: return day(year, first, second)
            }
        }
        return nil
    }

    private static func range(_ text: String) -> String? {
        if let slash = text.firstIndex(of: "/") {
            let (start, end) = (String(text[..<slash]), String(text[text.index(after: slash)...]))
            if start == ".." { return end == ".." ? nil : qualified(end).map { "../\($0)" } }
            if end == ".." { return qualified(start).map { "\($0)/.." } }
            guard let start = qualified(start), let end = qualified(end) else { return nil }
            return start <= end ? "\(start)/\(end)" : nil
        }
        let years = text.split(separator: "-").map(\.trimmed)
        guard years.count == 2, let start = number(years[0][...], 4...4),
            let end = number(years[1][...], 4...4),
            start <= end
        else { return nil }
        return "\(padded(start, 4))/\(padded(end, 4))"
    }

    // MARK: Words

    private static func month(_ word: Substring) -> Int? {
        let letters = word.last == "." ? word.dropLast() : word
        guard letters.utf8.count >= 3 else { return nil }
        if letters == "sept" { return 9 }
        return months.firstIndex { $0 == letters || letters.utf8.count == 3 && $0.hasPrefix(letters) }
            .map { $0 + 1 }
    }

    private static func named(_ text: String) -> String? {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," })
        if words.count > 2, let first = words.first, first.utf8.count >= 3,
            weekdays.contains(where: { $0.hasPrefix(first) })
        {
            words.removeFirst()
        }
        guard let year = words.last.flatMap({ number($0, 4...4) }) else { return nil }
        switch words.count {
        case 2: return month(words[0]).map { "\(padded(year, 4))-\(padded($0, 2))" }
        case 3:
            let (first, second) = (words[0], words[1])
            if let month = month(second), let day = ordinal(first) { return Self.day(year, month, day) }
            if let month = month(first), let day = ordinal(second) { return Self.day(year, month, day) }
            return nil
        default: return nil
        }
    }

    private static func ordinal(_ word: Substring) -> Int? {
        let digits = ["st", "nd", "rd", "th"].contains(word.suffix(2)) ? word.dropLast(2) : word
        return number(digits, 1...2)
    }

    private static func vague(_ text: String) -> String? {
        var words = text.split(separator: " ")
        guard let year = words.popLast().flatMap({ number($0, 4...4) }) else { return nil }
        let name = padded(year, 4)
        switch words.count {
        case 1:
            switch words[0] {
            case "early": return "\(name)-01/\(name)-04"
            case "late": return "\(name)-10/\(name)-12"
            case "q1": return "\(name)-01/\(name)-03"
            case "q2": return "\(name)-04/\(name)-06"
            case "q3": return "\(name)-07/\(name)-09"
            case "q4": return "\(name)-10/\(name)-12"
            default: return seasons[String(words[0])].map { "\(name)-\($0)" }
            }
        case 2:
            guard let season = seasons[String(words[1])] else { return nil }
            let first = (season - 20) * 3
            switch words[0] {
            case "early": return months(from: first, of: year)
            case "late": return months(from: first + 2, of: year)
            default: return nil
            }
        default: return nil
        }
    }

    private static func months(from first: Int, of year: Int) -> String {
        func name(_ month: Int) -> String {
            "\(padded(year + (month - 1) / 12, 4))-\(padded((month - 1) % 12 + 1, 2))"
        }
        return "\(name(first))/\(name(first + 1))"
    }
}
