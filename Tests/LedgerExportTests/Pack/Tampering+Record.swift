// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// What is done to the record of a pack, to the files that its manifest lists, and to the pack before.
extension Tampering {
    private static func recorded(_ member: String, _ value: JSON, words: String? = nil) -> Tampering {
        Tampering("a record with another \(member)", words ?? "does not fit this pack: \(member)") {
            $0.record = { entry in
                guard !["type", "subject", "source"].contains(member) else {
                    entry[member] = value
                    return
                }
                var data = try #require(entry["data"]?.object)
                data[member] = value
                entry["data"] = .object(data)
            }
        }
    }

    static let record: [Tampering] = [
        recorded("type", "io.jvledger.finding.recorded.v1"), recorded("subject", "export/other"),
        recorded("source", "urn:jvledger:elsewhere"), recorded("size", 299), recorded("scope", "range"),
        recorded("filter", "D-1"), recorded("entries", 299), recorded("disclosed", 0),
        recorded("manifest", "00", words: "not the one that the ledger recorded"),
        Tampering("no record", "nothing records this pack") {
            $0.finished = { $0.removeAll { $0.path.hasPrefix("record/") } }
        },
        Tampering("a record without its proof", "record/entry.tlog-proof is missing") {
            $0.finished = { try $0.remove("record/entry.tlog-proof") }
        },
        Tampering("a record without its entry", "record/entry.json is missing") {
            $0.finished = { try $0.remove("record/entry.json") }
        },
        Tampering("a record without consistency", "record/consistency is missing") {
            $0.finished = { try $0.remove("record/consistency") }
        },
        Tampering("a record that should not be there", "says of unrecorded is not so") {
            $0.claims = { $0["unrecorded"] = "the disk was full" }
        },
        Tampering("a record that is altered", at: 301, "record/entry.json is not what was signed") {
            $0.finished = { try $0.edit("record/entry.json") { $0.append(0x20) } }
        },
        Tampering("a record at another place", at: 302, "record/entry.json is not what was signed") {
            $0.finished = { try $0.replace("record/entry.tlog-proof", "index 301", "index 302") }
        },
        Tampering("a record that is before the pack", "does not fit this pack: position") {
            $0.finished = { try $0.replace("record/entry.tlog-proof", "index 301", "index 299") }
        },
        Tampering("a record under the pack's own checkpoint", "does not fit this pack: position") { pack in
            let hashes = pack.ledger.entries.map { Merkle.leafHash($0) }
            let proof = try SamplePack.proof(of: 299, hashes, pack.checkpoint(hashes)).bytes
            pack.finished = { try $0.edit("record/entry.tlog-proof") { $0 = proof } }
        },
        Tampering("a record whose proof is none", "record/entry.tlog-proof cannot be read") {
            $0.finished = { try $0.flip("record/entry.tlog-proof", 0) }
        },
        Tampering("a record whose checkpoint is altered", "record/entry.tlog-proof: ") {
            $0.finished = { try $0.edit("record/entry.tlog-proof") { $0[$0.count - 20] ^= 1 } }
        },
        Tampering("a record that does not continue the pack", "does not fit this pack: consistency") {
            $0.finished = { try $0.lines("record/consistency") { $0.swapAt(1, 2) } }
        },
        Tampering("a record that continues another size", "does not fit this pack: consistency") {
            $0.finished = { try $0.replace("record/consistency", "old 300", "old 299") }
        },
        Tampering("a record that continues under another signature", "does not fit this pack: consistency") {
            $0.finished = {
                try $0.edit("record/consistency") { bytes in
                    let place = bytes.count - 20
                    bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                }
            }
        },
    ]

    static let files: [Tampering] = [
        Tampering("a cosignature is stripped", "checkpoint is not the file") {
            $0.finished = { try $0.lines("checkpoint") { $0.removeLast() } }
        },
        Tampering("a table is altered", "tables/decisions.csv is not the file") {
            $0.finished = { try $0.flip("tables/decisions.csv", 0) }
        },
        Tampering("a table is longer", "tables/decisions.csv is not the file") {
            $0.finished = { try $0.edit("tables/decisions.csv") { $0.append(0) } }
        },
        Tampering("the page that says how to check is altered", "VERIFY.txt is not the file") {
            $0.finished = { try $0.flip("VERIFY.txt", 0) }
        },
        Tampering("the policy is altered", "policy is not the file") {
            $0.finished = { try $0.edit("policy") { $0.append(0x0A) } }
        },
        Tampering("a file that is not listed", "history.html is not listed") {
            $0.finished = { $0.append(("history.html", [])) }
        },
        Tampering("a listed file is missing", "tables/decisions.csv is missing") {
            $0.finished = { try $0.remove("tables/decisions.csv") }
        },
        Tampering("a file is listed twice", "says of files is not so") {
            $0.claims = { claims in
                let list = claims["files"]?.array ?? []
                claims["files"] = .array(list + list.prefix(1))
            }
        },
        Tampering("a tile is listed", "says of files is not so") {
            $0.claims = { $0["files"] = [["path": "tile/0/000", "bytes": 1, "sha256": ""]] }
        },
    ]

    static let previous: [Tampering] = [
        Tampering("the pack before is not spoken of", "previous/checkpoint does not belong") {
            $0.claims = { $0["previous"] = nil }
        },
        Tampering("the pack before had another size", "does not continue the pack") {
            $0.claims = { $0["previous"] = ["size": 8, "entry": 8] }
        },
        Tampering("no checkpoint of the pack before", "previous/checkpoint is missing") {
            $0.draft = { try $0.remove("previous/checkpoint") }
        },
        Tampering("a checkpoint of the pack before that is altered", "previous/checkpoint: ") {
            $0.draft = { try $0.flip("previous/checkpoint", 40) }
        },
        Tampering("no proof from the pack before", "previous/consistency is missing") {
            $0.draft = { try $0.remove("previous/consistency") }
        },
        Tampering("a proof from the pack before that is none", "previous/consistency cannot be read") {
            $0.draft = { try $0.flip("previous/consistency", 0) }
        },
        Tampering("a proof from the pack before that proves nothing", "does not continue the pack") {
            $0.draft = { try $0.lines("previous/consistency") { $0.swapAt(1, 2) } }
        },
        Tampering("a proof from another size", "does not continue the pack") {
            $0.draft = { try $0.replace("previous/consistency", "old 7", "old 6") }
        },
        Tampering("a pack before with another history", "does not continue the pack") { pack in
            let other = try SampleLedger(count: 12).entries.suffix(7).map { Merkle.leafHash($0) }
            let note = try pack.checkpoint(other).bytes
            pack.draft = { try $0.edit("previous/checkpoint") { $0 = note } }
        },
    ]
}
