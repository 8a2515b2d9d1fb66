// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// A pack in memory, made apart from the writer, that a test may damage at every stage of its making: what is damaged
/// before something is listed or signed is the lie of whoever writes the pack, what is damaged after it somebody else's.
struct SamplePack {
    /// The files in their order.
    typealias Files = [(path: String, bytes: [UInt8])]

    var ledger: SampleLedger
    /// The positions it has; nil for all.
    var positions: [Int]?
    var scope = "whole"
    var filter: String?
    /// The size of the pack before; nil for none.
    var previous: Int? = 7
    var isRecorded = true
    var signer: SignerKey
    let witness: SignerKey

    /// Changes files before the manifest lists them.
    var draft: (inout Files) throws -> Void = { _ in }
    /// Changes what the manifest says before it is recorded.
    var claims: (inout JSONObject) throws -> Void = { _ in }
    /// Changes the entry that records it before that is signed.
    var record: (inout JSONObject) throws -> Void = { _ in }
    /// Changes the finished files.
    var finished: (inout Files) throws -> Void = { _ in }
    /// Changes the finished archive.
    var archive: (inout [UInt8]) throws -> Void = { _ in }

    init(_ ledger: SampleLedger) throws {
        self.ledger = ledger
        signer = try Self.key(SampleLedger.origin, .ed25519, 7)
        witness = try Self.key("provide.example/w1", .cosignature, 9)
    }

    static func key(_ name: String, _ algorithm: SignatureAlgorithm, _ seed: UInt8) throws -> SignerKey {
        let name = try #require(KeyName(name))
        return try SignerKey(name: name, algorithm: algorithm, seed: [UInt8](repeating: seed, count: 32))
    }

    /// A part about a decision.
    static func dossier(_ ledger: SampleLedger) throws -> SamplePack {
        var pack = try SamplePack(ledger)
        pack.positions = [2, 3, 5, 6, ledger.entries.count - 1]
        pack.scope = "decision"
        pack.filter = "D-1"
        return pack
    }

    /// A part of positions.
    static func range(_ ledger: SampleLedger, _ range: ClosedRange<Int>) throws -> SamplePack {
        var pack = try SamplePack(ledger)
        pack.positions = Array(range)
        pack.scope = "range"
        pack.filter = "\(range.lowerBound)-\(range.upperBound)"
        return pack
    }

    var keys: [VerifierKey] { [signer.verifierKey, witness.verifierKey] }
    var size: Int { ledger.entries.count }
    private var hashes: [Digest] { ledger.entries.map { Merkle.leafHash($0) } }

    /// The checkpoint over the first so many entries, cosigned by the witness.
    func checkpoint(_ hashes: some Collection<Digest>, cosigned: Bool = true) throws -> SignedNote {
        let checkpoint = try Checkpoint(
            origin: signer.verifierKey.name,
            size: UInt64(hashes.count),
            root: CompactRange(hashes).root
        )
        let note = try checkpoint.signed(with: signer)
        guard cosigned else { return note }
        return try note.adding([Cosignature(signing: checkpoint, at: 1_767_225_600, with: witness).signature])
    }

    func checkpoint(size: Int) throws -> [UInt8] { try checkpoint(hashes.prefix(size)).bytes }

    /// The archive.
    func bytes() throws -> [UInt8] {
        var files = try content()
        try draft(&files)
        let manifest = try manifest(files)
        files.append(("manifest.json", manifest))
        if isRecorded { files += try recording(manifest) }
        try finished(&files)
        var bytes: [UInt8] = []
        for file in files {
            let count = UInt64(file.bytes.count)
            bytes += try #require(TarHeader.block(path: file.path, bytes: count, modified: 1)) + file.bytes
            bytes += TarHeader.padding(bytes: count)
        }
        bytes += TarHeader.end
        try archive(&bytes)
        return bytes
    }

    private func content() throws -> Files {
        let note = try checkpoint(hashes)
        var files: Files = [("VERIFY.txt", Array("how".utf8)), ("checkpoint", note.bytes), ("policy", [])]
        files += ledger.tiles.filter { positions == nil || !$0.path.hasPrefix("tile/entries/") }
        let chosen = positions ?? Array(ledger.entries.indices)
        files.append(("entries.jsonl", chosen.flatMap { ledger.entries[$0] + [0x0A] }))
        if positions != nil {
            for position in chosen {
                files.append(("entries/\(position).json", ledger.entries[position]))
                files.append(
                    ("entries/\(position).tlog-proof", try Self.proof(of: position, hashes, note).bytes)
                )
            }
        }
        files.append(("disclosures.jsonl", chosen.flatMap(told)))
        if let previous {
            let proof = try Self.consistency(previous, hashes)
            files.append(("previous/checkpoint", try checkpoint(hashes.prefix(previous)).bytes))
            files.append(
                ("previous/consistency", WitnessRequest(consistency: proof, checkpoint: note).bytes)
            )
        }
        files.append(("tables/decisions.csv", Array("key\r\nD-1\r\n".utf8)))
        return files
    }

    static func proof(of position: Int, _ hashes: [Digest], _ note: SignedNote) throws -> TransparencyProof {
        let proof = try InclusionProof(
            index: UInt64(position),
            size: UInt64(hashes.count),
            reading: LeafHashes(hashes)
        )
        return TransparencyProof(inclusion: try #require(proof), checkpoint: note)
    }

    static func consistency(_ old: Int, _ hashes: [Digest]) throws -> ConsistencyProof {
        let proof = try ConsistencyProof(
            oldSize: UInt64(old),
            newSize: UInt64(hashes.count),
            reading: LeafHashes(hashes)
        )
        return try #require(proof)
    }

    /// The lines of the sealed texts of an entry.
    private func told(_ position: Int) -> [UInt8] {
        ledger.sealed.filter { $0.position == position }.flatMap { _, disclosure in
            var line = JSONObject([
                ("position", .integer(Int64(position))), ("field", .string(disclosure.name)),
            ])
            switch position {
            case SampleLedger.withheld:
                line["state"] = "withheld"
                line["why"] = "notForReceiver"
            case SampleLedger.erased:
                line["state"] = "erased"
                line["by"] = .integer(Int64(SampleLedger.erasure))
            case _:
                line["state"] = "disclosed"
                line["disclosure"] = .string(disclosure.text)
            }
            return JSON.object(line).compactBytes() + [0x0A]
        }
    }

    private func manifest(_ files: Files) throws -> [UInt8] {
        let chosen = positions ?? Array(ledger.entries.indices)
        let texts = ledger.sealed.map(\.position).filter(chosen.contains)
        let withheld = texts.count { $0 == SampleLedger.withheld }
        let erased = texts.count { $0 == SampleLedger.erased }
        var claims = JSONObject([
            ("format", "jvledger-pack/v1"), ("origin", .string(SampleLedger.origin)),
            ("size", .integer(Int64(size))), ("receiver", "audit"), ("scope", .string(scope)),
            ("entries", .integer(Int64(chosen.count))), ("leftOut", .integer(Int64(size - chosen.count))),
            ("knownAt", .string("checkpoint:\(size)")),
            (
                "sealed",
                [
                    "disclosed": .integer(Int64(texts.count - withheld - erased)),
                    "erased": .integer(Int64(erased)), "withheld": .integer(Int64(withheld)),
                ]
            ),
            (
                "files",
                .array(
                    files.filter { !["tile/", "entries/"].contains(where: $0.path.hasPrefix) }.map {
                        [
                            "path": .string($0.path), "bytes": .integer(Int64($0.bytes.count)),
                            "sha256": .string(Digest.sha256($0.bytes).hexadecimal),
                        ]
                    }
                )
            ),
        ])
        if let first = chosen.first, let last = chosen.last {
            claims["range"] = ["first": .integer(Int64(first)), "last": .integer(Int64(last))]
        }
        claims["filter"] = filter.map { .string($0) }
        if withheld > 0 { claims["withheld"] = ["notForReceiver": .integer(Int64(withheld))] }
        if let previous { claims["previous"] = ["size": .integer(Int64(previous)), "entry": 8] }
        if !isRecorded { claims["unrecorded"] = "the ledger takes no entries" }
        try self.claims(&claims)
        return JSON.object(claims).compactBytes()
    }

    /// The three files that prove the record of the pack, two entries after its last.
    private func recording(_ manifest: [UInt8]) throws -> Files {
        let said = try #require(try JSON(parsing: manifest).object)
        var data = JSONObject([
            ("manifest", .string(Digest.sha256(manifest).hexadecimal)), ("size", .integer(Int64(size))),
            ("scope", .string(scope)),
        ])
        data["filter"] = filter.map { .string($0) }
        data["entries"] = said["entries"]
        data["disclosed"] = said["sealed"]?.object?["disclosed"]
        var entry = JSONObject([
            ("data", .object(data)), ("source", .string("urn:jvledger:\(SampleLedger.origin)")),
            ("subject", "export/audit"), ("type", "io.jvledger.export.generated.v1"),
        ])
        try record(&entry)
        let bytes = try JSON.object(entry).canonicalBytes()
        let later = hashes + [Merkle.leafHash([1]), Merkle.leafHash(bytes), Merkle.leafHash([2])]
        let note = try checkpoint(later, cosigned: false)
        let request = WitnessRequest(consistency: try Self.consistency(size, later), checkpoint: note)
        return [
            ("record/entry.json", bytes),
            ("record/entry.tlog-proof", try Self.proof(of: size + 1, later, note).bytes),
            ("record/consistency", request.bytes),
        ]
    }
}

extension PackFile {
    /// A file in memory.
    init(_ bytes: [UInt8]) {
        self.init(count: UInt64(bytes.count)) { place, count in
            Array(bytes[Int(place)..<min(bytes.count, Int(place) + count)])
        }
    }
}
