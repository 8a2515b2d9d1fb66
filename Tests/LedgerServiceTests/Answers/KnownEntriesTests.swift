// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite("The entries that the ledger held")
struct KnownEntriesTests {
    private static func ledger() async throws -> AnsweringLedger {
        let ledger = try AnsweringLedger()
        for key in ["a", "b", "c"] {
            try await ledger.record([
                entry(
                    "organisation.registered",
                    "organisation/\(key)",
                    ["title": .string(key), "kind": "provider"]
                )
            ])
        }
        return ledger
    }

    @Test(
        "are listed up to a position or a checkpoint, with or without a stream or type",
        arguments: [
            (["knownAt": "@1"], 2), (["knownAt": "checkpoint:3"], 3), (["knownAt": "@900"], 4),
            (["knownAt": "@1", "subject": "organisation/c"], 2),
            (["knownAt": "@2", "type": "organisation"], 3), (["knownAt": "2001"], 0),
            (["knownAt": "@1", "from": 3], 2),
        ] as [(JSON, Int64)]
    )
    func known(parameters: JSON, size: Int64) async throws {
        let ledger = try await Self.ledger()
        let reply = try await ledger.ask("Ledger.List", parameters)
        #expect(reply["size"] == .integer(size))
        let positions = reply.each("entries", "position").compactMap { $0?.integer }
        #expect(positions.allSatisfy { $0 < size })
        let narrowing = ["subject", "type", "from"].contains { parameters.object?[$0] != nil }
        if !narrowing { #expect(positions == Array(0..<size)) }
        #expect(reply["next"] == nil)
    }

    @Test("A time that is none is refused")
    func wrong() async throws {
        let ledger = try await Self.ledger()
        await #expect(throws: VarlinkError.invalidParameter("knownAt")) {
            try await ledger.ask("Ledger.List", ["knownAt": "soon"])
        }
    }
}
