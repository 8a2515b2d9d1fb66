// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// How the venture, its phases and its partners stand, and what changes that.
@Suite struct StandingTests {
    private let venture = "venture/integrated-care"

    @Test("Rule 209: what begins while the venture is suspended is warned of")
    func suspended() throws {
        var history = try History.ofVenture()
        let key = try key("integrated-care")
        #expect(throws: Rejection.refused(.governance(.ventureNotSuspended(key)))) {
            try history.record("venture.resumed", venture)
        }
        try history.record("venture.suspended", venture, ["reason": "Funding"], occurred: "2019-03")
        #expect(throws: Rejection.refused(.governance(.ventureSuspended(key)))) {
            try history.record("venture.suspended", venture, ["reason": "Again"])
        }
        func begin(_ date: String) throws -> [Int] {
            try history.record(
                "initiative.started",
                "initiative/i-\(date)",
                ["title": "i"],
                occurred: date
            ).entry.warnings
        }
        #expect(try begin("2019-02-28") == [])
        #expect(try begin("2019-03-15") == [209])
        #expect(try begin("2019-05-01") == [209])
        #expect(throws: Rejection.refused(.governance(.endsBeforeItBegins(Subject(.venture, key))))) {
            try history.record("venture.resumed", venture, occurred: "2019-01")
        }
        try history.record("venture.resumed", venture, occurred: "2019-06-01")
        #expect(try begin("2019-06-02") == [])
        #expect(history.state.ventureIsSuspended(at: try noon("2019-04-15")) == .yes)
        #expect(history.state.ventureIsSuspended(at: try noon("2019-06-15")) == .no)
    }

    @Test("Rule 97: a phase is closed once, after it began and before the next begins")
    func phases() throws {
        var history = try History.ofVenture()
        for (ordinal, from) in [(1, "2012"), (2, "2015-06-01")] as [(Int64, String)] {
            try history.record(
                "phase.declared",
                venture,
                ["ordinal": .integer(ordinal), "title": "p", "from": .string(from)]
            )
        }
        func close(_ ordinal: Int64, _ to: String) throws -> [Int] {
            try history.record("phase.closed", venture, ["ordinal": .integer(ordinal), "to": .string(to)])
                .entry.warnings
        }
        #expect(throws: Rejection.refused(.governance(.noSuchPhase(3)))) { try close(3, "2014") }
        #expect(throws: Rejection.refused(.governance(.phasesOverlap(1, 2)))) { try close(1, "2016") }
        #expect(throws: Rejection.self) { try close(1, "2011") }
        #expect(try close(1, "2014-12-31") == [])
        #expect(throws: Rejection.refused(.governance(.phaseClosed(1)))) { try close(1, "2014") }
        #expect(try close(2, "2015") == [211])
        let ends = history.state.governance.venture?.phases.map(\.validity.to?.text)
        #expect(ends == ["2014-12-31", "2015"])
    }

    @Test("Rule 210: what a partner may expect changes from a date; it stays a partner throughout")
    func status() throws {
        var history = try History.ofVenture()
        let provide = try key("provide")
        func partnership(_ day: String) throws -> Partnership? {
            history.state.partnership(of: provide, at: try noon(day))
        }
        try history.record(
            "partner.status.changed",
            "partner/provide",
            ["right": "consulted", "status": "associate", "reason": "Contract ended"],
            occurred: "2020-04"
        )
        #expect(try partnership("2020-03-31")?.right == .required)
        #expect(try partnership("2020-03-31")?.status == .partner)
        // Within the month it may have either right, and is a partner all the same.
        #expect(try partnership("2020-04-15")?.truth == .yes)
        #expect(try partnership("2020-05-01")?.right == .consulted)
        #expect(try partnership("2020-05-01")?.status == .associate)
        #expect(history.state.partnerView(provide, validAt: try noon("2020-05-01"))?.standing == .partner)
        #expect(throws: Rejection.refused(.governance(.nothingChanged(Subject(.partner, provide))))) {
            try history.record("partner.status.changed", "partner/provide", ["right": "consulted"])
        }
        try history.record("partner.left", "partner/provide", occurred: "2021-01-01")
        #expect(try partnership("2021-02-01") == nil)
        #expect(throws: Rejection.refused(.governance(.notPartner(provide)))) {
            try history.record(
                "partner.status.changed",
                "partner/provide",
                ["right": "required"],
                occurred: "2021-02-01"
            )
        }
        let view = history.state.partnerView(provide, validAt: try noon("2021-02-01"))
        #expect(view?.standing == .left)
    }
}
