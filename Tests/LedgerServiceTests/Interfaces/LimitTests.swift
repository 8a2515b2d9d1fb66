// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Testing
import Varlink

@testable import LedgerService

@Suite("What callers can make the ledger hold", .timeLimit(.minutes(5)))
struct LimitTests {
    @Test(
        "A page of long entries ends early, and the next goes on where it ended",
        arguments: [nil, "organisation", "organisation.registered"]
    )
    func pagesByBytes(type: String?) async throws {
        let ledger = try AnsweringLedger()
        let title = JSON.string(String(repeating: "x", count: Fields.textLimit))
        try await ledger.record(
            (0..<150).map {
                entry("organisation.registered", "organisation/o\($0)", ["title": title, "kind": "other"])
            }
        )
        var positions: [Int64] = []
        var next: JSON? = 1
        while let from = next {
            var parameters = JSONObject([("from", from), ("limit", 1000)])
            parameters["type"] = type.map { .string($0) }
            let page = try await ledger.ask("Ledger.List", .object(parameters))
            let found = page.each("entries", "position").compactMap { $0?.integer }
            try #require(!found.isEmpty)
            #expect(found.count * Fields.textLimit <= EntryReader.pageBytes)
            positions += found
            next = page["next"]
        }
        #expect(positions == Array(1...150))
    }

    @Test("A call that wants more proofs than a reply has room for is refused before anything is recorded")
    func proofs() async throws {
        let ledger = try AnsweringLedger()
        func record(_ count: Int) async throws -> JSONObject {
            let entries = (0..<count).map {
                entry("organisation.registered", "organisation/o\($0)", ["title": "O", "kind": "other"])
            }
            return try await ledger.ask(
                "Ledger.Record",
                ["entries": .array(entries), "proofs": true],
                by: .alice
            )
        }
        let error = await #expect(throws: VarlinkError.self) { try await record(1001) }
        #expect(error == .invalidParameter("proofs"))
        #expect(ledger.service.published.head.size == 1)
        #expect(try await record(3).each("receipts", "proof").allSatisfy { $0?.text != nil })
    }

    @Test(
        "A position beyond every ledger asks for all of this one",
        arguments: ["@18446744073709551615", "@9223372036854775808", "checkpoint:18446744073709551615"]
    )
    func positionsBeyondTheEnd(knownAt: String) async throws {
        let ledger = try AnsweringLedger()
        try await ledger.record([
            entry("organisation.registered", "organisation/o", ["title": "O", "kind": "other"])
        ])
        let answer = try await ledger.ask("Roles.ListOrganisations", ["knownAt": .string(knownAt)])
        #expect(answer.each("organisations", "key") == ["o"])
    }

    @Test("One verification at a time")
    func verification() async throws {
        let ledger = try AnsweringLedger()
        let service = ledger.service
        var hasTried = false
        let report = service.verify { _, _ in
            hasTried = true
            return service.verify { _, _ in true } == nil
        }
        #expect(hasTried)
        #expect(try report?.get().isComplete == true)
        #expect(try service.verify { _, _ in true }?.get().isComplete == true)
    }

    @Test("Past states asked for all at once are each as they were")
    func manyPasts() async throws {
        let ledger = try AnsweringLedger()
        for number in 0..<20 {
            try await ledger.record([
                entry("organisation.registered", "organisation/o\(number)", ["title": "O", "kind": "other"])
            ])
        }
        let service = ledger.service
        let counts = await withTaskGroup(of: (Int, Int?).self) { group in
            for position in 0...20 {
                group.addTask {
                    let parameters = JSONObject([("knownAt", .string("@\(position)"))])
                    let view = try? await service.view(
                        parameters,
                        for: AnsweringLedger.User.ann.peer,
                        "io.jvledger.Roles.ListOrganisations"
                    )
                    return (position, view.map { Int($0.state.size) })
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(counts == Dictionary(uniqueKeysWithValues: (0...20).map { ($0, $0 + 1) }))
    }
}
