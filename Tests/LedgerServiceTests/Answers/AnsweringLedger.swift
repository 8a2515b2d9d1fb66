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

/// A ledger in service that a test records in and asks, in a directory that is gone with it.
///
/// Every question and every answer is held to the interface's definition.
final class AnsweringLedger: Sendable {
    /// Who calls.
    enum User: UInt32 {
        /// Recorder for the programme office.
        case alice = 1001
        /// Recorder for Provide.
        case pat = 1002
        /// A reader.
        case ann = 1004
        /// An auditor.
        case ed = 1005
        /// Nobody to this ledger.
        case mallory = 1666
        /// The user that the daemon runs as.
        case daemon = 999
        /// An administrator.
        case root = 0

        var peer: Peer { Peer(processID: 1, userID: rawValue, groupID: 5000, groups: []) }
    }

    let service: LedgerService
    private let interfaces: [any VarlinkInterface]
    let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "answers-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        let store = try SQLiteEventStore(directory: directory.path, create: true)
        let signer = try Self.signer()
        let began = try #require(Timestamp("2026-11-21T09:00:00.000000Z"))
        let digest = String(repeating: "0", count: 64)
        _ = try Founding.found(in: store, signer: signer, policyDigest: digest, at: began)
        let ticks = Mutex<Int64>(0)
        service = try LedgerService(
            instance: "example",
            store: store,
            signer: signer,
            policy: Self.policy,
            clock: {
                ticks.withLock { ticks in
                    ticks += 1
                    return began.advanced(byMicroseconds: ticks * 1_000_000)
                }
            }
        )
        interfaces =
            InquiryInterface.all(service) + [
                DecisionsInterface(service), RolesInterface(service), BoundaryInterface(service),
                LedgerInterface(service), LogInterface(service),
                AdminInterface(service, version: "1", ownUser: User.daemon.rawValue) {
                    .success("Reloaded.")
                },
            ]
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// The ledger's key.
    static func signer() throws -> SignerKey {
        let name = try #require(KeyName("example/jv"))
        return try SignerKey(name: name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
    }

    /// The bytes of its files, by name.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
            files[name] = try Data(contentsOf: directory.appendingPathComponent(name))
        }
        return files
    }

    private static var policy: AccessPolicy {
        func grant(_ roles: Set<Role>, _ organisations: String...) -> AccessPolicy.Grant {
            AccessPolicy.Grant(roles: roles, organisations: Set(organisations.compactMap(Key.init)))
        }
        return AccessPolicy(users: [
            User.alice.rawValue: grant([.recorder], "programme-office"),
            User.pat.rawValue: grant([.recorder], "provide"),
            User.ann.rawValue: grant([.reader]),
            User.ed.rawValue: grant([.reader, .auditor]),
        ])
    }

    /// Records entries in one call, and gives the position of the first.
    @discardableResult
    func record(_ entries: [JSON], by user: User = .alice) async throws -> Int64 {
        let drafts = try entries.map { try Draft(try #require($0.object)) }
        let caller = service.caller(user.peer)
        let recorded = try await service.record(drafts, by: caller, isDry: false).get()
        return Int64(try #require(recorded.receipts.first).position)
    }

    /// Asks a question, such as `Roles.GetPost`.
    func ask(_ method: String, _ parameters: JSON = [:], by user: User = .ann) async throws -> JSONObject {
        let call = Call("io.jvledger.\(method)", try #require(parameters.object))
        let interface = try #require(interfaces.first { $0.description.name == call.interface })
        let description = interface.description
        let declared = try #require(description.method(named: call.name))
        _ = try description.validated(call.parameters, against: declared.input)
        let reply = try await interface.call(call, from: user.peer, series: nil)
        return try description.validated(reply, against: declared.output)
    }
}

/// An entry as a client writes it.
func entry(
    _ type: String,
    _ subject: String,
    _ data: JSON = [:],
    occurred: String? = nil,
    words: String? = nil,
    sources: [(evidence: String, locator: String)] = [],
    classification: String? = nil
) -> JSON {
    var object = JSONObject()
    object["type"] = .string(type)
    object["subject"] = .string(subject)
    object["data"] = data
    if let occurred {
        var occurrence = JSONObject()
        occurrence["date"] = .string(occurred)
        occurrence["words"] = words.map { .string($0) }
        object["occurred"] = .object(occurrence)
    }
    if !sources.isEmpty {
        object["sources"] = .array(
            sources.map { ["evidence": .string($0.evidence), "locator": .string($0.locator)] }
        )
    }
    object["classification"] = classification.map { .string($0) }
    return .object(object)
}

extension JSONObject {
    /// What a path of members and indices leads to.
    subscript(path path: String...) -> JSON? {
        path.reduce(.object(self)) { value, step in
            guard let index = Int(step) else { return value?.object?[step] }
            guard let items = value?.array, items.indices.contains(index) else { return nil }
            return items[index]
        }
    }

    /// A member of every item of a list.
    func each(_ list: String, _ member: String) -> [JSON?] {
        (self[list]?.array ?? []).map { $0.object?[member] }
    }
}
