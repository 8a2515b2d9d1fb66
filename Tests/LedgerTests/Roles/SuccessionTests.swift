// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

@Suite struct SuccessionTests {
    /// Values that replace each other give the same answers in whatever order they are recorded.
    @Test(arguments: 0..<200) func orderOfRecordingDoesNotMatter(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let dates = try (1...8).map { try EDTF("20\(10 + $0)-0\(Int.random(in: 1...9, using: &random))") }
        var inOrder = Timeline<Int>()
        for (value, date) in dates.enumerated() {
            inOrder.succeed(with: value, from: date, position: UInt64(value))
        }
        var shuffled = Timeline<Int>()
        for (value, date) in dates.enumerated().shuffled(using: &random) {
            shuffled.succeed(with: value, from: date, position: UInt64(value))
        }
        #expect(shuffled == inOrder)
        for (value, date) in dates.enumerated() {
            let last = try #require(date.bounds.last)
            #expect(inOrder.at(last).map(\.value) == [value])
        }
    }

    @Test func aValueFromTheSameDateReplacesTheOther() throws {
        var timeline = Timeline<Int>()
        timeline.succeed(with: 1, from: try EDTF("2019"), position: 1)
        timeline.succeed(with: 2, from: try EDTF("2019"), position: 2)
        #expect(timeline.periods.map(\.value) == [2])
    }

    /// Stretches divide an assignment: at every instant exactly one holds, in one capacity, there or away.
    @Test(arguments: 0..<200) func stretchesDivideTheAssignment(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        func instant(_ day: Int64) -> EDTF { .instant(Timestamp(microseconds: day * 86_400_000_000)) }
        let days = (0..<6).map { _ in Int64.random(in: 10...100, using: &random) }.sorted()
        let validity = Validity(from: instant(days[0]), to: instant(days[5]))
        var capacities = Timeline<Capacity>()
        capacities.succeed(with: .acting, from: instant(days[0]), position: 0)
        let change = Int64.random(in: 5...105, using: &random)
        if change > days[0] { capacities.succeed(with: .substantive, from: instant(change), position: 1) }
        var assignment = Assignment(
            role: .manager,
            person: .person(1),
            fraction: nil,
            decision: nil,
            position: 0,
            validity: validity,
            capacities: capacities
        )
        for (from, to) in [(days[1], days[2]), (days[3], days[4])] where from < to {
            let away = Validity(from: instant(from), to: instant(to))
            assignment.absences.insert(Absence(), validity: away, position: UInt64(from))
        }
        let stretches = assignment.stretches(.assignment(1))
        for day in Int64(0)...110 {
            let t = Timestamp(microseconds: day * 86_400_000_000)
            let held = stretches.filter { $0.validity.holds(at: t) == .yes }
            #expect(held.count == (validity.holds(at: t) == .yes ? 1 : 0))
            guard let stretch = held.first else { continue }
            #expect(stretch.capacity == assignment.capacities.at(t).first?.value)
            #expect(stretch.isAbsent == !assignment.absences.at(t).isEmpty)
        }
    }
}
