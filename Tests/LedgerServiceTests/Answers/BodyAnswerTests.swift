// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite struct BodyAnswerTests {
    @Test func partnersAreThoseOfTheDate() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry("partner.left", "partner/council", ["reason": "abolished"], occurred: "2025")
        ])
        let then = try await ledger.ask("Roles.ListPartners", ["validAt": "2018-06-01"])
        #expect(then.each("partners", "certainty") == ["yes", "possibly"])
        #expect(
            then[path: "partners", "0"] == [
                "organisation": ["key": "council", "name": "Essex County Council"], "standing": "partner",
                "certainty": "yes", "right": "required", "status": "partner",
                "span": ["when": "1 Apr 2018 until 2025", "from": "2018-04-01", "to": "2025"],
                "memberships": [["when": "1 Apr 2018 until 2025", "from": "2018-04-01", "to": "2025"]],
            ]
        )
        #expect(try await ledger.ask("Roles.ListPartners").each("partners", "standing") == ["partner"])
        let all = try await ledger.ask("Roles.ListPartners", ["all": true])
        #expect(all.each("partners", "standing") == ["left", "partner"])
        #expect(all.each("partners", "right") == [nil, "required"])
    }

    @Test func organisationsSayWhatTheyWereCalledAndWhoTookTheirPlace() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry(
                "organisation.renamed",
                "organisation/council",
                ["title": "Greater Essex"],
                occurred: "2024-04-01"
            ),
            entry("organisation.succeeded", "organisation/university", ["by": ["provide"]], occurred: "2025"),
        ])
        let now = try await ledger.ask("Roles.ListOrganisations")
        #expect(now.each("organisations", "name") == ["Greater Essex", "Provide", "University"])
        #expect(now.each("organisations", "partner") == ["yes", "yes", "no"])
        #expect(
            now[path: "organisations", "0", "names"] == [
                ["name": "Essex County Council", "span": ["when": "until 1 Apr 2024", "to": "2024-04-01"]],
                ["name": "Greater Essex", "span": ["when": "since 1 Apr 2024", "from": "2024-04-01"]],
            ]
        )
        #expect(
            now[path: "organisations", "2", "succession"] == [
                "happened": "yes", "when": "2025", "date": "2025",
                "successors": [["key": "provide", "name": "Provide"]], "position": 22,
            ]
        )
        #expect(now[path: "organisations", "1", "predecessors"] == ["university"])
        let then = try await ledger.ask("Roles.ListOrganisations", ["validAt": "2020"])
        #expect(then.each("organisations", "name") == ["Essex County Council", "Provide", "University"])
        #expect(then[path: "organisations", "2", "succession"] == nil)
    }

    @Test func aBodyIsShownWithItsTermsSeatsAndMeetings() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry(
                "body.terms.amended",
                "body/board",
                [
                    "from": "2024", "decisionRule": "unanimity",
                    "quorum": [["organisation": "provide", "count": 1]],
                ]
            ),
            entry(
                "meeting.held",
                "meeting/february",
                ["body": "board", "attendance": [["seat": "provide-1", "organisation": "provide"]]],
                occurred: "2020-02-01"
            ),
        ])
        let reply = try await ledger.ask("Roles.GetBody", ["key": "board", "validAt": "2020-03-01"])
        #expect(
            reply[path: "body", "row"] == [
                "key": "board", "title": "Programme Board", "kind": "programmeBoard", "exists": "yes",
                "span": ["when": "since May 2018", "from": "2018-05"],
            ]
        )
        let council: JSON = ["key": "council", "name": "Essex County Council"]
        let provide: JSON = ["key": "provide", "name": "Provide"]
        #expect(
            reply[path: "body", "terms"] == [
                "version": 1, "decisionRule": "consent", "acceptsReportedConsents": false,
                "chairsFromDifferentPartners": false, "excludesConflicted": false, "inForce": "yes",
                "quorum": [
                    ["organisation": provide, "count": 1],
                    ["organisation": council, "seatClass": "officer", "count": 2],
                ],
                "span": ["when": "May 2018 until 2024", "from": "2018-05", "to": "2024"], "position": 7,
            ]
        )
        #expect(reply[path: "body", "versions"]?.array?.count == 2)
        #expect(reply[path: "body", "versions", "1", "inForce"] == "no")
        #expect(reply[path: "body", "seats", "0", "title"] == "Provide's seat")
        #expect(reply[path: "body", "seats", "0", "vacant"] == "unknown")
        #expect(reply[path: "body", "seats", "1", "holders", "0", "person"] == "P-0002")
        #expect(reply[path: "body", "entries"] == [7, 21])
        #expect(
            reply[path: "body", "meetings"] == [
                [
                    "key": "february", "when": "1 Feb 2020", "date": "2020-02-01", "quorate": "no",
                    "minuted": false,
                    "approved": false,
                ]
            ]
        )
        let later = try await ledger.ask("Roles.GetBody", ["key": "board"])
        #expect(later[path: "body", "terms", "decisionRule"] == "unanimity")
    }

    @Test func bodiesThatDoNotExistYetAreListedWhenAskedFor() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let then: JSON = "2017"
        #expect(try await ledger.ask("Roles.ListBodies", ["validAt": then]) == JSONObject(["bodies": []]))
        let all = try await ledger.ask("Roles.ListBodies", ["validAt": then, "all": true])
        #expect(all.each("bodies", "exists") == ["no"])
        #expect(try await ledger.ask("Roles.ListBodies").each("bodies", "key") == ["board"])
    }

    @Test func aQuorumSaysWhatIsMissing() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let parameters: JSON = ["body": "board", "present": ["provide-1", "council-1"], "validAt": "2020"]
        let reply = try await ledger.ask("Roles.GetQuorum", parameters)
        #expect(reply["quorate"] == "no")
        #expect(reply["words"] == "Not quorate: missing 1 officer of Essex County Council.")
        #expect(reply["demanded"]?.array?.count == 2)
        #expect(
            reply["missing"] == [
                [
                    "organisation": ["key": "council", "name": "Essex County Council"],
                    "seatClass": "officer",
                    "count": 1,
                ]
            ]
        )
        let nobody = try await ledger.ask("Roles.GetQuorum", ["body": "board"])
        #expect(
            nobody["words"]
                == "Not quorate: missing 1 voting seat of Provide, 2 officers of Essex County Council."
        )
    }

    @Test func theQuorumOfAMeetingIsThatOfItsDay() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry(
                "body.terms.amended",
                "body/board",
                ["from": "2020-01-01", "quorum": [["organisation": "provide", "count": 1]]]
            ),
            entry(
                "meeting.held",
                "meeting/february",
                ["body": "board", "attendance": [["seat": "provide-1", "organisation": "provide"]]],
                occurred: "2020-02-01"
            ),
            entry(
                "minutes.recorded",
                "meeting/march",
                ["body": "board", "note": "in the archive"],
                occurred: "2020-03-01"
            ),
        ])
        let held = try await ledger.ask("Roles.GetQuorum", ["meeting": "february"])
        #expect(held["quorate"] == "yes")
        #expect(held["words"] == "Quorate.")
        #expect(held["body"] == "board")
        let minuted = try await ledger.ask("Roles.GetQuorum", ["meeting": "march"])
        #expect(minuted["quorate"] == "unknown")
        #expect(minuted["words"] == "No attendance is recorded.")
    }

    @Test func whatIsNotThereIsTheInterfacesOwnError() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let questions: [(method: String, parameters: JSON, error: VarlinkError)] = [
            ("GetBody", ["key": "x"], RolesInterface.error("NoSuchBody", key: "x")),
            ("GetQuorum", ["body": "x"], RolesInterface.error("NoSuchBody", key: "x")),
            ("GetQuorum", ["meeting": "x"], RolesInterface.error("NoSuchMeeting", key: "x")),
            ("GetQuorum", ["body": "board", "present": ["x"]], RolesInterface.error("NoSuchSeat", key: "x")),
            ("GetQuorum", [:], .invalidParameter("body")),
            ("GetQuorum", ["meeting": "x", "body": "board"], .invalidParameter("body")),
            ("ListHolders", ["body": "x"], RolesInterface.error("NoSuchBody", key: "x")),
        ]
        for question in questions {
            await #expect(throws: question.error) {
                try await ledger.ask("Roles.\(question.method)", question.parameters)
            }
        }
        let early = try await ledger.ask("Roles.GetQuorum", ["body": "board", "knownAt": "@3"])
        #expect(early["note"] == "body/board was not recorded by then")
    }
}
