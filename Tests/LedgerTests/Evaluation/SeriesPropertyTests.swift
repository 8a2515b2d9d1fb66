// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Series recorded in any order")
struct SeriesPropertyTests {
    @Test("The order of recording changes neither board nor series nor comparison", arguments: 0..<60)
    func order(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        let months = (2018...2020).flatMap { year in (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } }
        let change = Int.random(in: 0..<months.count, using: &generator)
        let values = months.map { month in (month, "\(Int.random(in: 0...9, using: &generator)).5") }
            .filter { _ in Int.random(in: 0...4, using: &generator) > 0 }
        func answers(_ observations: [(String, String)]) throws -> [[[String]]] {
            var history = try History.withObjective()
            try history.defineMeasure()
            try history.reviseMeasure(occurred: "\(months[change])-01")
            for (month, value) in observations { try history.observe(month, value) }
            return [
                cells(
                    GetSeries.self,
                    try ask(GetSeries.self, ["measure": "delay"], of: history),
                    "version",
                    "date",
                    "value",
                    "side",
                    "signals"
                ),
                cells(
                    GetBoard.self,
                    try ask(GetBoard.self, of: history, at: "2020-06-30"),
                    "version",
                    "value",
                    "period",
                    "rag",
                    "direction",
                    "age",
                    "stale",
                    "signals"
                ),
                cells(
                    ListStaleMeasures.self,
                    try ask(ListStaleMeasures.self, of: history, at: "2021"),
                    "key",
                    "lacks",
                    "age"
                ),
            ]
        }
        #expect(try answers(values.shuffled(using: &generator)) == (try answers(values)))
    }
}
