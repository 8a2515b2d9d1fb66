// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Rule 32: every funder consented to what it funds")
struct FunderConsentTests {
    private let post = Key(unchecked: "manager")
    private let council = Key(unchecked: JointVenture.council)
    private let provide = Key(unchecked: JointVenture.provide)

    private func fund(_ history: inout History, by decision: String?) throws {
        var data = JSONObject([
            ("post", "manager"),
            (
                "shares",
                [
                    ["organisation": .string(JointVenture.provide), "basisPoints": 5000],
                    ["organisation": .string(JointVenture.council), "basisPoints": 5000],
                ]
            ),
        ])
        data["decision"] = decision.map { .string($0) }
        try history.record("funding.agreed", "funding/manager", .object(data))
    }

    private func withPost(_ history: History) throws -> History {
        var history = history
        try history.record("post.defined", "post/manager", ["title": "Manager", "jointlyFunded": true])
        return history
    }

    private func refusal(_ funders: [Key], _ decision: String) -> Rejection {
        .refused(.roles(.funderDidNotConsent(post, funders, decision: Key(unchecked: decision))))
    }

    @Test("Rule 32: a decision that both adopted carries both shares; none is needed to record an agreement")
    func consented() throws {
        var history = try withPost(JointVenture.withDecision())
        try fund(&history, by: "D-0001")
        var other = try withPost(JointVenture.begin())
        try fund(&other, by: nil)
    }

    @Test("Rule 32: a proposal that is still open carries no share")
    func notAdopted() throws {
        var history = try withPost(JointVenture.withConsents())
        #expect(throws: refusal([council, provide], "D-0001")) { try fund(&history, by: "D-0001") }
    }

    @Test("One partner's own decision does not make the other pay")
    func oneAlone() throws {
        var history = try withPost(JointVenture.begin())
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Ours alone", "organisation": "provide"],
            onBehalfOf: JointVenture.provide
        )
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "ours"],
            onBehalfOf: JointVenture.provide
        )
        #expect(throws: refusal([council], "D-0001")) { try fund(&history, by: "D-0001") }
    }
}
