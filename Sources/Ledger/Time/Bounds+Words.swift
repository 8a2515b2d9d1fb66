// SPDX-License-Identifier: Apache-2.0

extension Bounds {
    /// The instants in the words of the shortest date that means just these.
    public var words: String {
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
