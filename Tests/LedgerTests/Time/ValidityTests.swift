// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct ValidityTests {
    @Test(arguments: 0..<200)
    func holdsAsEveryPairOfInstantsSays(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let life = try SmallWorld.life(using: &random)
            for t in SmallWorld.instants.dropFirst().dropLast() {
                let expected = life.truth { begin, end in begin <= t && t < end }
                #expect(
                    life.validity.holds(at: SmallWorld.timestamp(t)) == expected,
                    "\(life.validity) at \(t)"
                )
            }
            #expect(life.validity.beginsBeforeItEnds == life.truth { $0 < $1 })
        }
    }

    @Test(arguments: 0..<100)
    func overlapsAsEveryChoiceOfInstantsSays(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let a = try SmallWorld.life(using: &random)
        let b = try SmallWorld.life(using: &random)
        var readings: Set<Bool> = []
        for (begin, end) in a.begins.flatMap({ begin in a.ends.map { (begin, $0) } }) {
            for (otherBegin, otherEnd) in b.begins.flatMap({ begin in b.ends.map { (begin, $0) } }) {
                readings.insert(max(begin, otherBegin) < min(end, otherEnd))
            }
        }
        #expect(a.validity.overlaps(b.validity) == Truth(whether: readings), "\(a.validity) \(b.validity)")
        #expect(b.validity.overlaps(a.validity) == a.validity.overlaps(b.validity))
    }

    @Test func beginsAtItsFirstInstantAndEndsBeforeItsLast() throws {
        let start = Timestamp(microseconds: 1_000)
        let end = Timestamp(microseconds: 2_000)
        let validity = Validity(from: .instant(start), to: .instant(end))
        #expect(validity.holds(at: start.advanced(byMicroseconds: -1)) == .no)
        #expect(validity.holds(at: start) == .yes)
        #expect(validity.holds(at: end.advanced(byMicroseconds: -1)) == .yes)
        #expect(validity.holds(at: end) == .no)
    }

    @Test func withoutDatesItAlwaysHolds() {
        for t in [Timestamp.distantPast, Timestamp(microseconds: 0), .distantFuture] {
            #expect(Validity().holds(at: t) == .yes)
        }
        #expect(Validity().overlaps(Validity()) == .yes)
    }

    @Test(arguments: [
        ("2017-12-31", Truth.no), ("2018-06-30", .possibly), ("2018-12-31", .yes), ("2019-06-30", .yes),
        ("2020-02-29", .yes), ("2020-03-01", .possibly), ("2020-03-31", .no),
    ])
    func isPossibleWhileItsDatesLast(day: String, expected: Truth) throws {
        let validity = Validity(from: try EDTF("2018~"), to: try EDTF("2020-03?"))
        #expect(validity.holds(at: try AsOf(day).instant) == expected)
    }

    @Test func adjoiningPeriodsDoNotOverlap() throws {
        let change = EDTF.instant(try #require(Timestamp("2020-04-01T00:00:00.000000Z")))
        #expect(Validity(to: change).overlaps(Validity(from: change)) == .no)
        let month = try EDTF("2020-04")
        #expect(Validity(to: month).overlaps(Validity(from: month)) == .possibly)
        #expect(Validity(from: month).overlaps(Validity(from: change)) == .yes)
    }
}
