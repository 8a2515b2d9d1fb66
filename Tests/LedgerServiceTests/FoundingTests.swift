// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Ledger
import LedgerStore
import Testing
import TransparencyLog

@testable import LedgerService

@Suite struct FoundingTests {
    @Test("The charter names the profile unless it is the minimal one", arguments: Profile.allCases)
    func profile(_ profile: Profile) throws {
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("founding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: directory) }
        let store = try SQLiteEventStore(directory: directory.path, create: true)
        let name = try #require(KeyName("example/jv"))
        let signer = try SignerKey(name: name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
        let entry = try Founding.found(
            in: store,
            signer: signer,
            policyDigest: String(repeating: "0", count: 64),
            profile: profile,
            at: try #require(Timestamp("2026-11-21T09:00:00.000000Z"))
        )
        #expect(entry.data["profile"]?.text == (profile == .minimal ? nil : profile.rawValue))
        var state = State()
        state.apply(entry, try Catalogue.event(of: entry))
        #expect(state.charter?.profile == profile)
    }
}
