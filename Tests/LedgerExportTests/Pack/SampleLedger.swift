// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// A ledger in memory of which packs are made: what entries there can be, sealed texts of each kind among them.
struct SampleLedger {
    static let origin = "ledger.example/mid-essex"
    /// The entries with sealed texts, by what becomes of these.
    static let shown = 1
    static let withheld = 3
    static let erased = 4
    static let corrected = 5
    static let erasure = 9

    /// The bytes of each entry.
    private(set) var entries: [[UInt8]] = []
    /// The texts that are sealed, with the names and the entries they are in.
    private(set) var sealed: [(position: Int, disclosure: Disclosure)] = []
    private(set) var log = TiledLog()
    /// All files of its tiles.
    private(set) var tiles: [(path: String, bytes: [UInt8])] = []
    private var versions: [String: Int64] = [:]

    /// A ledger of so many entries, ten at least; perhaps with a text that the entry names otherwise than its disclosure.
    init(count: Int = 300, title: String = "Extend", misnamed: Bool = false) throws {
        try add("ledger.created", "ledger/main", ["origin": .string(Self.origin)])
        try add(
            "person.registered",
            "person/P-1",
            ["label": "Chair"],
            sealing: ("name", "Ann Example"),
            as: misnamed ? "label" : nil
        )
        try add("decision.proposed", "decision/D-1", ["title": .string(title)])
        try add("decision.reasoned", "decision/D-1", [:], sealing: ("text", "Because"), classified: true)
        try add("person.registered", "person/P-2", [:], sealing: ("name", "Bob Example"))
        let inner = try seal("text", "Because of it", at: 5)
        try add(
            "entry.corrected",
            "decision/D-1",
            ["entry": 3, "data": ["sealed": ["text"], "_sd": [.string(Self.text(inner.digest))]]]
        )
        try add("decision.adopted", "decision/D-1", ["title": .string(title)])
        try add("finding.recorded", "finding/F-1", ["title": "One"])
        try add("finding.recorded", "finding/F-2", ["title": "Two"])
        let digest = sealed[2].disclosure.digest.hexadecimal
        try add(
            "erasure.executed",
            "person/P-2",
            [
                "basis": "UK GDPR Article 17(1)(a)", "approvedBy": "DPO",
                "fields": [["position": 4, "field": "name", "digest": .string(digest)]],
            ]
        )
        for number in 10..<max(11, count) - 1 {
            try add("finding.recorded", "finding/F-\(number)", ["title": .string("Finding \(number)")])
        }
        try add("decision.implemented", "decision/D-1", ["title": .string(title)])
        tiles += try log.finish().map { $0 }
    }

    static func text(_ digest: Digest) -> String { Base64.url.encode(digest.bytes) }

    private mutating func seal(_ name: String, _ text: String, at position: Int) throws -> Disclosure {
        let salt = [UInt8](repeating: UInt8(truncatingIfNeeded: position), count: Disclosure.saltBytes)
        let disclosure = try Disclosure(name: name, value: .string(text), salt: salt)
        sealed.append((position, disclosure))
        return disclosure
    }

    private mutating func add(
        _ type: String,
        _ subject: String,
        _ data: JSON,
        sealing text: (name: String, text: String)? = nil,
        as name: String? = nil,
        classified: Bool = false
    ) throws {
        var data = try #require(data.object)
        if let text {
            let disclosure = try seal(name ?? text.name, text.text, at: entries.count)
            data["sealed"] = [.string(text.name)]
            data["_sd"] = [.string(Self.text(disclosure.digest))]
        }
        versions[subject, default: 0] += 1
        let digits = String(entries.count)
        var entry = JSONObject([
            ("data", .object(data)),
            ("sequence", .string(String(repeating: "0", count: 16 - digits.utf8.count) + digits)),
            ("source", .string("urn:jvledger:\(Self.origin)")), ("subject", .string(subject)),
            ("streamversion", .integer(versions[subject] ?? 1)), ("type", .string("io.jvledger.\(type).v1")),
        ])
        if classified { entry["dataclassification"] = "partner:provide" }
        let bytes = try JSON.object(entry).canonicalBytes()
        tiles += try log.append(bytes, hash: Merkle.leafHash(bytes)).map { $0 }
        entries.append(bytes)
    }
}
