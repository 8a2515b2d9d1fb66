// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct DelegationTests {
    private func delegate(
        _ history: inout History,
        to holder: String,
        by organisation: String = "council",
        limit: Int64? = nil,
        currency: String = "GBP",
        under: String? = nil,
        from: String = "2019",
        to end: String? = nil
    ) throws -> Key {
        let data: JSON = [
            "function": "Agreeing expenditure", "organisation": .string(organisation),
            "holder": .string(holder), "from": .string(from),
        ]
        let most = limit.map { ["currency": .string(currency), "minor": .integer($0)] as JSON }
        let whole = data.with("limit", most).with("under", under.map(JSON.string))
            .with("to", end.map(JSON.string))
        return try history.record("function.delegated", "delegation/", whole).entry.subject.key
    }

    private func venture() throws -> History {
        var history = try History.ofVenture()
        for body in ["group", "team"] {
            try history.record(
                "body.constituted",
                "body/\(body)",
                ["title": .string(body), "kind": "workingGroup", "parent": "board"],
                occurred: "2018-04-01"
            )
        }
        return history
    }

    @Test func aDelegationIsReadAsItWasMade() throws {
        var history = try venture()
        let made = try delegate(&history, to: "body/board", limit: 1_000_00, to: "2021")
        let delegation = try #require(history.state.delegation(made))
        #expect(
            delegation
                == Delegation(
                    function: .plain("Agreeing expenditure"),
                    from: try key("council"),
                    to: Subject(.body, try key("board")),
                    limit: Money(minor: 1_000_00, currency: "GBP"),
                    under: nil,
                    scope: nil,
                    agreement: nil,
                    validity: Validity(from: try EDTF("2019"), to: try EDTF("2021")),
                    position: try #require(history.entries.last).position
                )
        )
        #expect(history.state.delegations(validAt: try noon("2018-12-31")) == [])
        #expect(history.state.delegations(validAt: try noon("2019-05-01")).map(\.truth) == [.possibly])
        #expect(
            history.state.delegations(validAt: try noon("2020-05-01"))
                == [DelegationView(key: made, delegation: delegation, truth: .yes)]
        )
    }

    @Test("Rule 19: what passes it on stays within the powers")
    func whatPassesItOnStaysWithinThePowers() throws {
        var history = try venture()
        let first = try delegate(&history, to: "body/board", limit: 500, to: "2022")
        let limit = Money(minor: 500, currency: "GBP")
        let council = try key("council")
        let name = first.text
        func refuses(
            _ refusal: GovernanceRefusal,
            _ attempt: (inout History) throws -> Key
        ) {
            #expect(refusal.rule.rawValue == 19)
            #expect(throws: Rejection.refused(.governance(refusal))) { _ = try attempt(&history) }
        }
        refuses(.beyondLimit(first, limit)) {
            try delegate(&$0, to: "body/group", limit: 501, under: name, from: "2020")
        }
        refuses(.beyondLimit(first, limit)) { try delegate(&$0, to: "body/group", under: name, from: "2020") }
        refuses(.beyondLimit(first, limit)) {
            try delegate(&$0, to: "body/group", limit: 1, currency: "EUR", under: name, from: "2020")
        }
        refuses(.powersOfAnother(first, council)) {
            try delegate(&$0, to: "body/group", by: "provide", limit: 1, under: name, from: "2020")
        }
        refuses(.powersNotInForce(first)) {
            try delegate(&$0, to: "body/group", limit: 1, under: name, from: "2018-06")
        }
        refuses(.outlastsPowers(first, try EDTF("2022"))) {
            try delegate(&$0, to: "body/group", limit: 1, under: name, from: "2020", to: "2023")
        }
        refuses(.limitNegative) { try delegate(&$0, to: "body/group", limit: -1) }
        let second = try delegate(
            &history,
            to: "body/group",
            by: "social-care",
            limit: 500,
            under: name,
            from: "2020"
        )
        // Without an end of its own it ends with what it passes on.
        #expect(history.state.delegation(second)?.validity.to == (try EDTF("2022")))
    }

    @Test("Rule 20: a function does not come back")
    func aFunctionDoesNotComeBack() throws {
        var history = try venture()
        let first = try delegate(&history, to: "body/board")
        let second = try delegate(&history, to: "body/group", under: first.text, from: "2020")
        for (holder, under) in [("board", first), ("board", second), ("group", second)] {
            let refusal = GovernanceRefusal.delegationReturns(
                to: Subject(.body, try key(holder)),
                under: under
            )
            #expect(refusal.rule.rawValue == 20)
            #expect(throws: Rejection.refused(.governance(refusal))) {
                try delegate(&history, to: "body/\(holder)", under: under.text, from: "2021")
            }
        }
        _ = try delegate(&history, to: "body/team", under: second.text, from: "2021")
        // A function of its own is another matter.
        _ = try delegate(&history, to: "body/board", by: "provide")
    }

    @Test func revokingEndsWhatPassesItOn() throws {
        var history = try venture()
        let first = try delegate(&history, to: "body/board")
        let second = try delegate(&history, to: "body/group", under: first.text, from: "2020")
        let third = try delegate(
            &history,
            to: "body/team",
            under: second.text,
            from: "2020",
            to: "2020-12-31"
        )
        let other = try delegate(&history, to: "body/team", by: "provide")
        try history.record("delegation.revoked", "delegation/\(first)", occurred: "2021-06-01")
        let state = history.state
        #expect(state.delegation(first)?.validity.to == (try EDTF("2021-06-01")))
        #expect(state.delegation(second)?.validity.to == (try EDTF("2021-06-01")))
        #expect(state.delegation(third)?.validity.to == (try EDTF("2020-12-31")))
        #expect(state.delegation(other)?.validity.to == nil)
        let refusal = Refusal.governance(.notThere(Subject(.delegation, first)))
        #expect(throws: Rejection.refused(refusal)) {
            try history.record("delegation.revoked", "delegation/\(first)", occurred: "2022")
        }
    }

    /// However delegations are passed on, no limit, end or holder is outside what it was passed on from.
    @Test(arguments: 0..<200) func whatIsPassedOnIsAlwaysWithin(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var history = try venture()
        var made: [Key] = []
        for _ in 0..<12 {
            let holder = try #require(["board", "group", "team"].randomElement(using: &random))
            let organisation = try #require(["council", "provide"].randomElement(using: &random))
            let start = Int.random(in: 2018...2022, using: &random)
            let parent = Bool.random(using: &random) ? made.randomElement(using: &random) : nil
            let end = Bool.random(using: &random) ? "\(start + 2)" : nil
            let limit = Bool.random(using: &random) ? Int64.random(in: 0...3, using: &random) : nil
            let revoked = Bool.random(using: &random) ? nil : made.randomElement(using: &random)
            do {
                made.append(
                    try delegate(
                        &history,
                        to: "body/\(holder)",
                        by: organisation,
                        limit: limit,
                        under: parent?.text,
                        from: "\(start)-06",
                        to: end
                    )
                )
                if let revoked {
                    try history.record("delegation.revoked", "delegation/\(revoked)", occurred: "2023")
                }
            } catch is Rejection {}
        }
        let days = try (2018...2026).map { try noon("\($0)-09-01") }
        for key in made {
            let delegation = try #require(history.state.delegation(key))
            guard let under = delegation.under, let above = history.state.delegation(under) else { continue }
            #expect(delegation.from == above.from)
            if let most = above.limit { #expect(try #require(delegation.limit).minor <= most.minor) }
            let holders = history.state.chain(of: key).map(\.to)
            #expect(Set(holders).count == holders.count)
            for day in days where delegation.validity.holds(at: day) == .yes {
                #expect(above.validity.holds(at: day) != .no)
            }
        }
    }
}
