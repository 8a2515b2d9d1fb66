// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Consents and adoption")
struct ConsentTests {
    private let key = Key(unchecked: "D-0001")
    private let provide = Key(unchecked: JointVenture.provide)
    private let council = Key(unchecked: JointVenture.council)

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    @Test("Rule 48: a joint decision is adopted once every partner consents, and not before")
    func everyPartnerConsents() throws {
        var history = try JointVenture.withProposal()
        let both = [council, provide].map { MissingConsent(organisation: $0, gap: .noAnswer) }
        #expect(throws: refusal(.consentMissing(key, revision: 1, both))) { try history.adopt() }
        try history.consent(JointVenture.provide, revision: 1)
        #expect(throws: refusal(.consentMissing(key, revision: 1, [both[0]]))) { try history.adopt() }
        try history.consent(JointVenture.council, revision: 1)
        try history.adopt()
        #expect(history.state.decision(key)?.status == .adopted)
        #expect(history.state.decision(key)?.adoption?.required == [council, provide])
    }

    @Test("Rule 50: a revision takes away the consents to the one before")
    func revisionsInvalidate() throws {
        var history = try JointVenture.withConsents()
        try history.record("proposal.revised", "decision/D-0001", ["title": "Pilot it"])
        let gaps = [council, provide].map { MissingConsent(organisation: $0, gap: .earlierRevision(1)) }
        #expect(throws: refusal(.consentMissing(key, revision: 2, gaps))) { try history.adopt() }
        #expect(throws: refusal(.otherRevision(key, given: 1, current: 2))) {
            try history.consent(JointVenture.provide, revision: 1)
        }
        try history.consent(JointVenture.provide, revision: 2)
        try history.consent(JointVenture.council, revision: 2)
        try history.adopt()
        #expect(history.state.decision(key)?.adoption?.revision == 2)
    }

    @Test("Rule 207: what a partner did not record itself is reported, and needs a source")
    func reportsNeedSources() throws {
        var history = try JointVenture.withProposal()
        let data: JSON = ["org": "provide", "revision": 1]
        #expect(
            throws: refusal(.reportWithoutSource(provide, recordedFor: Key(unchecked: "programme-office")))
        ) { try history.record("consent.given", "decision/D-0001", data) }
        try history.record("consent.given", "decision/D-0001", data, sources: ["REF"])
        #expect(history.state.decision(key)?.standing(of: provide)?.mode == .reported)
    }

    @Test("Rule 208: reported consents carry what was decided before recording began, and nothing later")
    func reportedConsentsCountForThePast() throws {
        var history = try JointVenture.withProposal(tabled: "2019")
        for partner in [JointVenture.provide, JointVenture.council] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                occurred: "2019",
                sources: ["REF"]
            )
        }
        let gaps = [council, provide].map { MissingConsent(organisation: $0, gap: .reportedOnly) }
        #expect(throws: refusal(.consentMissing(key, revision: 1, gaps))) { try history.adopt() }
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "agreed"],
            occurred: "2019-08/2019-09"
        )
        #expect(history.state.decision(key)?.status == .adopted)
    }

    @Test("Rule 208: when the date leaves it open, it is accepted with a warning")
    func possiblyBeforeRecording() throws {
        var history = try JointVenture.withProposal(tabled: "2019")
        for partner in [JointVenture.provide, JointVenture.council] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                sources: ["REF"]
            )
        }
        let accepted = try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "so"],
            occurred: "2026"
        )
        #expect(accepted.entry.warnings == [Rule.givenOnceRecording.rawValue])
    }

    @Test("Rule 51: a consent can be withdrawn before adoption, and not after")
    func withdrawal() throws {
        var history = try JointVenture.withConsents()
        try history.record("consent.withdrawn", "decision/D-0001", ["org": "provide"], onBehalfOf: "provide")
        let gap = [MissingConsent(organisation: provide, gap: .withdrawn)]
        #expect(throws: refusal(.consentMissing(key, revision: 1, gap))) { try history.adopt() }
        try history.consent(JointVenture.provide, revision: 1)
        try history.adopt()
        #expect(throws: refusal(.adoptedAlready(key))) {
            try history.record(
                "consent.withdrawn",
                "decision/D-0001",
                ["org": "provide"],
                onBehalfOf: "provide"
            )
        }
    }

    @Test("Rule 52: a conditional consent counts once its condition is met")
    func conditions() throws {
        var history = try JointVenture.withProposal()
        try history.consent(JointVenture.council, revision: 1)
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": "provide", "revision": 1, "condition": "if a nurse is found"],
            onBehalfOf: "provide"
        )
        let gap = [MissingConsent(organisation: provide, gap: .conditionOpen)]
        #expect(throws: refusal(.consentMissing(key, revision: 1, gap))) { try history.adopt() }
        try history.record("condition.met", "decision/D-0001", ["org": "provide"], onBehalfOf: "provide")
        try history.adopt()
    }

    @Test("Rule 53: a partner takes one position, and a refusal replaces a consent")
    func onePosition() throws {
        var history = try JointVenture.withConsents()
        #expect(throws: refusal(.positionStands(provide))) {
            try history.consent(JointVenture.provide, revision: 1)
        }
        try history.record(
            "consent.refused",
            "decision/D-0001",
            ["org": "provide", "revision": 1],
            onBehalfOf: "provide"
        )
        let gap = [MissingConsent(organisation: provide, gap: .refused)]
        #expect(throws: refusal(.consentMissing(key, revision: 1, gap))) { try history.adopt() }
    }

    @Test("Rule 49: who is not a partner then cannot consent")
    func strangersCannotConsent() throws {
        var history = try JointVenture.withProposal()
        #expect(throws: refusal(.notAPartner(Key(unchecked: "programme-office")))) {
            try history.consent("programme-office", revision: 1)
        }
    }

    @Test("Rule 40: a role that had ended gives no authority")
    func endedRolesCannotAct() throws {
        var history = try JointVenture.withProposal()
        try history.record("person.registered", "person/", ["label": "Director"])
        try history.record("post.defined", "post/director", ["title": "Director", "host": "provide"])
        try history.record(
            "role.assigned",
            "assignment/A-0001",
            ["role": "post/director", "person": "P-0001", "from": "2026-11-21"],
            occurred: "2026-11-21"
        )
        try history.record("role.ended", "assignment/A-0001", ["to": "2026-11-21T09:00:00Z"])
        let assignment = Key(unchecked: "A-0001")
        #expect(throws: refusal(.roleEnded(assignment, provide))) {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": "provide", "revision": 1, "by": "A-0001"],
                onBehalfOf: "provide"
            )
        }
    }

    @Test("Rule 15: a joint decision needs two partners")
    func jointNeedsTwo() throws {
        var history = try JointVenture.withProposal()
        try history.record("partner.left", "partner/essex-county-council")
        try history.consent(JointVenture.provide, revision: 1)
        #expect(throws: refusal(.needsTwoPartners(key, found: [provide]))) { try history.adopt() }
    }
}
