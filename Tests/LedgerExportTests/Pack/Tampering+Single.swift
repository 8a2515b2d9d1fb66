// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// What one check alone finds: without it nothing else would.
extension Tampering {
    /// Another ledger whose key is believed too.
    static func elsewhere() throws -> SignerKey { try SamplePack.key("elsewhere.example", .ed25519, 7) }

    /// Changes one hash of a proof, by its line from 1.
    private static func hash(_ line: Int, of path: String, _ words: String) -> Tampering {
        Tampering("hash \(line) of \(path)", words) { pack in
            let change: @Sendable (inout SamplePack.Files) throws -> Void = {
                try $0.lines(path) { lines in
                    lines[line][0] =
                        lines[line][0] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                }
            }
            if path.hasPrefix("record/") { pack.finished = change } else { pack.draft = change }
        }
    }

    static let single: [Tampering] =
        (1...3).map { hash($0, of: "record/consistency", "does not fit this pack: consistency") }
        + (1...6).map { hash($0, of: "previous/consistency", "does not continue the pack") }
        + [
            Tampering("the archive ends in the block of a file", "cut off") {
                $0.archive = { $0.removeLast($0.count - 1124) }
            },
            Tampering(
                "the proof of an entry under other signatures",
                of: .dossier,
                at: 3,
                "not what was signed"
            ) {
                pack in
                let hashes = pack.ledger.entries.map { Merkle.leafHash($0) }
                let note = try pack.checkpoint(hashes, cosigned: false)
                let proof = try SamplePack.proof(of: 3, hashes, note).bytes
                pack.draft = { try $0.edit("entries/3.tlog-proof") { $0 = proof } }
            },
            Tampering("a proof from the pack before under other signatures", "does not continue the pack") {
                pack in
                let hashes = pack.ledger.entries.map { Merkle.leafHash($0) }
                let proof = try SamplePack.consistency(7, hashes)
                let note = try pack.checkpoint(hashes, cosigned: false)
                let request = WitnessRequest(consistency: proof, checkpoint: note).bytes
                pack.draft = { try $0.edit("previous/consistency") { $0 = request } }
            },
            Tampering("a file that is listed with another length", "checkpoint is not the file") {
                $0.claims = { claims in
                    var files = claims["files"]?.array ?? []
                    let index = try #require(files.firstIndex { $0.object?["path"] == "checkpoint" })
                    var file = try #require(files[index].object)
                    file["bytes"] = 1
                    files[index] = .object(file)
                    claims["files"] = .array(files)
                }
            },
            Tampering("a range of the first entry without it", of: .range, at: 0, "missing in entries.jsonl")
            {
                $0.positions = []
                $0.filter = "0-0"
            },
            Tampering("a pack before of another ledger", "does not continue the pack") { pack in
                var other = pack
                other.signer = try elsewhere()
                let note = try other.checkpoint(size: 7)
                pack.draft = { try $0.edit("previous/checkpoint") { $0 = note } }
            },
            Tampering("a record in another ledger", "does not fit this pack: position") { pack in
                var other = pack
                other.signer = try elsewhere()
                let elsewhere = other
                pack.finished = { files in
                    let entry = try #require(files.first { $0.path == "record/entry.json" }).bytes
                    let hashes =
                        elsewhere.ledger.entries.map { Merkle.leafHash($0) } + [Merkle.leafHash(entry)]
                    let note = try elsewhere.checkpoint(hashes, cosigned: false)
                    let proof = try SamplePack.proof(of: 300, hashes, note).bytes
                    try files.edit("record/entry.tlog-proof") { $0 = proof }
                }
            },
            Tampering("a range that begins later than its entries", of: .range, at: 2, "beyond what the pack")
            {
                $0.filter = "3-12"
            },
            Tampering("a part about nothing", of: .dossier, "says of filter is not so") {
                $0.claims = { $0["filter"] = "" }
            },
            Tampering("what is told of a later text", at: 3, "text is missing") {
                $0.draft = { try $0.lines("disclosures.jsonl") { $0.removeSubrange(1...2) } }
            },
            Tampering("a line of no text among others", at: 2, missing: 0, "belongs to no sealed text") {
                $0.draft = {
                    try $0.lines("disclosures.jsonl") {
                        $0.insert(Array(#"{"field":"x","position":2,"state":"withheld"}"#.utf8), at: 1)
                    }
                }
            },
            Tampering("a text that was sealed under another name", at: 1, "name is altered") { pack in
                pack.ledger = try SampleLedger(misnamed: true)
                pack.draft = { try $0.replace("disclosures.jsonl", #""field":"label""#, #""field":"name""#) }
            },
        ]
}
