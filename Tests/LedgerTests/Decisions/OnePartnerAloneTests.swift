// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// The ways in which one partner might get a decision that binds another without its consent.
@Suite("One partner cannot decide for another")
struct OnePartnerAloneTests {
    private let key = Key(unchecked: "D-0001")
    private let provide = Key(unchecked: JointVenture.provide)
    private let council = Key(unchecked: JointVenture.council)

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    private func missing(_ gap: ConsentGap) -> Rejection {
        refusal(.consentMissing(key, revision: 1, [MissingConsent(organisation: council, gap: gap)]))
    }

    @Test("Rule 15: a partner named twice is one partner")
    func namedTwice() throws {
        var history = try JointVenture.begin()
        let tabled = try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Vans", "requires": ["provide", "provide"]]
        )
        #expect(tabled.entry.warnings == [Rule.everyPartnerConsents.rawValue])
        try history.consent(JointVenture.provide, revision: 1)
        #expect(throws: refusal(.needsTwoPartners(key, found: [provide]))) { try history.adopt() }
    }

    @Test("Rule 48: a consent to no option in particular is not to one that came later")
    func laterOption() throws {
        var history = try JointVenture.withConsents()
        try history.record("option.added", "decision/D-0001", ["option": 1, "title": "Ten vans"])
        let gaps = [council, provide].map { MissingConsent(organisation: $0, gap: .beforeOption(1)) }
        #expect(throws: refusal(.consentMissing(key, revision: 1, gaps))) { try history.adopt(option: 1) }
        #expect(history.state.decisionRow(key, validAt: history.now)?.waitingFor == gaps)
        try history.consent(JointVenture.provide, revision: 1)
        try history.consent(JointVenture.council, revision: 1)
        try history.adopt(option: 1)
    }

    @Test("Rule 48: a consent to an option does not carry a decision for none")
    func withdrawnOption() throws {
        var history = try JointVenture.withProposal()
        try history.record("option.added", "decision/D-0001", ["option": 1, "title": "One van"])
        for partner in [JointVenture.council, JointVenture.provide] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1, "option": 1],
                onBehalfOf: partner
            )
        }
        try history.record("option.withdrawn", "decision/D-0001", ["option": 1])
        let gaps = [council, provide].map { MissingConsent(organisation: $0, gap: .otherOption(1)) }
        #expect(throws: refusal(.consentMissing(key, revision: 1, gaps))) { try history.adopt() }
    }

    @Test("Rule 53: withdrawing a position brings back none that it had replaced")
    func withdrawalBringsNothingBack() throws {
        var history = try JointVenture.withConsents()
        try history.record(
            "consent.refused",
            "decision/D-0001",
            ["org": .string(JointVenture.council), "revision": 1],
            onBehalfOf: JointVenture.council
        )
        try history.record(
            "consent.withdrawn",
            "decision/D-0001",
            ["org": .string(JointVenture.council)],
            onBehalfOf: JointVenture.council
        )
        #expect(throws: missing(.withdrawn)) { try history.adopt() }
    }

    @Test(
        "Rule 53: a report does not replace what a partner said here itself",
        arguments: ["consent.given", "consent.refused", "consent.withdrawn", "condition.met"]
    )
    func reportsReplaceNothing(type: String) throws {
        var history = try JointVenture.withProposal()
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": .string(JointVenture.council), "revision": 1, "condition": "if it is cheap"],
            onBehalfOf: JointVenture.council
        )
        let isOnRevision = type == "consent.given" || type == "consent.refused"
        let data: JSON =
            isOnRevision ? ["org": "essex-county-council", "revision": 1] : ["org": "essex-county-council"]
        #expect(throws: refusal(.spokeForItself(key, council))) {
            try history.record(type, "decision/D-0001", data, onBehalfOf: "provide", sources: ["REF"])
        }
    }

    @Test("Rule 72: what a partner decided alone is neither rescinded nor superseded by another")
    func ownDecisionsStand() throws {
        var history = try JointVenture.begin()
        for partner in [JointVenture.council, JointVenture.provide] {
            try history.record(
                "proposal.tabled",
                "decision/",
                ["title": "Ours", "organisation": .string(partner)],
                onBehalfOf: partner
            )
            try history.record(
                "decision.adopted",
                "decision/D-000\(partner == JointVenture.council ? 1 : 2)",
                ["reason": "ours"],
                onBehalfOf: partner
            )
        }
        let rescission: JSON = ["reason": "we do not like it"]
        #expect(throws: refusal(.reportWithoutSource(council, recordedFor: provide))) {
            try history.record("decision.rescinded", "decision/D-0001", rescission, onBehalfOf: "provide")
        }
        #expect(throws: refusal(.reportedDoNotCount(key))) {
            try history.record(
                "decision.rescinded",
                "decision/D-0001",
                rescission,
                onBehalfOf: "provide",
                sources: ["REF"]
            )
        }
        #expect(throws: refusal(.replacementNeedsPartners(Key(unchecked: "D-0002"), missing: [council]))) {
            try history.record(
                "decision.superseded",
                "decision/D-0001",
                ["decision": "D-0002"],
                onBehalfOf: "provide"
            )
        }
        try history.record(
            "decision.rescinded",
            "decision/D-0001",
            rescission,
            onBehalfOf: JointVenture.council
        )
        #expect(history.state.decision(key)?.status == .rescinded)
    }

    @Test(
        "Rule 208: a body named on adoption does not make reports count where the proposal was put to another"
    )
    func bodyNamedOnAdoption() throws {
        var history = try JointVenture.begin()
        for (body, accepts) in [("board", false), ("friends", true)] {
            var data = JSONObject([("title", .string(body)), ("kind", "board")])
            if accepts { data["acceptsReportedConsents"] = true }
            try history.record("body.constituted", "body/\(body)", .object(data))
        }
        try history.record("proposal.tabled", "decision/", ["title": "Vans", "body": "board"])
        try history.consent(JointVenture.provide, revision: 1)
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": .string(JointVenture.council), "revision": 1],
            sources: ["REF"]
        )
        #expect(throws: missing(.reportedOnly)) {
            try history.record("decision.adopted", "decision/D-0001", ["reason": "so", "body": "friends"])
        }
    }

    @Test("Nothing is adopted before it was tabled, so that a date in the past makes no report count")
    func adoptedBeforeTabled() throws {
        var history = try JointVenture.withProposal()
        for partner in [JointVenture.provide, JointVenture.council] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                sources: ["REF"]
            )
        }
        #expect(throws: refusal(.adoptedBeforeTabled(key))) {
            try history.record("decision.adopted", "decision/D-0001", ["reason": "so"], occurred: "2019")
        }
    }

    @Test(
        "Rule 49: a delegation gives authority only from the organisation that made it, and to whom it is made"
    )
    func delegations() throws {
        var history = try JointVenture.withProposal()
        try history.record("person.registered", "person/", ["label": "Manager"])
        for post in ["manager", "director"] {
            try history.record("post.defined", "post/\(post)", ["title": .string(post), "host": "provide"])
        }
        for (assignment, post) in [("A-0001", "manager"), ("A-0002", "director")] {
            try history.record(
                "role.assigned",
                "assignment/\(assignment)",
                ["role": .string("post/\(post)"), "person": "P-0001"]
            )
        }
        for (delegation, from) in [("DE-0001", "provide"), ("DE-0002", JointVenture.council)] {
            try history.record(
                "function.delegated",
                "delegation/\(delegation)",
                ["function": "vans", "organisation": .string(from), "holder": "post/manager"]
            )
        }
        func consent(_ delegation: String, by assignment: String?) throws -> [Int] {
            var data = JSONObject([("org", "provide"), ("revision", 1), ("delegation", .string(delegation))])
            if let assignment { data["by"] = .string(assignment) }
            var attempt = history
            return try attempt.record(
                "consent.given",
                "decision/D-0001",
                .object(data),
                onBehalfOf: "provide"
            )
            .entry.warnings
        }
        let foreign = Key(unchecked: "DE-0002")
        #expect(throws: refusal(.delegationOfAnother(foreign, council))) {
            try consent("DE-0002", by: "A-0001")
        }
        let manager = try #require(Subject("post/manager"))
        #expect(throws: refusal(.delegatedToAnother(Key(unchecked: "DE-0001"), manager))) {
            try consent("DE-0001", by: "A-0002")
        }
        #expect(try consent("DE-0001", by: "A-0001") == [])
        #expect(try consent("DE-0001", by: nil) == [Rule.consentWithAuthority.rawValue])
    }

    @Test("Rule 213: whoever only advises a post gives no authority")
    func advisorsGiveNoAuthority() throws {
        var history = try JointVenture.withProposal()
        try history.record("person.registered", "person/", ["label": "Advisor"])
        try history.record("post.defined", "post/director", ["title": "Director", "host": "provide"])
        try history.record(
            "role.assigned",
            "assignment/A-0001",
            ["role": "post/director", "person": "P-0001", "capacity": "advisor"]
        )
        #expect(throws: refusal(.advises(Key(unchecked: "A-0001")))) {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": "provide", "revision": 1, "by": "A-0001"],
                onBehalfOf: "provide"
            )
        }
    }

    @Test("Rule 42: a meeting of another body adopts nothing, quorate as it may be")
    func meetingOfAnotherBody() throws {
        var history = try JointVenture.begin()
        for body in ["board", "club"] {
            try history.record("body.constituted", "body/\(body)", ["title": .string(body), "kind": "board"])
        }
        try history.record("meeting.held", "meeting/M-1", ["body": "club"])
        try history.record("proposal.tabled", "decision/", ["title": "Vans", "body": "board"])
        try history.consent(JointVenture.provide, revision: 1)
        try history.consent(JointVenture.council, revision: 1)
        let other = GovernanceRefusal.meetingOfOtherBody(Key(unchecked: "M-1"), Key(unchecked: "club"))
        #expect(throws: Rejection.refused(.governance(other))) {
            try history.record("decision.adopted", "decision/D-0001", ["reason": "so", "meeting": "M-1"])
        }
    }

    @Test("Valid at: a consent that was withdrawn later stood until then, and a condition was open until met")
    func positionsAsOf() throws {
        var history = try JointVenture.begin()
        try history.record("proposal.tabled", "decision/", ["title": "Vans"], occurred: "2019-01")
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": "provide", "revision": 1, "condition": "if it is cheap"],
            occurred: "2019-02",
            sources: ["REF"]
        )
        try history.record(
            "condition.met",
            "decision/D-0001",
            ["org": "provide"],
            occurred: "2019-04",
            sources: ["REF"]
        )
        try history.record(
            "consent.withdrawn",
            "decision/D-0001",
            ["org": "provide"],
            occurred: "2019-06",
            sources: ["REF"]
        )
        func gap(_ date: String) throws -> ConsentGap? {
            let instant = try AsOf(date).instant
            return history.state.dossier(key, validAt: instant)?.consents
                .first { $0.organisation == provide }?.gap
        }
        #expect(try gap("2019-03-15") == .conditionOpen)
        #expect(try gap("2019-05-15") == nil)
        #expect(try gap("2019-07-15") == .withdrawn)
    }
}
