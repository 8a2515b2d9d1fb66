// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

// Dates as answers have them: words for people, and EDTF for machines.

extension Validity {
    /// How long, in words: `since 1 Oct 2019`, `until 2012`, `1 Oct 2019 until 31 Mar 2021`.
    var words: String {
        switch (from, to) {
        case (nil, nil): "always, as far as is recorded"
        case (let from?, nil): "since \(from.words)"
        case (nil, let to?): "until \(to.words)"
        case (let from?, let to?): "\(from.words) until \(to.words)"
        }
    }

    /// The span of an answer.
    var json: JSON {
        .members(["when": .string(words), "from": from?.json, "to": to?.json])
    }
}

extension Bounds {
    /// The instants in the words of the shortest date that means just these.
    var words: String {
        if let earliest, self == Bounds(instant: earliest) { return EDTF.instant(earliest).short }
        let candidates: [String] =
            switch (earliest?.description, last?.description) {
            case (let first?, let last?): Self.dates(first, last)
            case (let first?, nil): [4, 7, 10].map { "\(first.prefix($0))/.." }
            case (nil, let last?): [4, 7, 10].map { "../\(last.prefix($0))" }
            case (nil, nil): []
            }
        let match = candidates.lazy.compactMap { try? EDTF($0) }.first { $0.bounds == self }
        return match?.short ?? exactWords
    }

    /// A year, season, month or day that might be meant, then intervals of them.
    private static func dates(_ first: String, _ last: String) -> [String] {
        [4, 7, 10].map { String(first.prefix($0)) }
            + (21...24).map { "\(first.prefix(4))-\($0)" }
            + [4, 7, 10].map { "\(first.prefix($0))/\(last.prefix($0))" }
    }

    private var exactWords: String {
        switch (earliest.map(EDTF.instant), last.map(EDTF.instant)) {
        case (let first?, let last?): "\(first.words)/\(last.words)"
        case (let first?, nil): "\(first.words)/.."
        case (nil, let last?): "../\(last.words)"
        case (nil, nil): "at no stated date"
        }
    }
}
