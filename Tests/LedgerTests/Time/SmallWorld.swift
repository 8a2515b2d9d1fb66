// SPDX-License-Identifier: Apache-2.0

import Ledger

/// A world of so few instants that every reading of an imprecise date can be tried.
///
/// The instants are microseconds of 1970; dates use only the middle ones, so that open ends reach further.
enum SmallWorld {
    static let instants = 0..<10
    private static let dated = 3..<7

    static func timestamp(_ instant: Int) -> Timestamp { Timestamp(microseconds: Int64(instant)) }

    /// A date and all the instants of the world it may mean.
    struct Date {
        let edtf: EDTF
        let meant: [Int]

        init(_ text: String, _ meant: Range<Int>) throws {
            edtf = try EDTF(text)
            self.meant = Array(meant)
        }
    }

    /// An instant, an interval or an interval open at one end.
    static func date(using random: inout SplitMix64) throws -> Date {
        let first = Int.random(in: dated, using: &random)
        let second = Int.random(in: dated, using: &random)
        let (low, high) = (min(first, second), max(first, second))
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: try Date("\(timestamp(low))", low..<low + 1)
        case 1: try Date("../\(timestamp(high))", instants.lowerBound..<high + 1)
        case 2: try Date("\(timestamp(low))/..", low..<instants.upperBound)
        default: try Date("\(timestamp(low))/\(timestamp(high))", low..<high + 1)
        }
    }

    /// A validity, and the pairs of first instant and first instant after that it may mean.
    struct Life {
        let validity: Validity
        let begins: [Int]
        let ends: [Int]

        /// The answer to a question that depends on both instants, by trying them all.
        func truth(_ question: (_ begin: Int, _ end: Int) -> Bool) -> Truth {
            Truth(whether: begins.flatMap { begin in ends.map { end in question(begin, end) } })
        }
    }

    static func life(using random: inout SplitMix64) throws -> Life {
        let from = Bool.random(using: &random) || Bool.random(using: &random) ? try date(using: &random) : nil
        let to = Bool.random(using: &random) ? try date(using: &random) : nil
        return Life(
            validity: Validity(from: from?.edtf, to: to?.edtf),
            begins: from?.meant ?? [.min],
            ends: to?.meant ?? [.max]
        )
    }
}

extension Truth {
    /// The answer when these are the answers for every reading.
    init(whether readings: some Collection<Bool>) {
        let certain = readings.allSatisfy { $0 }
        self = certain ? .yes : readings.contains(true) ? .possibly : .no
    }
}
