// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Synchronization
import Testing
import TransparencyLog
import Varlink

/// An import of many entries, each a call of its own, and a daemon that is killed in the middle of it.
@Suite struct KillTests {
    static let count = 20_000
    /// How many are acknowledged when the daemon is killed.
    private static let acknowledgedAtKill = 5_000
    /// Connections of one user, and calls that wait on each: what waits together is committed together.
    private static let connections = 8
    private static let callsOnEach = 8

    /// An import under way.
    private final class Progress: Sendable {
        struct Counts {
            var next = 0
            var acknowledged = 0
            var receipts: [JSONObject?] = Array(repeating: nil, count: KillTests.count)
        }

        let counts = Mutex(Counts())

        /// The next entry to send, if there is one.
        func next() -> Int? {
            counts.withLock { counts in
                guard counts.next < KillTests.count else { return nil }
                defer { counts.next += 1 }
                return counts.next
            }
        }

        /// Keeps a receipt; true for the one at which the daemon is killed.
        func take(_ receipt: JSONObject, of index: Int) -> Bool {
            counts.withLock { counts in
                counts.receipts[index] = receipt
                counts.acknowledged += 1
                return counts.acknowledged == KillTests.acknowledgedAtKill
            }
        }
    }

    private static func line(_ index: Int) -> JSON {
        entry(
            "finding.recorded",
            "finding/F-\(index)",
            ["title": .string("Finding number \(index)")],
            occurred: "2019-05",
            ["id": .string("import-\(index)")]
        )
    }

    /// Imports all entries, one a call, and returns the receipts of those that were acknowledged.
    private func importAll(_ daemon: Daemon, killing: Bool) async throws -> [JSONObject?] {
        let progress = Progress()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.connections {
                let client = try await daemon.client(as: .office)
                for _ in 0..<Self.callsOnEach {
                    group.addTask {
                        while let index = progress.next() {
                            let parameters = JSONObject([("entries", .array([Self.line(index)]))])
                            let reply: JSONObject
                            do {
                                reply = try await client.call("io.jvledger.Ledger.Record", parameters)
                            } catch let error as ClientError where killing && error == .connectionClosed {
                                return
                            }
                            let receipt = try #require(reply.objects("receipts").first)
                            if progress.take(receipt, of: index), killing { await daemon.kill() }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return progress.counts.withLock { $0.receipts }
    }

    /// Reads every entry and returns the leaf hash of each, hashed here, by position; the root must be the ledger's.
    private func leafHashes(_ daemon: Daemon) async throws -> [String] {
        let client = try await daemon.client(as: .office)
        var hashes: [String] = []
        var tree = CompactRange()
        while true {
            let page = try await client.call(
                "io.jvledger.Ledger.List",
                JSONObject([("from", .integer(Int64(hashes.count))), ("limit", 1000)])
            )
            for entry in page.objects("entries") {
                let hash = Merkle.leafHash(Array(try #require(entry.text("text")).utf8))
                tree.append(hash)
                hashes.append(hash.hexadecimal)
            }
            guard page["next"] != nil else { break }
        }
        let status = try await client.call("io.jvledger.Admin.GetStatus")
        #expect(status["size"] == .integer(Int64(hashes.count)))
        #expect(status.text("root") == tree.root.base64)
        let verdict = try await client.call("io.jvledger.Admin.Verify")
        #expect(verdict["ok"] == true, "\(verdict)")
        #expect(verdict.text("root") == tree.root.base64)
        await client.close()
        return hashes
    }

    @Test(
        "what was acknowledged survives kill -9, and importing again adds nothing twice",
        .timeLimit(.minutes(10))
    )
    func killedImport() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let before = Venture.founding.count + 1
            let acknowledged = try await importAll(daemon, killing: true)
            let count = acknowledged.count { $0 != nil }
            #expect(count >= Self.acknowledgedAtKill && count < Self.count, "\(count)")

            try await daemon.start()
            let survived = try await leafHashes(daemon)
            #expect(survived.count >= before + count)
            for receipt in acknowledged.compactMap(\.self) {
                let position = try #require(receipt["position"]?.integer.map { Int($0) })
                try #require(position < survived.count)
                #expect(survived[position] == receipt.text("leafHash"))
            }

            let second = try await importAll(daemon, killing: false)
            for (old, new) in zip(acknowledged, second) {
                let new = try #require(new)
                guard var old else { continue }
                old["repeated"] = true
                #expect(old == new)
            }
            let all = try await leafHashes(daemon)
            #expect(all.count == before + Self.count)
            #expect(Array(all.prefix(survived.count)) == survived)
            #expect(Set(second.compactMap { $0?["position"]?.integer }).count == Self.count)

            for start in stride(from: 0, to: Self.count, by: 1000) {
                let third = try await daemon.record((start..<start + 1000).map(Self.line))
                #expect(third.allSatisfy { $0["repeated"] == true })
            }
            #expect(try await leafHashes(daemon) == all)
        }
    }
}
