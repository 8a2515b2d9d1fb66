// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Ledger
import LedgerStore
import Synchronization
import Testing
import TransparencyLog
import Varlink

@testable import LedgerService

/// A ledger in service on real files in a directory of its own, which goes when the test does.
final class TestLedger: Sendable {
    let directory: String
    let store: SQLiteEventStore
    let service: LedgerService
    let time: Mutex<Timestamp>
    let events = Mutex<[LedgerEvent]>([])

    /// The programme office's recorder.
    let office = Caller(
        uid: 2003,
        user: "alice",
        roles: [.reader, .recorder],
        organisations: [Key("programme-office")].compactMap { $0 }
    )
    /// A recorder of a partner.
    let pat = Caller(
        uid: 2001,
        user: "pat",
        roles: [.reader, .recorder],
        organisations: [Key("provide")].compactMap { $0 }
    )

    /// `snapshots` says after how many entries there is one each; nil for none.
    init(
        entriesPerSecondPerUser: Int = LedgerService.entriesPerSecondPerUser,
        snapshots interval: UInt64? = nil
    ) throws {
        directory = NSTemporaryDirectory() + "jvledger-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        store = try SQLiteEventStore(directory: directory, create: true)
        let name = try #require(KeyName("example/jv"))
        let signer = try SignerKey(name: name, algorithm: .ed25519, seed: [UInt8](repeating: 7, count: 32))
        let began = try #require(Timestamp("2026-11-21T09:00:00.000000Z"))
        _ = try Founding.found(
            in: store,
            signer: signer,
            policyDigest: String(repeating: "0", count: 64),
            at: began
        )
        time = Mutex(began)
        let box = WeakBox()
        let path = directory + "/snapshots"
        let folder = interval.map { SnapshotFolder(path: path, version: "1", interval: $0) }
        service = try LedgerService(
            instance: "test",
            store: store,
            signer: signer,
            policy: AccessPolicy(),
            entriesPerSecondPerUser: entriesPerSecondPerUser,
            snapshots: folder,
            clock: { box.now },
            onEvent: { box.note($0) }
        )
        box.ledger = self
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// Records entries given as the interface has them.
    func record(
        _ entries: [JSON],
        by caller: Caller? = nil,
        isDry: Bool = false
    ) async throws -> RecordedCall {
        let drafts = try entries.map { try Draft(try #require($0.object)) }
        return try await service.record(drafts, by: caller ?? office, isDry: isDry).get()
    }

    /// An organisation to register.
    static func organisation(_ key: String, id: String? = nil, title: String? = nil) -> JSON {
        var object = JSONObject([
            ("type", "organisation.registered"), ("subject", .string("organisation/\(key)")),
            ("data", ["title": .string(title ?? key), "kind": "other"]),
        ])
        if let id { object["id"] = .string(id) }
        return .object(object)
    }
}

/// Lets the service's closures reach a ledger that is not there yet when they are made.
private final class WeakBox: Sendable {
    private let state = Mutex<Unowned>(Unowned())

    private struct Unowned: Sendable {
        weak var ledger: TestLedger?
    }

    var ledger: TestLedger? {
        get { state.withLock { $0.ledger } }
        set { state.withLock { $0.ledger = newValue } }
    }

    var now: Timestamp { ledger.map { $0.time.withLock { $0 } } ?? Timestamp(microseconds: 0) }

    func note(_ event: LedgerEvent) { ledger?.events.withLock { $0.append(event) } }
}
