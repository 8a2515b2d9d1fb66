// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite struct DecisionAnswerTests {
    @Test func theRegisterSaysHowExactlyADecisionIsDated() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let row: JSON = [
            "key": "D-0001", "title": "Jointly fund a Programme Manager", "status": "adopted",
            "certainty": "yes",
            "when": "late summer 2019", "date": "2019-08/2019-09", "revision": 1, "waitingFor": [], "flags": [],
            "position": 16,
        ]
        #expect(try await ledger.ask("Decisions.List") == JSONObject(["decisions": [row]]))
        let then = try await ledger.ask("Decisions.List", ["validAt": "2019-08-31"])
        #expect(then[path: "decisions", "0", "certainty"] == "possibly")
        #expect(try await ledger.ask("Decisions.List", ["status": "tabled"])["decisions"] == [])
        #expect(try await ledger.ask("Decisions.List", ["status": "adopted"])["decisions"] == [row])
    }

    @Test func beforeRecordingBeganThereIsNothingButANote() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask("Decisions.List", ["knownAt": "2019-06-01"])
        #expect(reply == JSONObject(["decisions": [], "note": "recording began 21 Nov 2026"]))
        let one = try await ledger.ask("Decisions.Get", ["key": "D-0001", "knownAt": "2019-06-01"])
        #expect(
            one
                == JSONObject([
                    "note": "recording began 21 Nov 2026; decision/D-0001 was not recorded by then"
                ])
        )
    }

    @Test func aDossierShowsWhoseConsentWasReportedAndFromWhere() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask("Decisions.Get", ["key": "D-0001"])
        #expect(reply[path: "decision", "reason"] == "further the diffusion of best practice")
        #expect(reply[path: "decision", "body"] == "board")
        #expect(reply[path: "decision", "entries"] == [12, 13, 14, 15, 16])
        #expect(
            reply[path: "decision", "options"] == [
                [
                    "number": 1, "title": "jointly funded post", "kind": "jointVenture", "chosen": true,
                    "withdrawn": false, "arguments": [],
                ]
            ]
        )
        #expect(
            reply[path: "decision", "consents"] == [
                [
                    "organisation": "council", "stance": "consents", "mode": "reported", "revision": 1,
                    "when": "Aug 2019", "sources": ["REF section 4"], "position": 15,
                ],
                [
                    "organisation": "provide", "stance": "consents", "mode": "reported", "revision": 1,
                    "option": 1,
                    "when": "Aug 2019", "sources": ["REF section 4"], "position": 14,
                ],
            ]
        )
        #expect(
            reply[path: "decision", "history"] == [
                ["status": "tabled", "when": "Jul 2019", "position": 12],
                ["status": "adopted", "when": "late summer 2019", "position": 16],
            ]
        )
        let link: JSON = [
            "direction": "ledTo", "depth": 1, "subject": "post/programme-manager",
            "title": "Programme Manager",
        ]
        #expect(reply[path: "decision", "links"]?.array?.contains(link) == true)
        let why = try await ledger.ask("Decisions.Why", ["key": "D-0001"])
        #expect(why["links"]?.array?.contains(link) == true)
    }

    @Test func anOpenMatterSaysWhomItWaitsFor() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry("proposal.tabled", "decision/", ["title": "Extend the method", "deadline": "2027"])
        ])
        try await ledger.record(
            [entry("consent.given", "decision/D-0002", ["org": "provide", "revision": 1])],
            by: .pat
        )
        let reply = try await ledger.ask("Decisions.Get", ["key": "D-0002"])
        #expect(
            reply[path: "decision", "row", "waitingFor"]
                == [["organisation": "council", "reason": "no answer"]]
        )
        #expect(reply[path: "decision", "consents", "1", "mode"] == "given")
        #expect(
            reply[path: "decision", "consents", "0"] == [
                "organisation": "council", "gap": "no answer", "sources": [],
            ]
        )
        let lapsed = try await ledger.ask("Decisions.List", ["status": "lapsed", "validAt": "2028"])
        #expect(lapsed.each("decisions", "key") == ["D-0002"])
    }

    @Test func aDossierHasWhatWasSaidVotedPublishedAndReached() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry("decision.published", "decision/D-0001", ["channel": "the website"]),
            entry("implementation.started", "decision/D-0001"),
            entry("implementation.milestone.reached", "decision/D-0001", ["title": "in post"]),
            entry("implementation.blocked", "decision/D-0001", ["reason": "no office"]),
        ])
        let reply = try await ledger.ask("Decisions.Get", ["key": "D-0001"])
        #expect(reply[path: "decision", "publications", "0", "text"] == "the website")
        #expect(reply[path: "decision", "progress", "1", "what"] == "blocked")
        #expect(reply[path: "decision", "row", "flags"] == ["blocked"])
    }

    @Test func theAccountOfADecisionIsAskedThroughItsOwnMethod() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask("Decisions.GetAccount", ["key": "D-0001"])
        let aspects = reply.each("rows", "aspect")
        #expect(aspects.prefix(4) == ["couldVeto", "couldVeto", "consented", "consented"])
        #expect(aspects.contains("ledTo"))
        let matrix = try await ledger.ask("Decisions.GetConsentMatrix")
        #expect(matrix["rows"] == [])
    }

    @Test func aMatterThatWasNotTabledYetIsNotShown() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask("Decisions.Get", ["key": "D-0001", "validAt": "2019-06-30"])
        #expect(reply == JSONObject(["note": "D-0001 had not been tabled by 30 Jun 2019"]))
    }

    @Test func whatNoSourceOfADateStatesIsSaidToBeUnsupportedThen() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask("Decisions.Get", ["key": "D-0001", "sourcedBy": "2019-12-31"])
        #expect(reply["decision"] == nil)
        #expect(reply["note"]?.text?.contains("no source dated by then states decision/D-0001") == true)
        #expect(
            try await ledger.ask("Decisions.List", ["sourcedBy": "2020"]).each("decisions", "key") == [
                "D-0001"
            ]
        )
    }

    @Test func anUnknownDecisionIsTheInterfacesOwnError() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        for key in ["D-0009", "not a key"] {
            let error = VarlinkError(
                "io.jvledger.Decisions.NoSuchDecision",
                JSONObject(["key": .string(key)])
            )
            await #expect(throws: error) { try await ledger.ask("Decisions.Get", ["key": .string(key)]) }
            await #expect(throws: error) { try await ledger.ask("Decisions.Why", ["key": .string(key)]) }
        }
        await #expect(throws: VarlinkError.invalidParameter("status")) {
            try await ledger.ask("Decisions.List", ["status": "unheard-of"])
        }
        await #expect(throws: VarlinkError.invalidParameter("validAt")) {
            try await ledger.ask("Decisions.List", ["validAt": "yesterday"])
        }
    }

    @Test func sealedTextIsShownOnlyToThoseWhoMayReadIt() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record(
            [
                entry(
                    "proposal.tabled",
                    "decision/",
                    ["title": "Close a ward"],
                    classification: "partner:provide"
                )
            ],
            by: .pat
        )
        let partner = try await ledger.ask("Decisions.Get", ["key": "D-0002"], by: .pat)
        let reader = try await ledger.ask("Decisions.Get", ["key": "D-0002"], by: .ann)
        #expect(partner[path: "decision", "row", "title"] == "Close a ward")
        #expect(reader[path: "decision", "row", "title"] == nil)
        #expect(reader[path: "decision", "row", "key"] == "D-0002")
    }

    @Test func whoMayNotReadGetsNoAnswer() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        for method in ["Decisions.List", "Roles.ListPosts", "Boundary.GetJourney"] {
            let error = await #expect(throws: VarlinkError.self) {
                try await ledger.ask(method, by: .mallory)
            }
            #expect(error?.name == "io.jvledger.Ledger.NotPermitted")
        }
    }
}
