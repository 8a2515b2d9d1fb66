// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite struct BoundaryAnswerTests {
    private static let introduction: JSON = [
        "kind": "introduction", "title": "Meets the library", "org": "council", "person": "P-0001",
        "fromOrganisation": "university", "toOrganisation": "provide",
    ]
    private static let workshop: JSON = [
        "kind": "workshop", "title": "Workshop", "host": "university", "organisations": ["provide"],
    ]

    /// Positions 21 and 22 are an action and its outcome, 23 one of this year; 24 and 25 contradict each
    /// other, as 26 says.
    private static func ledger() async throws -> AnsweringLedger {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry(
                "boundary.action.recorded",
                "boundary/",
                introduction,
                occurred: "2012-10/2012-12",
                words: "late 2012"
            ),
            entry("boundary.outcome.recorded", "boundary/BA-0001", ["result": "landed"]),
            entry("boundary.action.recorded", "boundary/", introduction, occurred: "2026"),
            entry(
                "knowledge.event.held",
                "knowledge/",
                workshop,
                occurred: "2019-05",
                sources: [("REF", "section 4")]
            ),
            entry("knowledge.event.held", "knowledge/", workshop, occurred: "2019-07"),
            entry("claim.disputed", "claim/", ["entries": [24, 25], "question": "When was it?"]),
        ])
        return ledger
    }

    @Test func actionsSayBetweenWhomInWords() async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Boundary.ListActions", ["until": "2012"])
        #expect(
            reply
                == JSONObject([
                    "actions": [
                        [
                            "key": "BA-0001", "when": "late 2012", "date": "2012-10/2012-12",
                            "certainty": "yes",
                            "action": "introduction", "title": "Meets the library",
                            "from": ["key": "university", "name": "University"],
                            "to": ["key": "provide", "name": "Provide"],
                            "actor": ["key": "council", "name": "Essex County Council"],
                            "person": "P-0001", "name": "Ada Example", "label": "Programme Manager",
                            "others": [], "outcome": "landed", "position": 21,
                        ]
                    ]
                ])
        )
    }

    @Test(
        "from is the first instant of its date, until the last",
        arguments: [
            (["from": "2013"] as JSON, ["BA-0002"], ["yes"]),
            (["until": "2012-11-15"], ["BA-0001"], ["possibly"]),
            (["until": "2012-09-30"], [], []),
            (["from": "2012-11", "until": "2012-12-31"], ["BA-0001"], ["possibly"]),
            (
                ["from": "2012-12-31", "until": "2026-01-01"], ["BA-0001", "BA-0002"],
                ["possibly", "possibly"]
            ),
            (["organisation": "provide"], ["BA-0001", "BA-0002"], ["yes", "yes"]),
            (["organisation": "provide", "other": "council"], ["BA-0001", "BA-0002"], ["yes", "yes"]),
            (["outcome": "landed", "person": "P-0001"], ["BA-0001"], ["yes"]),
            (["person": "P-0002"], [], []),
            (["role": "reticulist"], [], []),
            (["validAt": "2012-12-31"], ["BA-0001"], ["yes"]),
        ] as [(JSON, [String], [String])]
    )
    func rangesAreAnsweredWithThreeValues(parameters: JSON, keys: [String], certainties: [String])
        async throws
    {
        let reply = try await Self.ledger().ask("Boundary.ListActions", parameters)
        #expect(reply.each("actions", "key").map { $0?.text } == keys)
        #expect(reply.each("actions", "certainty").map { $0?.text } == certainties)
    }

    @Test func brokersAreCountedByOrganisationOrUnit() async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Boundary.GetBrokers", ["validAt": "2013"])
        #expect(reply["by"] == "organisation")
        #expect(
            reply["counts"] == [
                [
                    "broker": ["key": "council", "name": "Essex County Council"], "role": "liaison",
                    "count": 1,
                    "actions": ["BA-0001"], "possibleActions": [],
                ]
            ]
        )
        #expect(reply.each("actions", "group") == ["council"])
        #expect(try await ledger.ask("Boundary.GetBrokers", ["by": "unit"])["by"] == "unit")
        await #expect(throws: VarlinkError.invalidParameter("by")) {
            try await ledger.ask("Boundary.GetBrokers", ["by": "person"])
        }
    }

    @Test func theJourneyTellsTheWholeLifeInOrder() async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Boundary.GetJourney")
        #expect(
            reply.each("steps", "type") == [
                "boundary.action.recorded", "body.constituted", "role.assigned", "knowledge.event.held",
                "proposal.tabled", "knowledge.event.held", "decision.adopted", "post.defined",
                "role.assigned",
                "boundary.action.recorded", "evidence.registered", "boundary.outcome.recorded",
            ]
        )
        let adopted: JSON = [
            "when": "late summer 2019", "date": "2019-08/2019-09", "certainty": "yes",
            "type": "decision.adopted",
            "subject": "decision/D-0001", "title": "Jointly fund a Programme Manager", "lanes": [],
            "disputes": [],
            "settledAgainst": false, "position": 16,
        ]
        #expect(reply["steps"]?.array?.contains(adopted) == true)
        let then = try await ledger.ask("Boundary.GetJourney", ["validAt": "2012"])
        #expect(then.each("steps", "subject") == ["boundary/BA-0001"])
    }

    @Test func theJourneyFollowsCorrectionsAndSources() async throws {
        let ledger = try await Self.ledger()
        try await ledger.record([
            entry("entry.retracted", "knowledge/K-0002", ["entry": 25, "explanation": "misread"]),
            entry(
                "entry.corrected",
                "boundary/BA-0001",
                [
                    "entry": 21, "explanation": "Another name",
                    "data": [
                        "kind": "introduction", "title": "Meets the archive", "org": "council",
                        "fromOrganisation": "university", "toOrganisation": "provide",
                        "occurred": ["date": "2013"],
                    ],
                ]
            ),
        ])
        let now = try await ledger.ask("Boundary.GetJourney")
        #expect(now[path: "steps", "0", "title"] == "Meets the archive")
        #expect(now[path: "steps", "0", "date"] == "2013")
        #expect(now.each("steps", "position").contains(25) == false)
        let earlier = try await ledger.ask("Boundary.GetJourney", ["knownAt": "checkpoint:27"])
        #expect(earlier[path: "steps", "0", "title"] == "Meets the library")
        #expect(earlier.each("steps", "position").contains(25))
        let claims = try await ledger.ask("Boundary.ListClaims")
        #expect(claims[path: "claims", "0", "sides", "1", "retracted"] == true)
        let sourced = try await ledger.ask("Boundary.GetJourney", ["sourcedBy": "2020"])
        #expect(
            sourced.each("steps", "type") == [
                "knowledge.event.held", "proposal.tabled", "decision.adopted", "post.defined",
                "evidence.registered",
            ]
        )
    }

    @Test func aDisputeShowsEveryAccountAndWhichStands() async throws {
        let ledger = try await Self.ledger()
        let open = try await ledger.ask("Boundary.ListClaims", ["open": true])
        let sides: JSON = [
            [
                "position": 24, "subject": "knowledge/K-0001", "type": "knowledge.event.held",
                "title": "Workshop",
                "when": "May 2019", "date": "2019-05", "sources": ["REF section 4"], "retracted": false,
            ],
            [
                "position": 25, "subject": "knowledge/K-0002", "type": "knowledge.event.held",
                "title": "Workshop",
                "when": "Jul 2019", "date": "2019-07", "sources": [], "retracted": false,
            ],
        ]
        let claim: JSON = [
            "key": "C-0001", "question": "When was it?", "settled": false, "sides": sides, "entries": [26],
        ]
        #expect(open == JSONObject(["claims": [claim]]))
        try await ledger.record([
            entry("claim.settled", "claim/C-0001", ["stands": 24, "reason": "Those present say so"])
        ])
        #expect(try await ledger.ask("Boundary.ListClaims", ["open": true]) == JSONObject(["claims": []]))
        let settled = try await ledger.ask("Boundary.ListClaims")
        #expect(settled[path: "claims", "0", "reason"] == "Those present say so")
        #expect(settled[path: "claims", "0", "sides", "0", "stands"] == true)
        #expect(settled[path: "claims", "0", "sides", "1", "stands"] == false)
        #expect(settled[path: "claims", "0", "entries"] == [26, 27])
    }

    @Test func anUnknownOrganisationOrDateIsAnError() async throws {
        let ledger = try await Self.ledger()
        let error = VarlinkError("io.jvledger.Boundary.NoSuchOrganisation", JSONObject(["key": "nobody"]))
        await #expect(throws: error) {
            try await ledger.ask("Boundary.ListActions", ["organisation": "nobody"])
        }
        for name in ["from", "until"] {
            await #expect(throws: VarlinkError.invalidParameter(name)) {
                try await ledger.ask("Boundary.ListActions", .object(JSONObject([name: "2012-21"])))
            }
        }
    }
}
