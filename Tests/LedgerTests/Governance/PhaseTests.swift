// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PhaseTests {
    private func declare(
        _ history: inout History,
        _ ordinal: Int64,
        _ from: String,
        _ to: String? = nil
    ) throws -> Accepted {
        let data: JSON = [
            "ordinal": .integer(ordinal), "title": .string("Phase \(ordinal)"), "from": .string(from),
        ]
        return try history.record(
            "phase.declared",
            "venture/integrated-care",
            data.with("to", to.map(JSON.string))
        )
    }

    @Test func aPhaseLastsUntilTheNextBegins() throws {
        var history = try History.ofVenture()
        // Declared looking back and not in order.
        for (ordinal, from) in [(4, "2018"), (1, "2012-10"), (3, "2015-10"), (2, "2013-06")] {
            #expect(try declare(&history, Int64(ordinal), from).entry.warnings == [])
        }
        let phases = history.state.phases(validAt: try noon("2014-01-01"))
        #expect(phases.map(\.ordinal) == [1, 2, 3, 4])
        #expect(phases.map(\.truth) == [.no, .yes, .no, .no])
        #expect(phases[1].validity == Validity(from: try EDTF("2013-06"), to: try EDTF("2015-10")))
        let change = history.state.phases(validAt: try noon("2018-06-01"))
        #expect(change.map(\.truth) == [.no, .no, .possibly, .possibly])
    }

    @Test("Rule 97: phases do not overlap and their numbers rise")
    func phasesDoNotOverlapAndTheirNumbersRise() throws {
        var history = try History.ofVenture()
        _ = try declare(&history, 2, "2015-01", "2017-01")
        for (first, second, attempt) in [
            (2, 3, (3, "2016-06")), (1, 2, (1, "2016-01")), (2, 3, (3, "2014-01")),
        ] {
            let refusal = Refusal.governance(.phasesOverlap(first, second))
            #expect(refusal.rule.rawValue == 97)
            #expect(throws: Rejection.refused(refusal)) {
                try declare(&history, Int64(attempt.0), attempt.1)
            }
        }
        #expect(throws: Rejection.refused(.governance(.phasesOverlap(1, 2)))) {
            try declare(&history, 1, "2013", "2016")
        }
        #expect(throws: Rejection.refused(.governance(.phaseDeclared(2)))) {
            try declare(&history, 2, "2019")
        }
        #expect(history.state.phases(validAt: history.now).map(\.ordinal) == [2])
    }

    @Test("Rule 97: a date stated alike is a handover and an imprecise one is doubtful")
    func aDateStatedAlikeIsAHandoverAndAnImpreciseOneIsDoubtful() throws {
        var history = try History.ofVenture()
        _ = try declare(&history, 1, "2012", "2015")
        #expect(try declare(&history, 2, "2015", "2017").entry.warnings == [])
        #expect(try declare(&history, 3, "2017-06").entry.warnings == [97])
    }

    @Test func aPhaseDoesNotEndBeforeItBegins() throws {
        var history = try History.ofVenture()
        let venture = Subject(.venture, try key("integrated-care"))
        #expect(throws: Rejection.refused(.governance(.endsBeforeItBegins(venture)))) {
            try declare(&history, 1, "2018", "2016")
        }
    }

    @Test func aNumberIsFromOneToNinetyNine() throws {
        var history = try History.ofVenture()
        #expect(throws: Rejection.invalid(FieldError("ordinal", .outOfRange(1...99)))) {
            try declare(&history, 0, "2018")
        }
    }
}
