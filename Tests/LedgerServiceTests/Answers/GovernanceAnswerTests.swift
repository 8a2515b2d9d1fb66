// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import Testing

@testable import LedgerService

/// Questions about agreements, chairs and interests as a client asks them, held to their definitions.
@Suite struct GovernanceAnswerTests {
    private func ledger() async throws -> AnsweringLedger {
        let ledger = try AnsweringLedger()
        try await ledger.record([
            entry(
                "organisation.registered",
                "organisation/provide",
                ["title": "Provide", "kind": "provider"]
            ),
            entry(
                "organisation.registered",
                "organisation/council",
                ["title": "Council", "kind": "council"]
            ),
            entry("person.registered", "person/", ["name": "Erin Example", "label": "Chief executive"]),
            entry(
                "body.constituted",
                "body/board",
                ["title": "Board", "kind": "board", "papersDays": 7, "chairsFromDifferentPartners": true],
                occurred: "2018-01-01"
            ),
            entry(
                "seat.created",
                "seat/chief",
                ["body": "board", "organisation": "provide", "seatClass": "member", "voting": true],
                occurred: "2018-01-01"
            ),
            entry(
                "chair.appointed",
                "body/board",
                ["office": "chair", "holder": "seat/chief", "from": "2018-02-01"]
            ),
            entry(
                "interest.declared",
                "interest/",
                [
                    "person": "P-0001", "type": "financial", "nature": "Holds shares",
                    "organisation": "provide", "from": "2018-01-01",
                ]
            ),
            entry(
                "agreement.recorded",
                "agreement/",
                ["title": "Deed", "form": "s75", "parties": ["provide", "council"], "from": "2018-04-01"],
                occurred: "2018-03-01"
            ),
        ])
        try await ledger.record(
            [entry("agreement.signed", "agreement/AG-0001", ["org": "provide"], occurred: "2018-03-02")],
            by: .pat
        )
        return ledger
    }

    @Test("Agreements: who has not signed, and what section 75 asks for and is not there")
    func agreements() async throws {
        let reply = try await ledger().ask("Roles.ListAgreements", ["validAt": "2018-06-01"])
        #expect(reply[path: "rows", "0", "unsigned", "0", "name"]?.text == "Council")
        #expect(reply[path: "rows", "0", "inForce"]?.text == "no")
        #expect(reply[path: "rows", "0", "lacks", "0"]?.text == "aims")
        let acts = try await ledger().ask("Audit.GetAuthority", ["flawed": true])
        #expect(acts[path: "rows", "0", "findings", "0"]?.text == "unnamed")
    }

    @Test("A body says who chairs it, and what its terms ask for")
    func chairs() async throws {
        let reply = try await ledger().ask("Roles.GetBody", ["key": "board", "validAt": "2018-06-01"])
        #expect(reply[path: "body", "chairs", "0", "organisations", "0", "name"]?.text == "Provide")
        #expect(reply[path: "body", "terms", "papersDays"]?.integer == 7)
        let terms = try await ledger().ask("Roles.GetTerms", ["body": "board"])
        #expect(terms[path: "rows", "0", "chairsFromDifferentPartners"]?.bool == true)
    }

    @Test("Whose interest it is is for those who may see who people are; the register is for all readers")
    func interests() async throws {
        let ledger = try await ledger()
        let reader = try await ledger.ask("Roles.ListInterests")
        #expect(reader[path: "rows", "0", "person", "label"]?.text == "Chief executive")
        #expect(reader[path: "rows", "0", "person", "name"] == nil)
        #expect(reader[path: "rows", "0", "type"]?.text == "financial")
        let auditor = try await ledger.ask("Roles.ListInterests", by: .ed)
        #expect(reader[path: "rows", "0", "person", "key"] == nil)
        #expect(auditor[path: "rows", "0", "nature"]?.text == "Holds shares")
        #expect(auditor[path: "rows", "0", "person", "name"]?.text == "Erin Example")
    }

    @Test("Every question of the family answers a ledger that holds nothing of the kind")
    func nothing() async throws {
        let ledger = try AnsweringLedger()
        for method in [
            "Roles.ListMeetings", "Roles.ListDelegations", "Roles.ListAgreements", "Roles.ListInterests",
            "Roles.ListExpiringRoles", "Audit.ListConflicts", "Audit.GetAuthority",
        ] {
            #expect(try await ledger.ask(method)["rows"]?.array == [], "\(method)")
        }
        try await ledger.record([
            entry(
                "organisation.registered",
                "organisation/provide",
                ["title": "Provide", "kind": "provider"]
            )
        ])
        let report = try await ledger.ask(
            "Audit.GetPartnerReport",
            ["organisation": "provide", "from": "2019"]
        )
        #expect(report["rows"]?.array == [])
    }
}
