// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Dates of answers as a reader of prose wants them.
///
/// Answers give a date as EDTF (`2019-08/2019-09`), in the short form of tables (`Aug/Sep 2019`, `May 2019/..`) or in the
/// source's own words (`late summer 2019`), with ` inferred` or ` planned` behind it. The first two become words
/// (`between Aug and Sep 2019`, `May 2019 or later`); a source's words stay as they are.
enum DateWords {
    private static let dateWords: Set<Substring> = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "spring",
        "summer", "autumn",
        "winter", "about", "(uncertain)", "UTC", "a", "day", "in", "month", "of", "the", "years", "to",
    ]

    static func text(_ stated: String) -> String {
        for basis in ["inferred", "planned"] where stated.hasSuffix(" \(basis)") {
            return "\(text(String(stated.dropLast(basis.utf8.count + 1)))) (\(basis))"
        }
        if let date = try? EDTF(stated) { return date.words }
        let ends = stated.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return stated }
        switch (ends[0], ends[1]) {
        case ("..", let end) where isDate(end): return "by \(end)"
        case (let start, "..") where isDate(start): return "\(start) or later"
        case (let start, let end) where isDate(start) && isDate(end): return "between \(start) and \(end)"
        default: return stated
        }
    }

    /// Whether a text is made of what dates in words are made of.
    private static func isDate(_ text: Substring) -> Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            dateWords.contains(word) || !word.isEmpty && word.allSatisfy { $0.isNumber || "-:s".contains($0) }
        }
    }
}
