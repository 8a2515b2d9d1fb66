// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct TimelineTests {
    private func timeline(using random: inout SplitMix64) throws -> (Timeline<Int>, [SmallWorld.Life]) {
        var timeline = Timeline<Int>()
        var lives: [SmallWorld.Life] = []
        for value in 0..<Int.random(in: 0..<6, using: &random) {
            let life = try SmallWorld.life(using: &random)
            timeline.insert(value, validity: life.validity, position: UInt64(value))
            lives.append(life)
        }
        return (timeline, lives)
    }

    private func answers(_ timeline: Timeline<Int>, at t: Timestamp) -> [Int: Truth] {
        Dictionary(uniqueKeysWithValues: timeline.at(t).map { ($0.value, $0.truth) })
    }

    @Test(arguments: 0..<100)
    func tellsWhatHoldsAtEveryInstant(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (timeline, lives) = try timeline(using: &random)
        for t in SmallWorld.instants.dropFirst().dropLast() {
            var expected: [Int: Truth] = [:]
            for (value, life) in lives.enumerated() {
                let truth = life.truth { $0 <= t && t < $1 }
                expected[value] = truth == .no ? nil : truth
            }
            let timestamp = SmallWorld.timestamp(t)
            #expect(answers(timeline, at: timestamp) == expected)
            #expect(Set(timeline.periods(at: timestamp).map(\.value)) == Set(expected.keys))
        }
    }

    /// What makes a check at the change points a check at every instant.
    @Test(arguments: 0..<100)
    func staysTheSameBetweenChangePoints(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (timeline, _) = try timeline(using: &random)
        let points = timeline.changePoints
        #expect(points == Set(points).sorted())
        let world = [Timestamp.distantPast] + SmallWorld.instants.map(SmallWorld.timestamp) + [.distantFuture]
        for t in world {
            let point = points.last { $0 <= t }
            #expect(answers(timeline, at: t) == point.map { answers(timeline, at: $0) } ?? [:])
        }
    }

    @Test(arguments: 0..<200)
    func changePointsWithinAValidityAreEnoughForIt(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (timeline, _) = try timeline(using: &random)
        let validity = try SmallWorld.life(using: &random).validity
        let points = timeline.changePoints(within: validity)
        #expect(points == Set(points).sorted())
        #expect(points.allSatisfy { validity.holds(at: $0) != .no })
        let world = [Timestamp.distantPast] + SmallWorld.instants.map(SmallWorld.timestamp) + [.distantFuture]
        for t in world where validity.holds(at: t) != .no {
            let point = try #require(points.last { $0 <= t })
            #expect(answers(timeline, at: t) == answers(timeline, at: point))
            #expect(validity.holds(at: t) == validity.holds(at: point))
        }
    }

    @Test(arguments: 0..<50)
    func doesNotDependOnTheOrderOfInsertion(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (timeline, _) = try timeline(using: &random)
        var other = Timeline<Int>()
        for period in timeline.periods.shuffled(using: &random) { other.insert(period) }
        #expect(other == timeline)
        #expect(other.hashValue == timeline.hashValue)
    }

    @Test func sharesAreCheckedAtEveryInstant() throws {
        var shares = Timeline<Int>()
        shares.insert(6_000, validity: Validity(from: try EDTF("2018-04-01")), position: 1)
        shares.insert(4_000, validity: Validity(to: try EDTF("2019-04-01")), position: 2)
        shares.insert(5_000, validity: Validity(from: try EDTF("2020")), position: 3)
        let overspent = shares.changePoints.filter { shares.at($0).map(\.value).reduce(0, +) > 10_000 }
        #expect(
            overspent.map(\.description) == ["2020-01-01T00:00:00.000000Z", "2020-12-31T23:59:59.999999Z"]
        )
        #expect(shares.at(overspent[0]).map(\.truth) == [.yes, .possibly])
        #expect(shares.changePoints.first == .distantPast)
    }

    @Test func endsWhatMatches() throws {
        var seats = Timeline<String>()
        seats.insert("chair", validity: Validity(from: try EDTF("2018-03")), position: 7)
        seats.insert("advisor", validity: Validity(from: try EDTF("2018-03")), position: 8)
        #expect(seats.end(try EDTF("2019-08-15")) { $0.value == "chair" } == 1)
        #expect(seats.end(try EDTF("2019-08-15")) { $0.value == "secretary" } == 0)
        let later = try AsOf("2020").instant
        #expect(seats.at(later).map(\.value) == ["advisor"])
        #expect(seats.periods.map(\.position) == [7, 8])
    }

    @Test func nothingWasEverTrueOnAnEmptyOne() {
        let empty = Timeline<Int>()
        #expect(empty.at(.distantPast).isEmpty && empty.at(.distantFuture).isEmpty)
        #expect(empty.changePoints.isEmpty)
        #expect(empty.changePoints(within: Validity()) == [.distantPast])
    }
}
