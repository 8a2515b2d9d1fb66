// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerCommands
import Testing
import Varlink

struct ComplaintTests {
    @Test("A refusal says what is missing and what to type")
    func refusal() {
        let complaint = Complaint(
            VarlinkError(
                "io.jvledger.Ledger.Refused",
                JSONObject(fields: [
                    "entry": 0, "rule": 48,
                    "message": "D-0004 revision 2 is not consented to by provide (no answer)",
                    "next": ["jvctl decision consent D-0004 --for provide"],
                ])
            )
        )
        #expect(
            complaint.lines == [
                "Refused: D-0004 revision 2 is not consented to by provide (no answer).",
                "Next: jvctl decision consent D-0004 --for provide",
            ]
        )
        #expect(complaint.status == .refused)
        #expect(complaint.json["error"] == "io.jvledger.Ledger.Refused")
        #expect(complaint.json["parameters"]?.object?["rule"] == 48)
        #expect(complaint.json["exitStatus"] == 65)
    }

    @Test(
        "Every error of the ledger has its exit code",
        arguments: [
            ("io.jvledger.Ledger.Refused", ProgramExit.refused), ("io.jvledger.Ledger.Invalid", .refused),
            ("io.jvledger.Ledger.IdConflict", .refused), ("io.jvledger.Ledger.WrongStreamVersion", .refused),
            ("io.jvledger.Ledger.NotPermitted", .notPermitted), ("io.jvledger.Ledger.TryAgain", .tryAgain),
            ("io.jvledger.Ledger.ReadOnly", .failed), ("io.jvledger.Ledger.NotFound", .failed),
            ("org.varlink.service.PermissionDenied", .notPermitted),
            ("org.varlink.service.InvalidParameter", .refused),
            ("org.varlink.service.MethodNotFound", .failed),
            ("io.jvledger.Decisions.NoSuchDecision", .failed), ("io.jvledger.Admin.NotUsable", .refused),
            ("com.example.Unheard", .failed),
        ]
    )
    func exitCodes(name: String, status: ProgramExit) {
        let complaint = Complaint(VarlinkError(name))
        #expect(complaint.status == status)
        #expect(complaint.name == name)
        #expect(!complaint.message.isEmpty)
    }

    @Test(
        "No connection is no daemon, no permission is not permitted",
        arguments: [
            (ENOENT, ProgramExit.noDaemon), (ECONNREFUSED, .noDaemon), (EACCES, .notPermitted),
            (EPERM, .notPermitted),
            (ENAMETOOLONG, .usage),
        ]
    )
    func connection(errno: Int32, status: ProgramExit) {
        #expect(Complaint(ClientError.cannotConnect(path: "/s", errno: errno)).status == status)
    }

    @Test("A connection that breaks off can be tried again")
    func brokenOff() {
        #expect(Complaint(ClientError.connectionClosed).status == .tryAgain)
        #expect(Complaint(ClientError.messageTooLarge(limit: 1)).status == .failed)
    }

    @Test("What is missing is named by its kind")
    func absent() {
        let error = VarlinkError("io.jvledger.Roles.NoSuchPost", JSONObject(fields: ["key": "boss"]))
        #expect(Complaint(error).lines == ["Not found: there is no post boss.", "Next: jvctl post list"])
    }

    @Test("A date that is none is named by its option")
    func notADate() {
        let error = VarlinkError.invalidParameter("validAt")
        #expect(
            Complaint(error).message
                == "what --valid-at says is not a date such as 2019, 2019-08 or 2019-08-15"
        )
    }

    @Test("A message from the ledger cannot steer the terminal")
    func hostile() {
        let parameters = JSONObject(fields: ["message": "a\u{1B}[2Jb", "next": ["rm\n-rf"]])
        let complaint = Complaint(VarlinkError("io.jvledger.Ledger.Refused", parameters))
        #expect(complaint.lines == ["Refused: a\u{FFFD}[2Jb.", "Next: rm -rf"])
    }

    @Test("The table lists every code once")
    func table() {
        let lines = ProgramExit.table.split(separator: "\n")
        #expect(lines.count == ProgramExit.allCases.count)
        #expect(lines.contains("  65  refused by a rule, or not valid"))
        #expect(ProgramExit.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 65, 69, 75])
    }

    @Test("JSON is pretty or short, and reads back as the same")
    func json() throws {
        let object = JSONObject(fields: [
            "list": [1, ["a": []]], "empty": .object(JSONObject()), "text": "\u{1}é",
        ])
        let pretty = try #require(JSONForm.pretty.text(object))
        let short = try #require(JSONForm.short.text(object))
        let lines = [
            "{", "  \"empty\": {},", "  \"list\": [", "    1,", "    {", "      \"a\": []", "    }", "  ],",
        ]
        #expect(pretty.split(separator: "\n").prefix(8).map { String($0) } == lines)
        #expect(!short.contains("\n"))
        for text in [pretty, short] { #expect(try JSON(parsing: text) == .object(object)) }
        #expect(JSONForm.off.text(object) == nil)
    }
}
