// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import TransparencyLog

/// An entry before it has a position.
///
/// Its bytes begin with its keys, so that they can be read back.
struct Draft {
    var id: String
    var subject: String
    var version: UInt64
    var payload: [UInt8] = Array("payload".utf8)
    var disclosures: [NewDisclosure] = []

    static let type = "io.example.thing.happened.v1"

    var keys: EntryKeys { EntryKeys(id: id, subject: subject, type: Self.type, streamVersion: version) }

    var bytes: [UInt8] { Array("\(id)\n\(subject)\n\(Self.type)\n\(version)\n".utf8) + payload }

    func entry(at position: UInt64) -> NewEntry {
        NewEntry(
            position: position,
            keys: keys,
            bytes: bytes,
            leafHash: Merkle.leafHash(bytes),
            disclosures: disclosures
        )
    }

    /// Reads the keys from the bytes of a draft.
    static func readKeys(_ bytes: [UInt8]) -> EntryKeys? {
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5 else { return nil }
        let texts = parts[..<4].map { String(decoding: $0, as: UTF8.self) }
        guard let version = UInt64(texts[3]) else { return nil }
        return EntryKeys(id: texts[0], subject: texts[1], type: texts[2], streamVersion: version)
    }

    /// `count` drafts of a stream of their own, named so that no two calls for other positions clash.
    static func run(_ count: Int, from position: UInt64 = 0) -> [Draft] {
        (0..<count).map { place in
            let number = position + UInt64(place)
            return Draft(id: "id-\(number)", subject: "thing/T-\(position)", version: UInt64(place) + 1)
        }
    }
}

extension StoreBatch {
    /// The batch of some drafts after a head, with the checkpoint that fits.
    init(_ drafts: [Draft], after head: StoreHead, erasures: [DisclosureKey] = []) {
        var tree = head.tree
        var entries: [NewEntry] = []
        for draft in drafts {
            let entry = draft.entry(at: tree.size)
            tree.append(entry.leafHash)
            entries.append(entry)
        }
        let checkpoint = StoredCheckpoint(size: tree.size, root: tree.root)
        self.init(entries: entries, checkpoint: checkpoint, erasures: erasures)
    }
}

extension StoredCheckpoint {
    /// A checkpoint whose note has the right lines and a signature that nobody checks here.
    init(size: UInt64, root: Digest) {
        let note = "example.org/ledger\n\(size)\n\(root.base64)\n\n\u{2014} example.org/ledger AAAAAAAA\n"
        self.init(size: size, root: root, note: Array(note.utf8))
    }
}

extension EventStore {
    /// Appends drafts after the head.
    func append(_ drafts: [Draft], erasures: [DisclosureKey] = []) throws {
        try append(StoreBatch(drafts, after: head, erasures: erasures))
    }

    /// Appends `count` entries of a new stream in one commit.
    func append(run count: Int) throws {
        try append(Draft.run(count, from: head.size))
    }
}
