// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct BoundsTests {
    @Test(arguments: 0..<200)
    func answersAreThoseOfEveryInstantWithin(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let date = try SmallWorld.date(using: &random)
            let bounds = date.edtf.bounds
            // Open ends go on beyond the world, so only instants inside it are asked for.
            for t in SmallWorld.instants.dropFirst().dropLast() {
                let timestamp = SmallWorld.timestamp(t)
                #expect(bounds.isBefore(timestamp) == Truth(whether: date.meant.map { $0 < t }))
                #expect(bounds.isAtOrBefore(timestamp) == Truth(whether: date.meant.map { $0 <= t }))
                #expect(bounds.isAfter(timestamp) == Truth(whether: date.meant.map { $0 > t }))
                #expect(bounds.isAtOrAfter(timestamp) == Truth(whether: date.meant.map { $0 >= t }))
                #expect(bounds.contains(timestamp) == date.meant.contains(t))
            }
        }
    }

    @Test(arguments: 0..<200)
    func comparesWithOtherBounds(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let (a, b) = (try SmallWorld.date(using: &random), try SmallWorld.date(using: &random))
            let pairs = a.meant.flatMap { x in b.meant.map { (x, $0) } }
            #expect(a.edtf.bounds.precedes(b.edtf.bounds) == Truth(whether: pairs.map { $0 < $1 }))
            #expect(a.edtf.bounds.overlaps(b.edtf.bounds) == pairs.contains { $0 == $1 })
            #expect(a.edtf.bounds.overlaps(b.edtf.bounds) == b.edtf.bounds.overlaps(a.edtf.bounds))
        }
    }

    /// Knowing less may turn an answer into "possibly", never into the other one.
    @Test(arguments: 0..<200)
    func wideningNeverContradicts(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        func early(_ limit: Int64) -> Timestamp? {
            let value = Int64.random(in: -1...limit, using: &random)
            return value < 0 ? nil : Timestamp(microseconds: value)
        }
        let narrow = try #require(
            Bounds(earliest: Timestamp(microseconds: 10), latest: Timestamp(microseconds: 20))
        )
        let wide = try #require(
            Bounds(earliest: early(10), latest: early(10).map { $0.advanced(byMicroseconds: 20) })
        )
        for t in 0..<Int64(40) {
            let timestamp = Timestamp(microseconds: t)
            for (narrowed, widened) in [
                (narrow.isBefore(timestamp), wide.isBefore(timestamp)),
                (narrow.isAtOrBefore(timestamp), wide.isAtOrBefore(timestamp)),
                (narrow.isAfter(timestamp), wide.isAfter(timestamp)),
            ] {
                #expect(widened == narrowed || widened == .possibly)
            }
            #expect(!narrow.contains(timestamp) || wide.contains(timestamp))
        }
        #expect(wide.overlaps(narrow))
    }

    @Test func emptyBoundsDoNotExist() {
        let (early, late) = (Timestamp(microseconds: 1), Timestamp(microseconds: 2))
        #expect(Bounds(earliest: late, latest: early) == nil)
        #expect(Bounds(earliest: early, latest: early) == nil)
        #expect(Bounds(earliest: nil, latest: .distantPast) == nil)
        #expect(Bounds(earliest: .distantFuture, latest: nil) == nil)
        #expect(Bounds(earliest: early, latest: late) == Bounds(instant: early))
    }

    @Test func endsOfTimeStandForOpenEnds() throws {
        let open = try #require(Bounds(earliest: nil, latest: nil))
        #expect(open.earliestOrPast == .distantPast)
        #expect(open.latestOrFuture == .distantFuture)
        #expect(open.last == nil)
        let end = Bounds(instant: .distantFuture)
        #expect(end.latest == .distantFuture)
        #expect(end.earliest == Timestamp("9999-12-31T23:59:59.999998Z"))
        #expect(end.isAtOrBefore(.distantFuture) == .yes)
    }
}
