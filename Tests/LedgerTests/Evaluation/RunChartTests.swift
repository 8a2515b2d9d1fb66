// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

@Suite("Run charts")
struct RunChartTests {
    private static func numbers(_ values: [Int64]) -> [DecimalNumber] { values.map { DecimalNumber($0) } }

    private static func signals(_ values: [Int64], median: Int64 = 10) -> [String] {
        RunChart(numbers(values), median: DecimalNumber(median)).signals
            .map { "\($0.name) \($0.first)-\($0.last) of \($0.count)" }
    }

    @Test("Six points on one side of the median are a shift, and points on it are passed over")
    func shift() {
        #expect(Self.signals([11, 12, 11, 12, 11]) == [])
        #expect(Self.signals([11, 12, 11, 12, 11, 12]) == ["shift up 0-5 of 6"])
        #expect(Self.signals([9, 11, 12, 10, 11, 12, 11, 10, 12, 9]) == ["shift up 1-8 of 6"])
        #expect(
            Self.signals([8, 9, 8, 9, 8, 9, 8, 11, 12, 11, 12, 11, 12]) == [
                "shift down 0-6 of 7", "shift up 7-12 of 6",
            ]
        )
        #expect(Self.signals([8, 9, 8, 11, 8, 9, 8]) == [])
    }

    @Test("Five points all rising or falling are a trend, and of equal ones in a row one counts")
    func trend() {
        #expect(Self.signals([7, 9, 11, 13]) == [])
        #expect(Self.signals([6, 7, 9, 11, 13]) == ["trend up 0-4 of 5"])
        #expect(Self.signals([7, 7, 9, 11, 11, 13]) == [])
        #expect(Self.signals([6, 7, 7, 9, 11, 11, 13]) == ["trend up 0-6 of 5"])
        #expect(Self.signals([12, 13, 11, 9, 8, 7, 9]) == ["trend down 1-5 of 5"])
    }

    @Test("The median is that of the first twelve values, so that later ones do not move it")
    func median() {
        #expect(RunChart([]).median == nil)
        #expect(RunChart(Self.numbers([3, 1])).median == DecimalNumber(2))
        #expect(RunChart(Self.numbers([1, 2])).median == DecimalNumber("1.5"))
        let chart = RunChart(Self.numbers(Array(repeating: 5, count: 12) + Array(repeating: 9, count: 40)))
        #expect(chart.median == DecimalNumber(5))
    }

    /// The longest stretches in which a property holds throughout, found by trying all of them.
    private static func stretches(_ count: Int, _ holds: (ClosedRange<Int>) -> Bool) -> [ClosedRange<Int>] {
        let all = (0..<count).flatMap { first in (first..<count).map { first...$0 } }.filter(holds)
        return all.filter { one in
            !all.contains { $0 != one && $0.lowerBound <= one.lowerBound && $0.upperBound >= one.upperBound }
        }
    }

    /// The signals as somebody would find them with a ruler: without the useless points, every stretch is tried.
    private static func naive(_ values: [Int64], median: Int64) -> [String] {
        let useful = values.indices.filter { values[$0] != median }
        var found: [String] = []
        let shifts = stretches(useful.count) { range in
            let sides = Set(range.map { values[useful[$0]] > median })
            return sides.count == 1
        }
        for range in shifts where range.count >= 6 {
            let isUp = values[useful[range.lowerBound]] > median
            found.append(
                "shift \(isUp ? "up" : "down") \(useful[range.lowerBound])-\(useful[range.upperBound]) of \(range.count)"
            )
        }
        let distinct = values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] }
        for isUp in [true, false] {
            let trends = stretches(distinct.count) { range in
                zip(range.dropLast(), range.dropFirst()).allSatisfy {
                    isUp == (values[distinct[$1]] > values[distinct[$0]])
                }
            }
            for range in trends where range.count >= 5 {
                found.append(
                    "trend \(isUp ? "up" : "down") \(distinct[range.lowerBound])-\(distinct[range.upperBound]) of \(range.count)"
                )
            }
        }
        return found.sorted()
    }

    @Test("Signals are those that a naive reading finds", arguments: 0..<200)
    func naiveReading(seed: Int) {
        var generator = SplitMix64(seed: seed)
        let width = Int64.random(in: 1...6, using: &generator)
        var value: Int64 = 10
        let values = (0..<Int.random(in: 0...30, using: &generator)).map { _ -> Int64 in
            // A walk has trends and shifts, which single draws seldom have.
            value = min(20, max(0, value + Int64.random(in: -width...width, using: &generator)))
            return value
        }
        // Which of equal points is named as first or last is not the same in both, so only the values are compared.
        func plain(_ texts: [String]) -> [String] {
            texts.map { text in
                let parts = text.split(separator: " ")
                let ends = parts[2].split(separator: "-").compactMap { Int($0) }.map { values[$0] }
                return "\(parts[0]) \(parts[1]) \(ends) \(parts[4])"
            }.sorted()
        }
        #expect(plain(Self.signals(values)) == plain(Self.naive(values, median: 10)))
    }
}

@Suite("Exact arithmetic of decimals")
struct DecimalArithmeticTests {
    @Test(
        "The mean of the two middle ones is exact to a billionth, halves to the even one",
        arguments: [
            (["3"], "3"), (["1", "2"], "1.5"), (["0.1", "0.2"], "0.15"), (["-1", "2", "-3"], "-1"),
            (["0.000000001", "0.000000002"], "0.000000002"), (["0", "0.000000001"], "0"),
            (["-0.000000001", "0"], "0"), (["-0.000000001", "-0.000000002"], "-0.000000002"),
            (["999999999999999999", "999999999999999999"], "999999999999999999"), (["1.50", "1.50"], "1.5"),
        ]
    )
    func median(_ texts: [String], _ expected: String) {
        #expect(DecimalNumber.median(texts.compactMap { DecimalNumber($0) })?.description == expected)
    }

    @Test func ratios() {
        #expect(DecimalNumber(1, of: 3, per: 1)?.description == "0.333333333")
        #expect(DecimalNumber(2, of: 3, per: 100)?.description == "66.666666667")
        #expect(DecimalNumber(1, of: 8, per: 1)?.description == "0.125")
        #expect(DecimalNumber(0, of: 0, per: 1) == nil)
        let largest: Int64 = 9_007_199_254_740_991
        #expect(DecimalNumber(largest, of: 1, per: 1)?.description == "9007199254740991")
        #expect(DecimalNumber(largest, of: 1, per: 1_000_000) == nil)
    }
}
