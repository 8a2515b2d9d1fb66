// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite struct WorkAnswerTests {
    /// Entries 21 to 28 on top of the Mid Essex example.
    private static func ledger() async throws -> AnsweringLedger {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry("need.identified", "need/", ["title": "One referral", "org": "provide"], occurred: "2019"),
            entry(
                "commitment.assigned",
                "commitment/",
                ["title": "Draft the job description", "org": "provide", "due": "2019-06-30"],
                occurred: "2019-05-02"
            ),
            entry(
                "commitment.progressed",
                "commitment/#1",
                ["note": "Half", "percent": 50],
                occurred: "2019-06"
            ),
            entry("raid.raised", "raid/", ["kind": "risk", "title": "The grant ends"], occurred: "2019"),
            entry(
                "consultation.opened",
                "consultation/",
                ["title": "The form", "audience": "staff"],
                occurred: "2019"
            ),
            entry(
                "consultation.response.recorded",
                "consultation/#4",
                ["text": "Too long", "stance": "against"]
            ),
            entry("dispute.opened", "dispute/", ["title": "Who pays", "parties": ["provide", "council"]]),
            entry("evidence.appraised", "evidence/REF", ["strength": "moderate", "org": "university"]),
        ])
        return ledger
    }

    @Test func aCommitmentSaysWhoOwesWhatByWhen() async throws {
        let reply = try await Self.ledger().ask("Decisions.ListCommitments", ["validAt": "2019-07-01"])
        #expect(
            reply["rows"] == [
                [
                    "key": "CM-0001", "kind": "action", "title": "Draft the job description",
                    "organisations": [["key": "provide", "name": "Provide"]], "due": "30 Jun 2019",
                    "overdue": "yes", "orphaned": "no", "postponed": 0, "percent": 50, "open": "yes",
                    "entries": [22, 23],
                ]
            ]
        )
        #expect(reply.each("figures", "value").map { $0?.text } == ["1", "1", "0", "0"])
    }

    @Test func whatSomebodySaidIsSealedAndJoined() async throws {
        let ledger = try await Self.ledger()
        let said = try await ledger.ask("Decisions.ListConsultations", by: .alice)
        #expect(said[path: "rows", "0", "against"] == 1)
        #expect(said[path: "rows", "0", "entries"] == [25, 26])
        let entry = try await ledger.ask("Ledger.Get", ["position": 26])
        #expect(entry[path: "entry", "data", "text"] == nil)
    }

    @Test(
        "Every question of work is answered as its interface defines it",
        arguments: [
            ("Decisions.ListNeeds", "N-0001"), ("Decisions.ListRaid", "R-0001"),
            ("Decisions.ListConsultations", "CN-0001"), ("Decisions.ListPartnerDisputes", "DI-0001"),
            ("Decisions.ListEvidence", "REF"), ("Decisions.ListCommitments", "CM-0001"),
        ]
    )
    func answers(method: String, key: String) async throws {
        let reply = try await Self.ledger().ask(method)
        #expect(reply.each("rows", "key").map { $0?.text } == [key])
    }

    @Test func adviceAndObligationsAreAnswered() async throws {
        let ledger = try await Self.ledger()
        #expect(try await ledger.ask("Decisions.ListAdvice")["rows"] == [])
        let owed = try await ledger.ask("Roles.GetPartnerObligations", ["organisation": "provide"])
        #expect(owed.each("rows", "subject").contains(.string("commitment/CM-0001")))
        await #expect(throws: VarlinkError.self) {
            try await ledger.ask("Roles.GetPartnerObligations", ["organisation": "nobody"])
        }
    }
}
