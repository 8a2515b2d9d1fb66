// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing

@testable import LedgerCommands

@Suite("What is said of erasures and of what concerns a person")
struct ErasureViewTests {
    private static let reply: JSON = [
        "person": "P-0001", "entries": [12],
        "erased": [
            ["position": 8, "field": "name"], ["position": 9, "field": "basis"],
            ["position": 9, "field": "nature"],
        ],
        "packs": [["receiver": "erin", "position": 10, "size": 10]], "scrubbed": true,
    ]

    private func view(_ changes: [String: JSON] = [:], isDryRun: Bool = false) throws -> ErasureView {
        var reply = try #require(Self.reply.object)
        for (name, value) in changes { reply[name] = value }
        return ErasureView(reply, isDryRun: isDryRun)
    }

    @Test("What was deleted, what records it, and where copies may be")
    func erased() throws {
        let lines = try view().lines
        #expect(
            lines.prefix(4) == [
                "Erased 3 sealed texts of P-0001 for good, recorded as entry 12.",
                "  entry 8: name", "  entry 9: basis, nature",
                "No copy is left in the database and its write-ahead log. Every proof holds as before.",
            ]
        )
        #expect(lines.contains { $0.contains("the audit pack of erin over 10 entries (entry 10)") })
        #expect(lines.contains { $0.contains("every backup") })
    }

    @Test("A dry run, nothing left, and nothing there")
    func nothing() throws {
        let dry = try view(["entries": []], isDryRun: true).lines
        #expect(
            dry.first == "Would erase 3 sealed texts of P-0001 for good; nothing was deleted or recorded."
        )
        #expect(!dry.contains { $0.hasPrefix("No copy is left") })
        let left = try view(["entries": [], "erased": [], "packs": []]).lines
        #expect(left.first == "Nothing is left to erase of P-0001: all of it was erased before.")
        #expect(!left.contains { $0.contains("backup") })
        let none = try view(["erased": [], "packs": []]).lines
        #expect(none.first == "Nothing was sealed of P-0001. That they are erased is recorded as entry 12.")
    }

    @Test("Files that could not be cleaned are no success")
    func notClean() throws {
        let view = try view(["scrubbed": false])
        #expect(!view.isScrubbed)
        #expect(view.notClean.status == .tryAgain)
        #expect(!view.lines.contains { $0.hasPrefix("No copy is left") })
    }

    @Test("A sealed text is POSITION:NAME")
    func textName() throws {
        let name = try SealedTextName("31:reason")
        #expect(name.position == 31 && name.field == "reason")
        for wrong in ["31", "31:", ":reason", "x:reason", "-1:reason", "99999999999999999999:a"] {
            #expect(throws: Complaint.self) { try SealedTextName(wrong) }
        }
    }

    @Test("A text that is named twice, or no right, is wrong")
    func erasure() throws {
        let name = try SealedTextName("31:reason")
        func erasure(basis: String = "b", office: String = "o", _ fields: [SealedTextName]) throws -> Erasure
        {
            try Erasure(person: "P-0001", basis: basis, approvedBy: office, fields: fields, isDryRun: false)
        }
        #expect(throws: Complaint.self) { try erasure([name, name]) }
        #expect(throws: Complaint.self) { try erasure(basis: "", []) }
        #expect(throws: Complaint.self) { try erasure(office: "", []) }
        let texts = try (0...UInt64(Erasure.fieldLimit)).map { try SealedTextName("\($0):a") }
        #expect(throws: Complaint.self) { try erasure(texts) }
        let parameters: JSON = [
            "person": "P-0001", "basis": "b", "approvedBy": "o",
            "fields": [["position": 31, "field": "reason"]],
        ]
        #expect(try JSON.object(erasure([name]).parameters) == parameters)
    }

    @Test("What concerns a person: their record, their roles, and what names either")
    func access() throws {
        var access = SubjectAccess(person: "P-0001")
        func reason(_ subject: String, _ data: JSON) throws -> SubjectAccess.Reason? {
            access.reason(subject: subject, data: try #require(data.object))
        }
        #expect(try reason("person/P-0001", ["label": "l"]) == .ownRecord)
        #expect(try reason("person/P-0002", ["label": "P-0001x"]) == nil)
        #expect(try reason("assignment/A-0002", ["person": "P-0002"]) == nil)
        #expect(try reason("advice/AD-1", ["seekerBy": "A-0001"]) == nil)
        #expect(try reason("assignment/A-0001", ["person": "P-0001"]) == .role("assignment/A-0001"))
        #expect(try reason("assignment/A-0001", ["reason": "left"]) == .role("assignment/A-0001"))
        #expect(try reason("advice/AD-1", ["seekerBy": "A-0001"]) == .mention("A-0001"))
        #expect(try reason("advice/AD-1", ["seekerBy": "A-0002"]) == nil)
        // A chair's body is not theirs; it only names them.
        #expect(try reason("body/board", ["person": "P-0001"]) == .mention("P-0001"))
        #expect(try reason("body/board", ["title": "Board"]) == nil)
        let deep: JSON = ["members": [["member": "person/P-0002"], ["member": "person/P-0001"]]]
        #expect(try reason("survey/SV-1", deep) == .mention("person/P-0001"))
        #expect(try reason("survey/SV-1", ["_sd": ["P-00012"], "count": 1]) == nil)
    }

    private func entry(_ type: String, _ data: JSON, _ more: [String: JSON]) throws -> JSONObject {
        let content: JSON = [
            "type": .string("io.jvledger.\(type).v1"), "subject": "person/P-0001", "data": data,
            "recordedtime": "2026-11-26T10:31:32.529116Z",
        ]
        let text = String(decoding: content.compactBytes(), as: UTF8.self)
        var reply = JSONObject([("position", 8), ("text", .string(text)), ("leafHash", "00")])
        for (name, value) in more { reply[name] = value }
        return reply
    }

    @Test("The log tells what was erased from what is withheld")
    func log() throws {
        let sealed: JSON = ["sealed": ["name"], "_sd": ["x"]]
        let erased = try #require(
            LogEntry(entry("person.registered", sealed, ["erased": ["name"], "erasedBy": [12]]))
        )
        #expect(erased.summary == "[erased: name]")
        #expect(erased.details.contains("Erased     name (entry 12 says by what right)"))
        #expect(!erased.details.contains { $0.hasPrefix("Withheld") })
        let withheld = try #require(LogEntry(entry("person.registered", sealed, ["withheld": ["name"]])))
        #expect(withheld.summary == "(withheld)")
        let both = try #require(
            LogEntry(
                entry(
                    "person.registered",
                    ["sealed": ["a", "name"], "_sd": ["x", "y"]],
                    ["erased": ["name"], "withheld": ["a"]]
                )
            )
        )
        #expect(both.summary == "(withheld) [erased: name]")
    }

    @Test("A person who was erased is shown so")
    func person() {
        func text(_ members: JSON) -> String { HolderText.person(members.object ?? JSONObject()) }
        #expect(text(["label": "Director", "erased": true]) == "Director (erased)")
        #expect(text(["person": "P-0001", "erased": true]) == "P-0001 (erased)")
        #expect(text(["erased": true]) == "(erased)")
        #expect(text(["name": "N", "label": "Director"]) == "N")
        #expect(text([:]) == "(withheld)")
    }

    @Test("The summary counts what is shown, withheld and erased, and says by what right")
    func summary() throws {
        var summary = SubjectAccessSummary()
        #expect(
            summary.lines == [
                "0 entries concern them; 0 sealed texts shown.", "Nothing in them is withheld from you.",
                "Nothing in them was erased.",
            ]
        )
        let basis: JSON = ["basis": "Article 17(1)(a)", "approvedBy": "DPO"]
        let replies = [
            try entry("person.registered", ["sealed": ["name"]], ["erased": ["name"], "erasedBy": [8]]),
            try entry("interest.declared", ["sealed": ["nature"]], ["disclosed": ["nature": "n"]]),
            try entry("reflection.recorded", ["sealed": ["text"]], ["withheld": ["text"]]),
            try entry("erasure.executed", basis, [:]),
        ]
        for reply in replies {
            let entry = try #require(LogEntry(reply))
            summary.add(reply, entry, entry.content)
        }
        #expect(
            summary.lines == [
                "4 entries concern them; 1 sealed text shown.",
                "Withheld from you: 1 sealed text, which another reader may see.", "  entry 8: text",
                "Erased for good: 1 sealed text.", "  entry 8: name",
                "  by entry 8 of 26 Nov 2026: Article 17(1)(a); decided by: DPO",
            ]
        )
        #expect(summary.json["erasedCount"] == 1 && summary.json["withheldCount"] == 1)
    }

    @Test("Who records what looks like an NHS number is told what to do")
    func healthNumber() throws {
        func notes(isDryRun: Bool) throws -> [String] {
            let receipt: JSON = [
                "position": 4, "subject": "finding/F-1", "warnings": [102], "notes": ["n"], "repeated": false,
            ]
            let reply = JSONObject([("receipts", [receipt]), ("size", 5)])
            return try Recorded(reply, count: 1, isDryRun: isDryRun).notes
        }
        #expect(try notes(isDryRun: false).last?.contains("cannot be taken out any more") == true)
        #expect(try notes(isDryRun: true).last?.contains("--seal FIELD") == true)
    }
}
