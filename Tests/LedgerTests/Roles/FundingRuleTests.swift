// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct FundingRuleTests {
    private let halves: [(String, Int64)] = [("provide", 5_000), ("council", 5_000)]

    private func jointlyFunded(_ more: [String: JSON] = [:]) throws -> History {
        var history = try History.partnership()
        let data: [String: JSON] = [
            "jointlyFunded": true, "host": "provide", "accountableTo": ["provide", "council"],
        ]
        try history.define(with: data.merging(more) { $1 })
        return history
    }

    private func refuses(_ reason: RolesRefusal, rule: Int, _ record: () throws -> Void) {
        #expect(Refusal.roles(reason).rule.rawValue == rule)
        #expect(throws: Rejection.refused(.roles(reason)), performing: record)
    }

    @Test("Rule 29: shares add up to the whole", arguments: [(5_000, 4_999), (5_000, 5_001), (1, 1)])
    func sharesAddUpToTheWhole(_ provide: Int64, _ council: Int64) throws {
        var history = try jointlyFunded()
        let before = history.state
        refuses(.sharesSum(.manager, provide + council), rule: 29) {
            try history.fund(shares: [("provide", provide), ("council", council)])
        }
        #expect(history.state == before)
    }

    @Test("Rule 29: names the sum")
    func namesTheSum() throws {
        let refusal = Refusal.roles(.sharesSum(.manager, 9_999))
        #expect(refusal.message == "the shares for manager add up to 9999 basis points, not 10000")
    }

    @Test(arguments: [0, -1, 10_001] as [Int64])
    func aShareIsWithinTheWhole(_ share: Int64) throws {
        var history = try jointlyFunded()
        let error = FieldError("shares.0.basisPoints", .outOfRange(1...10_000))
        #expect(throws: Rejection.invalid(error)) {
            try history.fund(shares: [("provide", share), ("council", 1)])
        }
    }

    @Test("Rule 29: agreements do not overlap")
    func agreementsDoNotOverlap() throws {
        var history = try jointlyFunded()
        let first = try history.fund(from: "2019-02", to: "2020-02", shares: halves)
        refuses(.fundingOverlaps(.manager, with: first.entry.position), rule: 29) {
            try history.fund(from: "2019-12", shares: halves)
        }
        let possibly = try history.fund(from: "2020-02-15", to: "2020-06", shares: halves)
        #expect(possibly.entry.warnings == [29])
        #expect(try history.fund(from: "2020-06", shares: halves).entry.warnings == [])
    }

    @Test("Rule 29: variations replace and do not overlap")
    func variationsReplaceAndDoNotOverlap() throws {
        var history = try jointlyFunded()
        try history.fund(from: "2019-02-01T00:00:00Z", shares: halves)
        let third = try history.fund(
            "funding.varied",
            from: "2021-01-01T00:00:00Z",
            shares: [("provide", 1_000), ("council", 9_000)]
        )
        refuses(.fundingOverlaps(.manager, with: third.entry.position), rule: 29) {
            try history.fund("funding.varied", from: "2020-01", to: "2021-06", shares: halves)
        }
        try history.fund(
            "funding.varied",
            from: "2020-01-01T00:00:00Z",
            shares: [("provide", 2_000), ("council", 8_000)]
        )
        func first(_ t: Timestamp) -> [Int64] {
            history.state.fundingTable(validAt: t).posts.flatMap(\.shares).map(\.basisPoints)
        }
        #expect(try first(justBefore("2020-01-01T00:00:00Z")) == [5_000, 5_000])
        #expect(try first(asOf("2020-01-01T00:00:00Z")) == [8_000, 2_000])
        #expect(try first(justBefore("2021-01-01T00:00:00Z")) == [8_000, 2_000])
        #expect(try first(asOf("2021-01-01T00:00:00Z")) == [9_000, 1_000])
    }

    @Test func variationNeedsFundingThen() throws {
        var history = try jointlyFunded()
        try history.fund(from: "2019-02", to: "2020-02", shares: halves)
        refuses(.notFundedThen(.manager, try EDTF("2021-01")), rule: 211) {
            try history.fund("funding.varied", from: "2021-01", shares: halves)
        }
    }

    @Test("Rule 29: one share for each funder")
    func oneShareForEachFunder() throws {
        var history = try jointlyFunded()
        refuses(.funderTwice(.manager, .organisation("provide")), rule: 29) {
            try history.fund(shares: [("provide", 5_000), ("provide", 5_000)])
        }
    }

    @Test("Rule 30: joint funding needs two")
    func jointFundingNeedsTwo() throws {
        var history = try jointlyFunded()
        refuses(.oneFunder(.manager), rule: 30) { try history.fund(shares: [("provide", 10_000)]) }
        var other = try History.partnership()
        try other.define()
        #expect(try other.fund(from: "2019-02", shares: [("provide", 10_000)]).entry.warnings == [])
    }

    @Test("Rule 31: funder is partner then")
    func funderIsPartnerThen() throws {
        var history = try jointlyFunded(["accountableTo": ["provide", "trust", "council"]])
        let stranger = try history.fund(
            from: "2019-02",
            to: "2020-02",
            shares: [("provide", 5_000), ("trust", 5_000)]
        )
        #expect(stranger.entry.warnings == [31])
        try history.record("partner.left", "partner/council", occurred: "2020-06")
        #expect(try history.fund(from: "2020-03", to: "2020-06", shares: halves).entry.warnings == [])
        #expect(try history.fund(from: "2020-08", shares: halves).entry.warnings == [31])
    }

    @Test("Rule 33: accountable to each funder")
    func accountableToEachFunder() throws {
        var history = try jointlyFunded(["accountableTo": ["provide"]])
        #expect(try history.fund(from: "2019-02", shares: halves).entry.warnings == [33])
    }

    @Test("Rule 34: host named")
    func hostNamed() throws {
        var history = try History.partnership()
        #expect(try history.define(with: ["jointlyFunded": true]).entry.warnings == [34])
        #expect(
            try history.define("other", with: ["jointlyFunded": true, "host": "provide"]).entry.warnings == []
        )
    }

    @Test("Rule 35: funded while held")
    func fundedWhileHeld() throws {
        var history = try jointlyFunded()
        try history.fund(from: "2019-02", to: "2020-02", shares: halves)
        #expect(try history.assign(1, from: "2019-03", to: "2019-06").entry.warnings == [])
        #expect(try history.assign(2, from: "2019-06", to: "2020-06").entry.warnings == [35])
        try history.fund(from: "2020-02", shares: halves)
        let ended = try history.record("funding.ended", "funding/manager", ["to": "2020-04"])
        #expect(ended.entry.warnings == [35])
        let later = try history.fund(from: "2020-04", shares: halves)
        #expect(later.entry.warnings == [])
        #expect(
            try history.record("funding.ended", "funding/manager", ["to": "2021-01"]).entry.warnings == []
        )
        refuses(.notFundedThen(.manager, try EDTF("2022")), rule: 211) {
            try history.record("funding.ended", "funding/manager", ["to": "2022"])
        }
    }

    @Test func fundingStandsUnderItsPost() throws {
        var history = try jointlyFunded()
        try history.define("other")
        refuses(.otherStream(post: .manager, stream: Subject(.funding, .organisation("other"))), rule: 221) {
            try history.record(
                "funding.agreed",
                "funding/other",
                [
                    "post": "manager",
                    "shares": [
                        ["organisation": "provide", "basisPoints": 5_000],
                        ["organisation": "council", "basisPoints": 5_000],
                    ],
                ]
            )
        }
    }
}
