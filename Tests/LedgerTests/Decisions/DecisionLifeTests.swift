// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("The life of a decision")
struct DecisionLifeTests {
    private let key = Key(unchecked: "D-0001")

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    @Test("Rule 54: with options on the table, one that is there is chosen")
    func optionsAreChosen() throws {
        var history = try JointVenture.withProposal()
        try history.record("option.added", "decision/D-0001", ["option": 1, "title": "A post"])
        #expect(throws: refusal(.optionNumber(1, next: 2))) {
            try history.record("option.added", "decision/D-0001", ["option": 1, "title": "Again"])
        }
        try history.record("option.added", "decision/D-0001", ["option": 2, "title": "Nothing"])
        try history.consent(JointVenture.provide, revision: 1)
        try history.consent(JointVenture.council, revision: 1)
        #expect(throws: refusal(.noneChosen(key, open: [1, 2]))) { try history.adopt() }
        #expect(throws: refusal(.noSuchOption(key, 3, open: [1, 2]))) { try history.adopt(option: 3) }
        try history.record("option.withdrawn", "decision/D-0001", ["option": 2])
        #expect(throws: refusal(.noSuchOption(key, 2, open: [1]))) { try history.adopt(option: 2) }
        try history.adopt(option: 1)
        #expect(history.state.decision(key)?.adoption?.option == 1)
    }

    @Test("Rule 57: a rejected option without a reason against it is accepted with a warning")
    func rejectedOptionsWantReasons() throws {
        var history = try JointVenture.withProposal()
        for (number, title) in [(1, "A post"), (2, "Nothing")] {
            try history.record(
                "option.added",
                "decision/D-0001",
                ["option": .integer(Int64(number)), "title": .string(title)]
            )
        }
        try history.consent(JointVenture.provide, revision: 1)
        try history.consent(JointVenture.council, revision: 1)
        var argued = history
        try argued.record(
            "option.argued",
            "decision/D-0001",
            ["option": 2, "stance": "against", "text": "it is what we have"]
        )
        let data: JSON = ["reason": "it works", "option": 1]
        let warned = try history.record("decision.adopted", "decision/D-0001", data)
        let unwarned = try argued.record("decision.adopted", "decision/D-0001", data)
        #expect(warned.entry.warnings == [57])
        #expect(unwarned.entry.warnings == [])
    }

    @Test(
        "Rule 47: steps that the status does not allow are refused",
        arguments: ["proposal.revised", "proposal.withdrawn", "decision.adopted", "decision.rejected"]
    )
    func statusMachine(step: String) throws {
        var history = try JointVenture.withDecision()
        let data: [String: JSON] = [
            "proposal.revised": ["title": "x"], "proposal.withdrawn": [:],
            "decision.adopted": ["reason": "x"],
            "decision.rejected": ["reason": "x"],
        ]
        #expect(throws: Rejection.self) { try history.record(step, "decision/D-0001", data[step] ?? [:]) }
        #expect(history.state.decision(key)?.status == .adopted)
    }

    @Test("A deferred proposal can still be adopted; a withdrawn one cannot")
    func deferredStaysOpen() throws {
        var history = try JointVenture.withConsents()
        try history.record("decision.deferred", "decision/D-0001", ["until": "2027"])
        #expect(history.state.decision(key)?.status == .deferred)
        try history.adopt()
        var other = try JointVenture.withConsents()
        try other.record("proposal.withdrawn", "decision/D-0001")
        #expect(throws: refusal(.status(key, .withdrawn, step: "adopted"))) { try other.adopt() }
    }

    @Test("Rule 61: a superseded decision cannot be implemented, and rule 63: by one that was adopted")
    func supersededIsNotImplemented() throws {
        var history = try JointVenture.withDecision()
        try history.record("proposal.tabled", "decision/", ["title": "Another"])
        let new = Key(unchecked: "D-0002")
        #expect(throws: refusal(.replacementNotAdopted(new))) {
            try history.record("decision.superseded", "decision/D-0001", ["decision": "D-0002"])
        }
        try history.consent(JointVenture.provide, revision: 1, "D-0002")
        try history.consent(JointVenture.council, revision: 1, "D-0002")
        try history.adopt("D-0002")
        try history.record("decision.superseded", "decision/D-0001", ["decision": "D-0002"])
        #expect(throws: refusal(.doesNotStand(key, .superseded, replacedBy: new))) {
            try history.record("implementation.started", "decision/D-0001")
        }
    }

    @Test("Rule 64: a joint decision is not undone by one partner")
    func jointIsUndoneJointly() throws {
        var history = try JointVenture.withDecision()
        let partners = [Key(unchecked: JointVenture.council), Key(unchecked: JointVenture.provide)]
        #expect(throws: refusal(.replacementNeedsPartners(key, missing: partners))) {
            try history.record("decision.rescinded", "decision/D-0001", ["reason": "changed our mind"])
        }
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Ours alone", "organisation": "provide"],
            onBehalfOf: "provide"
        )
        try history.record("decision.adopted", "decision/D-0002", ["reason": "ours"], onBehalfOf: "provide")
        let alone = refusal(
            .replacementNeedsPartners(
                Key(unchecked: "D-0002"),
                missing: partners.dropLast(0).filter { $0.text != "provide" }
            )
        )
        #expect(throws: alone) {
            try history.record("decision.superseded", "decision/D-0001", ["decision": "D-0002"])
        }
    }

    @Test("Rule 65: implementation under way is handed over before a decision is superseded")
    func implementationIsHandedOver() throws {
        var history = try JointVenture.withDecision()
        try history.record("implementation.started", "decision/D-0001")
        try history.record("proposal.tabled", "decision/", ["title": "Another"])
        try history.consent(JointVenture.provide, revision: 1, "D-0002")
        try history.consent(JointVenture.council, revision: 1, "D-0002")
        try history.adopt("D-0002")
        #expect(throws: refusal(.implementationUnderWay(key))) {
            try history.record("decision.superseded", "decision/D-0001", ["decision": "D-0002"])
        }
        try history.record(
            "decision.superseded",
            "decision/D-0001",
            ["decision": "D-0002", "handover": "the new team takes it over"]
        )
    }

    @Test("Rule 62: implementation starts once the decision is in effect")
    func effectiveFrom() throws {
        var history = try JointVenture.withConsents()
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "it works", "effectiveFrom": "2027-01-01"]
        )
        #expect(throws: refusal(.notInEffect(key, from: "2027-01-01"))) {
            try history.record("implementation.started", "decision/D-0001")
        }
    }

    @Test("Valid at: the status is certain outside of an imprecise date and possible inside")
    func statusAtADate() throws {
        var history = try JointVenture.begin()
        try history.record("proposal.tabled", "decision/", ["title": "A post"], occurred: "2019-05")
        for partner in [JointVenture.provide, JointVenture.council] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                occurred: "2019-08/2019-09",
                sources: ["REF"]
            )
        }
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "diffusion"],
            occurred: "2019-08/2019-09"
        )
        func row(_ date: String) throws -> DecisionRow? {
            history.state.decisionRow(key, validAt: try AsOf(date).instant)
        }
        #expect(try row("2019-04-30") == nil)
        #expect(try row("2019-06-01")?.status == .tabled)
        #expect(try row("2019-06-01")?.truth == .yes)
        #expect(try row("2019-08-15")?.status == .adopted)
        #expect(try row("2019-08-15")?.truth == .possibly)
        #expect(try row("2019-10-01")?.truth == .yes)
    }

    @Test("The why-chain goes up through what a decision rests on and down to what came of it")
    func whyChain() throws {
        var history = try JointVenture.withDecision()
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "A post", "because": ["decision/D-0001", "evidence/REF"]]
        )
        try history.record("post.defined", "post/manager", ["title": "Manager", "decision": "D-0001"])
        let links = history.state.why(key)
        #expect(links.map(\.subject.description) == ["decision/D-0002", "post/manager"])
        #expect(links.allSatisfy { $0.direction == .ledTo })
        let up = history.state.why(Key(unchecked: "D-0002"))
        #expect(up.map(\.subject.description) == ["decision/D-0001", "evidence/REF"])
    }
}
