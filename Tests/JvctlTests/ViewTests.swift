// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

struct ViewTests {
    private let terminal = Terminal(environment: [:], isTerminal: false)

    private func object(_ json: JSON) throws -> JSONObject { try #require(json.object) }

    private static let row: JSON = [
        "key": "D-0003", "title": "Jointly fund a Programme Manager", "status": "adopted", "certainty": "yes",
        "when": "late summer 2019", "revision": 1, "waitingFor": [], "position": 36,
    ]

    @Test("The dossier of a decision")
    func dossier() throws {
        let dossier = try object([
            "row": Self.row, "reason": "Further the diffusion of best practice",
            "options": [
                [
                    "number": 1, "title": "jointly funded post", "chosen": true, "withdrawn": false,
                    "arguments": [],
                ],
                [
                    "number": 2, "title": "leave to each partner", "chosen": false, "withdrawn": false,
                    "arguments": [["stance": "against", "text": "Slow", "position": 35]],
                ],
            ],
            "consents": [
                [
                    "organisation": "provide", "stance": "consents", "mode": "reported", "when": "Aug 2019",
                    "sources": ["REF section 4"],
                ],
                ["organisation": "essex-county-council", "sources": [], "gap": "no answer"],
            ],
            "dissents": [], "reviews": [], "history": [], "entries": [33, 34, 35, 36],
            "links": [
                ["direction": "ledTo", "depth": 1, "subject": "post/programme-manager"],
                ["direction": "ledTo", "depth": 2, "subject": "assignment/A-0001"],
            ],
        ])
        #expect(
            DecisionView.lines(dossier, terminal) == [
                "D-0003  Jointly fund a Programme Manager  ADOPTED late summer 2019",
                "Options  1 jointly funded post (chosen)",
                "         2 leave to each partner",
                "           against: Slow",
                "Why      Further the diffusion of best practice",
                "Consent  provide               reported   Aug 2019  [REF section 4]",
                "         essex-county-council  no answer",
                "Led to   post programme-manager",
                "Entries  33-36  (jvctl log 33-36)",
            ]
        )
    }

    @Test("The register shows whom it waits for only when it waits for somebody")
    func register() throws {
        let settled = try object(["decisions": [Self.row]])
        #expect(
            DecisionRow.table(settled).lines(width: nil, hasLegend: true) == [
                "KEY     WHEN              STATUS   TITLE",
                "D-0003  late summer 2019  adopted  Jointly fund a Programme Manager",
            ]
        )
        let open = try object([
            "decisions": [
                [
                    "key": "D-0004", "title": "Pilot", "status": "tabled", "certainty": "possibly",
                    "when": "2026",
                    "revision": 2, "waitingFor": [["organisation": "provide", "reason": "revision 1 only"]],
                ]
            ]
        ])
        #expect(
            DecisionRow.table(open).lines(width: nil, hasLegend: false) == [
                "D-0004  2026  possibly tabled  Pilot  provide"
            ]
        )
    }

    @Test("Only consents that count are lost by a revision")
    func standing() throws {
        let dossier = try object([
            "consents": [
                ["organisation": "a", "stance": "consents"], ["organisation": "b", "stance": "refuses"],
                ["organisation": "c", "stance": "consents", "gap": "expired"], ["organisation": "d"],
            ]
        ])
        #expect(ConsentList.standing(dossier) == ["a"])
    }

    @Test("An entry in the log, with its sealed text if the caller may read it")
    func logEntry() throws {
        let text = """
            {"authid":"uid:1001","authtype":"user","data":{"_sd":["x"],\
            "occurred":{"date":"2019-05","basis":"inferred"},\
            "sealed":["title"]},"id":"a","onbehalfof":"provide","recordedtime":"2026-11-21T10:31:32.529116Z",\
            "streamversion":1,"subject":"finding/FI-0001","type":"io.jvledger.finding.recorded.v1"}
            """
        let withheld = try #require(
            LogEntry(
                object(["position": 36, "text": .string(text), "leafHash": "00", "withheld": ["title"]])
            )
        )
        #expect(
            withheld.cells == ["36", "2019-05 inferred", "finding.recorded", "finding/FI-0001", "(withheld)"]
        )
        let disclosed = try #require(
            LogEntry(
                object([
                    "position": 36, "text": .string(text), "leafHash": "00",
                    "disclosed": ["title": "Local gains"],
                    "amendedBy": 40, "dispute": "C-1",
                ])
            )
        )
        #expect(disclosed.summary == "Local gains [corrected by 40] [disputed: C-1]")
        #expect(disclosed.details.contains("Recorded   21 Nov 2026 10:31 UTC"))
        #expect(disclosed.details.contains("Recorder   user uid:1001 for provide"))
        #expect(LogEntry(try object(["position": 1, "text": "not JSON"])) == nil)
    }

    @Test("Who the caller is says whether a consent may be given")
    func caller() throws {
        let recorder = try object([
            "uid": 1001, "user": "alice", "roles": ["recorder"], "organisations": ["programme-office"],
        ])
        #expect(
            CallerView.lines(recorder, partners: ["provide"]) == [
                "alice (uid 1001): recorder for programme-office.",
                "May report a partner's consent with a source; may not give one.",
            ]
        )
        let partner = try object(["uid": 1002, "roles": ["recorder"], "organisations": ["provide"]])
        #expect(
            CallerView.lines(partner, partners: ["provide"]) == [
                "uid 1002: recorder for provide.",
                "May give the consent of provide, and report others' with a source.",
            ]
        )
        #expect(CallerView.lines(partner, partners: nil).count == 1)
        let nobody = try object(["uid": 5, "roles": [], "organisations": []])
        #expect(CallerView.lines(nobody, partners: nil)[0].hasPrefix("uid 5: no role."))
    }

    @Test("How the ledger is")
    func status() throws {
        let running = try object([
            "instance": "mid-essex", "state": "running", "size": 1,
            "recordingBegan": "2026-11-21T09:00:00.000000Z",
            "verifiedAt": "2026-11-21T09:00:01.000000Z", "verifiedSize": 1,
        ])
        #expect(
            StatusView.lines(running, isUnused: true, terminal) == [
                "mid-essex: running, 1 entry, verified. Recording began 21 Nov 2026.",
                "Nothing recorded yet. Try: jvctl import --example --dry-run",
            ]
        )
        let damaged = try object([
            "instance": "x", "state": "readOnly", "reason": "entry 5 is damaged", "size": 9,
        ])
        #expect(
            StatusView.lines(damaged, isUnused: false, terminal) == [
                "x: READ-ONLY, 9 entries, not verified yet.", "Reason: entry 5 is damaged",
            ]
        )
        let witnessed = try object([
            "instance": "x", "state": "running", "size": 9, "verifiedAt": "2026-11-21T09:00:01.000000Z",
            "verifiedSize": 9, "witnesses": 1, "witnessedSize": 8, "witnessesMissing": [],
            "witnessedAt": "2026-11-21T09:30:00.000000Z",
        ])
        let line = try #require(StatusView.lines(witnessed, isUnused: false, terminal).last)
        #expect(line.hasPrefix("Witnessed up to checkpoint 8, 21 Nov 2026"), "\(line)")
        #expect(line.hasSuffix("; 1 entry since."), "\(line)")
        let never = try object([
            "instance": "x", "state": "running", "size": 9, "witnesses": 2, "witnessesMissing": [],
        ])
        #expect(
            StatusView.lines(never, isUnused: false, terminal).last
                == "Not witnessed yet. Try: jvctl witness visit --help"
        )
    }

    @Test("Status says whose cosignatures are missing, and when that has gone on for too long")
    func unwitnessed() throws {
        var status = try object([
            "instance": "x", "state": "running", "size": 9, "witnesses": 2, "witnessedSize": 6,
            "witnessedAt": "2026-11-01T09:30:00.000000Z", "witnessesMissing": ["organisation/provide"],
            "unwitnessedSince": "2026-11-02T10:00:00.000000Z", "witnessDays": 7, "unwitnessed": true,
        ])
        #expect(
            StatusView.lines(status, isUnused: false, terminal).suffix(2) == [
                "Witnessed up to checkpoint 6, 1 Nov 2026 09:30 UTC; 3 entries since, missing: organisation/provide.",
                "UNWITNESSED for more than 7 days, since 2 Nov 2026. Next: jvctl witness list",
            ]
        )
        status["unwitnessed"] = false
        status["witnessedSize"] = nil
        #expect(
            StatusView.lines(status, isUnused: false, terminal).last
                == "Not witnessed yet (missing: organisation/provide). Try: jvctl witness visit --help"
        )
        status["witnessesMissing"] = nil
        let none = StatusView.lines(status, isUnused: false, terminal).last
        #expect(none?.contains("asks for none") == true, "\(none ?? "")")
    }

    @Test("Status says how far the daemon is with reading its ledger again")
    func selfCheck() throws {
        func line(_ check: JSON) throws -> String? {
            let status = try object(["instance": "x", "state": "running", "size": 9, "selfCheck": check])
            return StatusView.lines(status, isUnused: false, terminal).last
        }
        #expect(
            try line([
                "pass": 3, "checked": 5, "size": 9, "lastPassAt": "2026-11-26T08:12:00.000000Z",
                "lastPassSize": 7,
            ]) == "Self-check: pass 3, 5 of 9 entries read; last full pass 26 Nov 2026 08:12 UTC."
        )
        #expect(
            try line(["pass": 1, "checked": 1, "size": 1]) == "Self-check: pass 1, 1 of 1 entry read."
        )
        #expect(try line(["pass": 0, "checked": 0, "size": 0])?.contains("Self-check") == false)
    }
}
