// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// An export in memory: entries, their checkpoint and their leaf hashes, all of which a test may damage.
struct SampleExport: ExportSource {
    static let origin = "ledger.example/mid-essex"

    var entries: [UInt8]
    var hashes: [UInt8]?
    var checkpoint: [UInt8]
    let key: VerifierKey
    /// How many bytes are handed over at a time.
    var pieceBytes = 64

    /// Makes the export of so many entries, signed by the key of a seed.
    init(count: Int, seed: UInt8 = 7, sealing sealed: Set<Int> = []) throws {
        let signer = try Self.signer(seed)
        key = signer.verifierKey
        var export = ExportEntries()
        var range = CompactRange()
        entries = []
        var hashes: [UInt8] = []
        for position in 0..<count {
            let text = try Self.entry(position, isSealed: sealed.contains(position))
            let lines = try export.append(position: UInt64(position), text: text)
            entries += lines.line
            hashes += LeafHashList.line(lines.hash)
            range.append(Merkle.leafHash(Array(text.utf8)))
        }
        self.hashes = hashes
        try export.check(size: UInt64(count), root: range.root)
        checkpoint = try Self.checkpoint(range, signer).bytes
    }

    static func signer(_ seed: UInt8, name: String = origin) throws -> SignerKey {
        let name = try #require(KeyName(name))
        return try SignerKey(name: name, algorithm: .ed25519, seed: [UInt8](repeating: seed, count: 32))
    }

    static func checkpoint(_ range: CompactRange, _ signer: SignerKey) throws -> SignedNote {
        let name = signer.verifierKey.name
        return try Checkpoint(origin: name, size: range.size, root: range.root).signed(with: signer)
    }

    /// The canonical text of an entry.
    private static func entry(_ position: Int, isSealed: Bool) throws -> String {
        let digits = String(position)
        var data: JSON = ["title": .string("Extend the method, step \(position)")]
        if isSealed { data = ["_sd": ["digest"], "sealed": ["title"]] }
        let entry: JSON = [
            "data": data,
            "id": .string("entry-\(position)"),
            "sequence": .string(String(repeating: "0", count: 16 - digits.utf8.count) + digits),
            "source": .string("urn:jvledger:\(origin)"),
            "specversion": "1.0",
            "subject": .string("decision/D-000\(position % 10)"),
        ]
        return String(decoding: try entry.canonicalBytes(), as: UTF8.self)
    }

    /// The lines of the entries file, without their line feeds.
    var lines: [[UInt8]] {
        get { entries.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { Array($0) } }
        set { entries = newValue.flatMap { $0 + [0x0A] } }
    }

    /// The position of the entry that a byte of the entries file belongs to, its line feed included.
    func position(ofByte index: Int) -> UInt64 { UInt64(entries[..<index].count { $0 == 0x0A }) }

    func readEntries(_ body: (ArraySlice<UInt8>) -> Bool) throws(Never) {
        var start = 0
        while start < entries.count {
            let end = min(start + pieceBytes, entries.count)
            guard body(entries[start..<end]) else { return }
            start = end
        }
    }

    func leafHashes() throws(Never) -> [UInt8]? { hashes }

    /// What the verifier says of it.
    func verdict(by keys: [VerifierKey]? = nil, since older: [UInt8]? = nil) -> Verdict {
        ExportVerifier(keys: keys ?? [key]).verify(checkpoint: checkpoint, older: older, source: self)
    }

    /// The fault that is found; nil when it verifies.
    func fault(since older: [UInt8]? = nil) -> Fault? {
        switch verdict(since: older) {
        case .verified: nil
        case .notVerified(let fault): fault
        }
    }
}
