// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// What is done to the archive, the log in it and the entries.
extension Tampering {
    private static let bundle = "tile/entries/000"
    private static let lastBundle = "tile/entries/001.p/44"

    /// Changes the block of the first file, and makes its checksum right again.
    private static func header(_ bytes: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
        body(&bytes)
        for place in 148..<156 { bytes[place] = 0x20 }
        let digits = String(bytes[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        let field = String(repeating: "0", count: 6 - digits.utf8.count) + digits + "\u{0} "
        for (offset, byte) in field.utf8.enumerated() { bytes[148 + offset] = byte }
    }

    private static func archive(
        _ name: String,
        _ words: String,
        _ body: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> Tampering {
        Tampering(name, words) { $0.archive = body }
    }

    static let archive: [Tampering] = [
        archive("the archive has no end", "cut off") { $0.removeLast(1024) },
        archive("the archive has half an end", "cut off") { $0.removeLast(512) },
        archive("the archive ends in a file", "cut off") { $0.removeLast($0.count / 2) },
        archive("something follows the archive", "belong to no file") { $0.append(1) },
        archive("something pads a file", "belong to no file") { $0[512 + 3] = 1 },
        archive("a checksum", "checksum") { $0[148] ^= 1 },
        archive("a name", "checksum") { $0[0] ^= 1 },
        archive("a link", "no plain file") { header(&$0) { $0[156] = UInt8(ascii: "2") } },
        archive("a link's name", "no plain file") { header(&$0) { $0[157] = UInt8(ascii: "x") } },
        archive("a prefix", "no plain file") { header(&$0) { $0[345] = UInt8(ascii: "x") } },
        archive("a hidden name", "no plain file") { header(&$0) { $0[50] = UInt8(ascii: "x") } },
        archive("a length that is none", "malformed") { header(&$0) { $0[124] = UInt8(ascii: "9") } },
        archive("a length that ends otherwise", "malformed") { header(&$0) { $0[135] = 0x20 } },
        archive("a length beyond the end", "cut off") { header(&$0) { $0[124] = UInt8(ascii: "7") } },
        archive("a block that is none", "malformed") { $0[1024 + 257] = 0 },
        Tampering("a path twice", "twice") { $0.finished = { $0.append($0[1]) } },
        Tampering("an unknown path", "which no pack has") { $0.finished = { $0.append(("README", [])) } },
        Tampering("a path upwards", "which no pack has") {
            $0.finished = { $0.append(("tables/../../x.csv", [])) }
        },
    ]

    static let log: [Tampering] = [
        Tampering("no checkpoint", "checkpoint is missing") { $0.finished = { try $0.remove("checkpoint") } },
        Tampering("a byte of the checkpoint", "checkpoint: ") {
            $0.finished = { try $0.flip("checkpoint", 3) }
        },
        Tampering("a byte of a cosignature", "checkpoint: ") {
            $0.finished = { try $0.edit("checkpoint") { $0[$0.count - 10] ^= 1 } }
        },
        Tampering("another key", "checkpoint: ") {
            $0.signer = try SamplePack.key(SampleLedger.origin, .ed25519, 8)
        },
        Tampering("another chain with the old checkpoint", "neither entries nor tiles") { pack in
            let note = try pack.checkpoint(size: pack.size)
            pack.ledger = try SampleLedger(title: "Another story")
            pack.draft = { try $0.edit("checkpoint") { $0 = note } }
        },
        Tampering("a byte of an entry", at: 7, "not the bytes that were signed") {
            $0.finished = { try $0.bundle(bundle) { $0[7][3] ^= 1 } }
        },
        Tampering("a byte of the last entry", at: 299, "not the bytes") {
            $0.finished = { try $0.bundle(lastBundle) { $0[43][3] ^= 1 } }
        },
        Tampering("an entry is deleted", at: 20, "entry 21 stands in its place") {
            $0.finished = { try $0.bundle(bundle) { $0.remove(at: 20) } }
        },
        Tampering("an entry is inserted", at: 20, "not the bytes") {
            $0.finished = {
                try $0.bundle(bundle) {
                    $0.insert([1], at: 20)
                    $0.removeLast()
                }
            }
        },
        Tampering("entries change places", at: 20, "entry 21 stands in its place") {
            $0.finished = { try $0.bundle(bundle) { $0.swapAt(20, 21) } }
        },
        Tampering("an entry is doubled", at: 21, "entry 20 stands in its place") {
            $0.finished = {
                try $0.bundle(bundle) {
                    $0.insert($0[20], at: 20)
                    $0.removeLast()
                }
            }
        },
        Tampering("the tail is cut", at: 299, "cannot be read") {
            $0.finished = { try $0.bundle(lastBundle) { $0.removeLast() } }
        },
        Tampering("a bundle that is none", at: 256, "cannot be read") {
            $0.finished = { try $0.edit(lastBundle) { $0.removeLast() } }
        },
        Tampering("a bundle is missing", at: 256, "is missing") {
            $0.finished = { try $0.remove(lastBundle) }
        },
        Tampering("a byte of a tile", at: 3, "its hash in the tile") {
            $0.finished = { try $0.flip("tile/0/000", 3 * 32 + 5) }
        },
        Tampering("a byte of an upper tile", at: 0, "does not follow") {
            $0.finished = { try $0.flip("tile/1/000.p/1", 5) }
        },
        Tampering("a tile is missing", at: 256, "is missing") {
            $0.finished = { try $0.remove("tile/0/001.p/44") }
        },
        Tampering("an upper tile is missing", at: 0, "is missing") {
            $0.finished = { try $0.remove("tile/1/000.p/1") }
        },
        Tampering("a tile is short", at: 256, "cannot be read") {
            $0.finished = { try $0.edit("tile/0/001.p/44") { $0.removeLast() } }
        },
        Tampering("a tile too many", "does not belong") {
            $0.finished = { $0.append(("tile/2/000.p/1", [])) }
        },
        Tampering("a byte of a tile of a part", of: .dossier, at: 3, "its hash in the tile") {
            $0.finished = { try $0.flip("tile/0/000", 3 * 32 + 5) }
        },
        Tampering("a byte of a tile elsewhere in a part", of: .dossier, "neither entries nor tiles") {
            $0.finished = { try $0.flip("tile/0/000", 30 * 32 + 5) }
        },
    ]

    static let entries: [Tampering] = [
        Tampering("a byte of a line", at: 7, "not the bytes") {
            $0.draft = { try $0.lines("entries.jsonl") { $0[7][3] ^= 1 } }
        },
        Tampering("a line is missing", at: 20, "entry 21 stands in its place") {
            $0.draft = { try $0.lines("entries.jsonl") { $0.remove(at: 20) } }
        },
        Tampering("the last line is missing", at: 299, "missing in entries.jsonl") {
            $0.draft = { try $0.lines("entries.jsonl") { $0.removeLast() } }
        },
        Tampering("a line too many", at: 300, "beyond") {
            $0.draft = { try $0.lines("entries.jsonl") { $0.append([0x7B, 0x7D]) } }
        },
        Tampering("the last line does not end", "entries.jsonl cannot be read") {
            $0.draft = { try $0.edit("entries.jsonl") { $0.removeLast() } }
        },
        Tampering("no lines", "entries.jsonl is missing") { $0.draft = { try $0.remove("entries.jsonl") } },
        Tampering("entries on their own in a whole pack", "does not belong") {
            $0.finished = { $0.append(("entries/3.json", [])) }
        },
    ]

    static let parts: [Tampering] = [
        Tampering("a byte of a line of a part", of: .dossier, at: 3, "not the bytes") {
            $0.draft = { try $0.lines("entries.jsonl") { $0[1][$0[1].count - 3] ^= 1 } }
        },
        Tampering("a line of a part is none", of: .dossier, "is no entry") {
            $0.draft = { try $0.lines("entries.jsonl") { $0[1] = [0x7B] } }
        },
        Tampering("lines of a part change places", of: .dossier, at: 3, "the one before it") {
            $0.draft = { try $0.lines("entries.jsonl") { $0.swapAt(0, 1) } }
        },
        Tampering("a line of a part twice", of: .dossier, at: 3, "out of order") {
            $0.draft = { try $0.lines("entries.jsonl") { $0.insert($0[1], at: 1) } }
        },
        Tampering("a line of a part that is in no ledger", of: .dossier, at: 400, "beyond") {
            $0.draft = {
                try $0.lines("entries.jsonl") { $0.append(Array(#"{"sequence":"0000000000000400"}"#.utf8)) }
            }
        },
        Tampering("an entry on its own is altered", of: .dossier, at: 3, "entries/3.json is not") {
            $0.finished = { try $0.flip("entries/3.json", 9) }
        },
        Tampering("a proof is altered", of: .dossier, at: 3, "entries/3.tlog-proof is not") {
            $0.finished = { try $0.replace("entries/3.tlog-proof", "index 3", "index 2") }
        },
        Tampering("a path of a proof is altered", of: .dossier, at: 3, "entries/3.tlog-proof is not") {
            $0.finished = { try $0.edit("entries/3.tlog-proof") { $0.swapAt(34, 35) } }
        },
        Tampering("a proof under another checkpoint", of: .dossier, at: 3, "entries/3.tlog-proof is not") {
            pack in
            let hashes = pack.ledger.entries.prefix(200).map { Merkle.leafHash($0) }
            let proof = try SamplePack.proof(of: 3, Array(hashes), pack.checkpoint(hashes)).bytes
            pack.finished = { try $0.edit("entries/3.tlog-proof") { $0 = proof } }
        },
        Tampering("an entry on its own is missing", of: .dossier, at: 3, "entries/3.json is missing") {
            $0.finished = { try $0.remove("entries/3.json") }
        },
        Tampering("a proof is missing", of: .dossier, at: 3, "entries/3.tlog-proof is missing") {
            $0.finished = { try $0.remove("entries/3.tlog-proof") }
        },
        Tampering("an entry that is not listed", of: .dossier, at: 4, "does not belong") {
            $0.finished = { $0.append(("entries/4.json", [])) }
        },
        Tampering("a gap in a dossier", of: .dossier, at: 5, "the one before it on decision/D-1") {
            $0.positions = [2, 5, 6, 299]
        },
        Tampering(
            "a dossier without its first entry",
            of: .dossier,
            at: 3,
            "the one before it on decision/D-1"
        ) {
            $0.positions = [3, 5, 6, 299]
        },
        Tampering("a gap in a range", of: .range, at: 7, "missing in entries.jsonl") {
            $0.positions?.removeAll { $0 == 7 }
        },
        Tampering("a range without its end", of: .range, at: 12, "missing in entries.jsonl") {
            $0.positions?.removeLast()
        },
        Tampering("a range without its beginning", of: .range, at: 2, "missing in entries.jsonl") {
            $0.positions?.removeFirst()
        },
        Tampering("a range with more than it says", of: .range, at: 13, "beyond") {
            $0.positions?.append(13)
        },
    ]
}
