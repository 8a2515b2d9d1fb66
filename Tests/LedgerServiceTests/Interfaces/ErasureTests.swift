// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Ledger
import LedgerStore
import Testing
import TransparencyLog
import Varlink

@testable import LedgerService

@Suite("Erasing what is sealed of a person", .timeLimit(.minutes(5)))
struct ErasureTests {
    private static let name = "Beatrix Unmistakable"
    private static let nature = "Shares in Unmistakable Ltd"
    private let ledger: AnsweringLedger

    init() throws { ledger = try AnsweringLedger() }

    /// Registers two people, each with a name, and an interest of the first; returns the position of the first.
    @discardableResult
    private func people() async throws -> Int64 {
        let first = try await ledger.record([
            entry("person.registered", "person/", ["name": .string(Self.name), "label": "Director"]),
            entry("person.registered", "person/", ["name": "Somebody Else"]),
            entry(
                "interest.declared",
                "interest/",
                ["person": "P-0001", "type": "financial", "nature": .string(Self.nature)]
            ),
        ])
        return first
    }

    private func erase(
        _ person: String = "P-0001",
        fields: [(position: Int64, name: String)] = [],
        dryRun: Bool = false,
        by user: AnsweringLedger.User = .root
    ) async throws -> JSONObject {
        var parameters: [String: JSON] = [
            "person": .string(person), "basis": "UK GDPR Article 17(1)(a)",
            "approvedBy": "Data Protection Officer", "dryRun": .bool(dryRun),
        ]
        if !fields.isEmpty {
            parameters["fields"] = .array(
                fields.map { ["position": .integer($0.position), "field": .string($0.name)] }
            )
        }
        return try await ledger.ask("Admin.Erase", .object(JSONObject(Array(parameters))), by: user)
    }

    /// Whether a text, or the base64url text of a disclosure that holds it, is in any file of the ledger.
    private func isAnywhere(_ text: String) throws -> Bool {
        let texts = try ledger.files().values
        return texts.contains { $0.range(of: Data(text.utf8)) != nil }
    }

    private func disclosure(_ position: Int64, _ field: String) throws -> String? {
        try ledger.service.store.disclosure(at: UInt64(position), field: field)
    }

    private var size: UInt64 { ledger.service.published.head.size }

    @Test("It deletes what is sealed of the person and nothing else, and records by what right")
    func erases() async throws {
        let first = try await people()
        let sealed = try #require(try disclosure(first, "name"))
        let interest = try #require(try disclosure(first + 2, "nature"))
        #expect(try isAnywhere(sealed) && isAnywhere(interest))
        let bytes = try ledger.service.store.entries(from: 0, limit: 100).map(\.bytes)

        let reply = try await erase()
        #expect(
            reply["erased"] == [
                ["position": .integer(first), "field": "name"],
                ["position": .integer(first + 2), "field": "nature"],
            ]
        )
        #expect(reply["entries"] == [.integer(first + 3)])
        #expect(reply["scrubbed"] == true)
        #expect(try !isAnywhere(sealed) && !isAnywhere(interest))
        #expect(try disclosure(first, "name") == nil)
        #expect(try disclosure(first + 1, "name") != nil)
        // What proves the log is as it was.
        #expect(try Array(ledger.service.store.entries(from: 0, limit: 100).map(\.bytes).dropLast()) == bytes)
        let report = try #require(ledger.service.verify { _, _ in true }).get()
        #expect(report.isComplete)

        let shown = try await ledger.ask("Ledger.Get", ["position": .integer(first)])
        #expect(shown[path: "entry", "erased"] == ["name"])
        #expect(shown[path: "entry", "erasedBy"] == [.integer(first + 3)])
        #expect(shown[path: "entry", "withheld"] == nil && shown[path: "entry", "disclosed"] == nil)
        let people = try await ledger.ask("Roles.ListPeople", by: .alice)
        #expect(people.each("rows", "erased") == [true, false])
        #expect(people[path: "rows", "0", "person", "erased"] == true)
        #expect(people[path: "rows", "1", "person", "name"] == "Somebody Else")
        let register = try await ledger.ask("Audit.ListErasures")
        #expect(register.each("rows", "basis") == ["UK GDPR Article 17(1)(a)"])
        #expect(register.each("rows", "approvedBy") == ["Data Protection Officer"])
        #expect(register.each("rows", "count") == [2])
    }

    @Test(
        "Asked again there is nothing left, and nothing is recorded; a person without texts is recorded once"
    )
    func again() async throws {
        try await people()
        _ = try await erase()
        let before = size
        let reply = try await erase()
        #expect(reply["erased"] == [] && reply["entries"] == [] && size == before)
        try await ledger.record([entry("person.registered", "person/", ["label": "Nurse"])])
        #expect(try await erase("P-0003")["entries"]?.array?.count == 1)
        #expect(try await erase("P-0003")["entries"] == [])
    }

    @Test("A dry run says the same and changes nothing")
    func dryRun() async throws {
        let first = try await people()
        let before = size
        let reply = try await erase(dryRun: true)
        #expect(reply["erased"]?.array?.count == 2)
        #expect(reply["entries"] == [])
        #expect(size == before)
        #expect(try disclosure(first, "name") != nil)
    }

    @Test(
        "Recorders, readers and auditors may not",
        arguments: [AnsweringLedger.User.alice, .ann, .ed, .daemon]
    )
    func notPermitted(user: AnsweringLedger.User) async throws {
        let first = try await people()
        let error = await #expect(throws: VarlinkError.self) { try await erase(by: user) }
        #expect(error?.name == "io.jvledger.Ledger.NotPermitted")
        #expect(try disclosure(first, "name") != nil)
    }

    @Test("A recorder cannot record an erasure or a pack by hand")
    func notByHand() async throws {
        try await people()
        let digest = JSON.string(String(repeating: "a", count: 64))
        for draft in [
            entry("erasure.executed", "person/P-0001", ["basis": "b", "approvedBy": "a"]),
            entry(
                "export.generated",
                "export/ed",
                ["size": 1, "scope": "whole", "entries": 1, "disclosed": 0, "manifest": digest]
            ),
        ] {
            let failure = await #expect(throws: RecordFailure.self) { try await ledger.record([draft]) }
            guard case .refused(_, .entry(.systemOnly)) = failure else {
                Issue.record("\(String(describing: failure))")
                continue
            }
        }
    }

    @Test("What is held is not erased, until the organisation that placed the hold releases it")
    func hold() async throws {
        let first = try await people()
        try await ledger.record([entry("hold.placed", "person/P-0001", ["reason": "an inquiry"])], by: .pat)
        let error = await #expect(throws: VarlinkError.self) { try await erase() }
        #expect(error?.name == "io.jvledger.Ledger.Refused")
        #expect(error?.parameters["rule"] == 12)
        #expect(error?.parameters["next"] == ["jvctl hold release P-0001 --reason TEXT"])
        await #expect(throws: VarlinkError.self) { try await erase(dryRun: true) }
        #expect(try disclosure(first, "name") != nil)
        let holds = try await ledger.ask("Audit.ListHolds")
        #expect(holds.each("rows", "reason") == ["an inquiry"])
        await #expect(throws: RecordFailure.self) {
            try await ledger.record([entry("hold.released", "person/P-0001", ["reason": "r"])])
        }
        try await ledger.record([entry("hold.released", "person/P-0001", ["reason": "over"])], by: .pat)
        #expect(try await ledger.ask("Audit.ListHolds")["rows"] == [])
        let all = try await ledger.ask("Audit.ListHolds", ["all": true])
        #expect(all.each("rows", "releasedBecause") == ["over"])
        #expect(try await erase()["erased"]?.array?.count == 2)
    }

    @Test("A text that was sealed elsewhere is erased by name; one of somebody else, or none, is not")
    func furtherTexts() async throws {
        let first = try await people()
        let sealed: JSON = [
            "type": "finding.recorded", "subject": "finding/", "seal": ["title"],
            "data": ["title": "Beatrix said so"],
        ]
        let finding = try await ledger.record([sealed])
        for wrong in [(first + 1, "name"), (finding, "text"), (9_999, "title")] {
            let error = await #expect(throws: VarlinkError.self) { try await erase(fields: [wrong]) }
            #expect(error?.name == "io.jvledger.Ledger.NotFound")
        }
        await #expect(throws: VarlinkError.self) {
            try await erase(fields: [(finding, "title"), (finding, "title")])
        }
        #expect(try disclosure(first, "name") != nil)
        // One that is the person's anyway is not counted twice.
        let reply = try await erase(fields: [(finding, "title"), (first, "name")])
        #expect(reply["erased"]?.array?.count == 3)
        #expect(try disclosure(finding, "title") == nil)
        #expect(
            try await ledger.ask("Ledger.Get", ["position": .integer(finding)])[path: "entry", "erased"] == [
                "title"
            ]
        )
    }

    @Test("Recording the same again gives the first receipt and not the text back")
    func notByRepetition() async throws {
        let registration: JSON = [
            "id": "once", "type": "person.registered", "subject": "person/",
            "data": ["name": .string(Self.name)],
        ]
        let first = try await ledger.record([registration])
        _ = try await erase()
        #expect(try await ledger.record([registration]) == first)
        #expect(try disclosure(first, "name") == nil)
        var other = try #require(registration.object)
        other["id"] = "twice"
        // Another person of that name is somebody else to the ledger; the erased one is not named anew.
        #expect(try await ledger.record([.object(other)]) == first + 2)
        let again: JSON = [
            "type": "interest.declared", "subject": "interest/",
            "data": ["person": "P-0001", "type": "financial", "nature": "n"],
        ]
        let failure = await #expect(throws: RecordFailure.self) { try await ledger.record([again]) }
        guard case .refused(_, let refusal) = failure else { return }
        #expect(refusal.rule.rawValue == 11)
        let correction: JSON = [
            "type": "entry.corrected", "subject": "person/P-0001",
            "data": [
                "entry": .integer(first), "data": ["name": .string(Self.name)], "explanation": "e",
            ],
        ]
        await #expect(throws: RecordFailure.self) { try await ledger.record([correction]) }
    }

    @Test("More texts than one entry names take several, in one commit")
    func manyTexts() async throws {
        try await people()
        let interest = entry(
            "interest.declared",
            "interest/",
            ["person": "P-0001", "type": "financial", "nature": "n"]
        )
        try await ledger.record(Array(repeating: interest, count: ErasureExecuted.fieldLimit + 10))
        let reply = try await erase()
        #expect(reply["erased"]?.array?.count == ErasureExecuted.fieldLimit + 12)
        #expect(reply["entries"]?.array?.count == 2)
        #expect(try ledger.service.store.disclosures(ofPerson: "P-0001").isEmpty)
    }
}
