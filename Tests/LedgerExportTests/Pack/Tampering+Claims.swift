// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// What is done to sealed texts, and to what a pack says of itself.
extension Tampering {
    private static let told = "disclosures.jsonl"

    private static func sealed(
        _ name: String,
        at position: UInt64?,
        _ words: String,
        _ body: @escaping @Sendable (inout SamplePack.Files) throws -> Void
    ) -> Tampering {
        Tampering(name, at: position, words) { $0.draft = body }
    }

    private static func claim(
        _ member: String,
        of base: Base = .whole,
        _ value: JSON?,
        _ words: String? = nil
    ) -> Tampering {
        Tampering("a manifest with another \(member)", of: base, words ?? "says of \(member) is not so") {
            $0.claims = { $0[member] = value }
        }
    }

    static let sealed: [Tampering] = [
        sealed("another text is disclosed", at: 1, "name is altered") {
            let other = try Disclosure(name: "name", value: "Eve", salt: [UInt8](repeating: 1, count: 16))
            try $0.lines(told) { lines in
                var line = try #require(try JSON(parsing: lines[0]).object)
                line["disclosure"] = .string(other.text)
                lines[0] = JSON.object(line).compactBytes()
            }
        },
        sealed("a byte of a disclosure", at: 1, "name is altered") {
            try $0.replace(told, "WyJBUU", "WyJBUV")
        },
        sealed("nothing is said of a text", at: 3, "text is missing") {
            try $0.lines(told) { $0.remove(at: 1) }
        },
        sealed("nothing is said of the last text", at: 5, "text is missing") {
            try $0.lines(told) { $0.removeLast() }
        },
        sealed("a text of another name", at: 1, "name is missing") {
            try $0.replace(told, #""field":"name""#, #""field":"nome""#)
        },
        sealed("a line of no text", at: 2, "belongs to no sealed text") {
            try $0.lines(told) {
                $0.insert(Array(#"{"field":"x","position":2,"state":"withheld"}"#.utf8), at: 1)
            }
        },
        sealed("a line of no text at the end", at: 299, "belongs to no sealed text") {
            try $0.lines(told) { $0.append(Array(#"{"field":"x","position":299,"state":"withheld"}"#.utf8)) }
        },
        sealed("a line that is none", at: nil, "disclosures.jsonl cannot be read") {
            try $0.lines(told) { $0[1] = [0x7B] }
        },
        sealed("withheld for no reason", at: 3, "text is altered") {
            try $0.replace(told, #""why":"notForReceiver""#, #""why":"because""#)
        },
        sealed("a state that is none", at: 3, "text is altered") {
            try $0.replace(told, #""state":"withheld""#, #""state":"lost""#)
        },
        sealed("erased by an entry that is no erasure", at: 4, "no entry says so") {
            try $0.replace(told, #""by":9"#, #""by":8"#)
        },
        sealed("erased by an entry before it", at: 4, "no entry says so") {
            try $0.replace(told, #""by":9"#, #""by":2"#)
        },
        sealed("erased by an entry that does not name it", at: 3, "no entry says so") {
            try $0.replace(
                told,
                #""position":3,"state":"withheld","why":"notForReceiver""#,
                #""position":3,"state":"erased","by":9"#
            )
        },
        Tampering("a text that was erased is shown", at: 4, "though entry 9 erased it") { pack in
            let text = pack.ledger.sealed[2].disclosure.text
            pack.draft = {
                try $0.replace(told, #""by":9,"#, "\"disclosure\":\"\(text)\",")
                try $0.replace(told, #""state":"erased""#, #""state":"disclosed""#)
            }
        },
        Tampering("erased without the entry that says so", of: .range, at: 4, "no entry says so") {
            $0.positions = Array(2...8)
            $0.filter = "2-8"
        },
        sealed("no texts", at: nil, "disclosures.jsonl is missing") { try $0.remove(told) },
    ]

    static let manifest: [Tampering] = [
        claim("format", "jvledger-pack/v2"), claim("origin", "elsewhere"), claim("size", 299),
        claim("knownAt", "checkpoint:299"), claim("entries", 299), claim("leftOut", 1),
        claim("range", ["first": 1, "last": 299]), claim("range", ["first": 0, "last": 298]),
        claim("sealed", ["disclosed": 3, "erased": 1, "withheld": 1]),
        claim("sealed", ["disclosed": 2, "erased": 2, "withheld": 1]),
        claim("sealed", ["disclosed": 2, "erased": 1, "withheld": 0]),
        claim("withheld", ["asked": 1]), claim("withheld", nil),
        claim("withheld", ["notForReceiver": 1, "another": 0]),
        claim("filter", "D-1"), claim("filter", of: .dossier, nil), claim("filter", of: .range, "2-"),
        claim("filter", 7), claim("filter", of: .range, "+2-12"),
        claim("filter", of: .range, "12-2"),
        claim("scope", of: .dossier, "everything", "says of filter is not so"),
        Tampering("a part that says it is whole", of: .dossier, "says of scope is not so") {
            $0.claims = {
                $0["scope"] = "whole"
                $0["filter"] = nil
            }
            $0.record = { entry in
                var data = try #require(entry["data"]?.object)
                data["scope"] = "whole"
                data["filter"] = nil
                entry["data"] = .object(data)
            }
        },
        Tampering("a whole that says it is a part", "says of scope is not so") {
            $0.scope = "decision"
            $0.filter = "D-9"
        },
        Tampering("no manifest", "manifest.json is missing") {
            $0.finished = { try $0.remove("manifest.json") }
        },
        Tampering("a manifest that is none", "manifest.json cannot be read") {
            $0.finished = { try $0.flip("manifest.json", 0) }
        },
        Tampering("a manifest that says a thing twice", "manifest.json cannot be read") {
            $0.finished = { try $0.replace("manifest.json", "{", #"{"size":300,"#) }
        },
        Tampering("a manifest with a wider filter", of: .dossier, "not the one that the ledger recorded") {
            $0.finished = { try $0.replace("manifest.json", #""filter":"D-1""#, #""filter":"D-2""#) }
        },
        Tampering("a manifest with one space more", "not the one that the ledger recorded") {
            $0.finished = { try $0.edit("manifest.json") { $0.append(0x20) } }
        },
        Tampering("a manifest for another receiver", "does not fit this pack: subject") {
            $0.finished = { try $0.replace("manifest.json", #""receiver":"audit""#, #""receiver":"other""#) }
        },
    ]
}
