// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite struct LearningAnswerTests {
    /// Positions 21 to 28: a practice of Provide that the council has adopted, its author P-0001.
    private static func ledger() async throws -> AnsweringLedger {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry(
                "practice.submitted",
                "practice/",
                [
                    "title": "One triage call", "problem": "Referrals bounce", "solution": "One call a day",
                    "org": "provide", "author": "person/P-0001",
                ],
                occurred: "2018"
            ),
            entry("practice.validated", "practice/PR-0001", ["org": "council"], occurred: "2018"),
            entry("practice.published", "practice/PR-0001", occurred: "2019-03-01"),
            entry(
                "practice.used",
                "practice/PR-0001",
                ["org": "council", "worked": "yes"],
                occurred: "2019-04"
            ),
            entry(
                "practice.rated",
                "practice/PR-0001",
                ["org": "council", "rating": 4],
                occurred: "2019-05"
            ),
            entry(
                "practice.adopted",
                "practice/PR-0001",
                ["org": "council", "adaptation": "Twice a day"],
                occurred: "2019-03-31"
            ),
            entry(
                "venture.established",
                "venture/integrated-care",
                ["title": "Integrated care", "form": "jointVenture"],
                occurred: "2012"
            ),
            entry(
                "phase.declared",
                "venture/integrated-care",
                ["ordinal": 1, "title": "Joint venture", "from": "2018"]
            ),
        ])
        return ledger
    }

    @Test func practicesNameTheirAuthorByWhatTheyDo() async throws {
        let reply = try await Self.ledger().ask("Learning.ListPractices")
        #expect(
            reply["rows"] == [
                [
                    "key": "PR-0001", "state": "published", "certainty": "yes", "title": "One triage call",
                    "organisation": ["key": "provide", "name": "Provide"],
                    "author": ["label": "Programme Manager"], "uses": 1, "worked": 1, "partly": 0,
                    "failed": 0,
                    "ratings": 1, "mean": "4.00",
                    "adopters": [["key": "council", "name": "Essex County Council"]],
                    "entries": [21, 22, 23, 24, 25, 26],
                ]
            ]
        )
    }

    @Test func adoptionIsAnsweredAsOfADate() async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Learning.GetAdoption")
        #expect(reply[path: "rows", "0", "uptake"] == "adapted")
        #expect(reply[path: "rows", "0", "lagLeast"] == 30)
        #expect(reply[path: "rows", "0", "entries"] == [23, 26])
        #expect(try await ledger.ask("Learning.GetAdoption", ["validAt": "2019-03-15"])["rows"] == [])
        #expect(try await ledger.ask("Learning.GetAdoption", ["knownAt": "@25"])["rows"] == [])
    }

    @Test func theJourneySaysInWhichPhaseEachStepIs() async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Boundary.GetJourney", ["organisation": "council"])
        #expect(
            reply["phases"] == [
                ["ordinal": 1, "title": "Joint venture", "when": "since 2018", "position": 28]
            ]
        )
        let steps = reply["steps"]?.array?.compactMap(\.object) ?? []
        let adopted = try #require(steps.first { $0["type"] == "practice.adopted" })
        #expect(adopted["phase"] == 1)
        #expect(adopted["phaseCertainty"] == "yes")
        let established = try #require(steps.first { $0["type"] == "venture.established" })
        #expect(established["phase"] == nil)
        #expect(!steps.contains { $0["type"] == "practice.submitted" })
        let error = VarlinkError("io.jvledger.Boundary.NoSuchOrganisation", JSONObject(["key": "nobody"]))
        await #expect(throws: error) {
            try await ledger.ask("Boundary.GetJourney", ["organisation": "nobody"])
        }
    }

    @Test func searchSaysThatSealedTextsAreLeftOut() async throws {
        let reply = try await Self.ledger().ask("Learning.SearchLessons", ["text": "bounce"])
        #expect(reply.each("rows", "subject") == ["practice/PR-0001"])
        #expect(reply["note"] == "Sealed texts are not searched.")
    }
}
