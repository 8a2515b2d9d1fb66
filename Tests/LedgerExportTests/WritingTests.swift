// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

struct WritingTests {
    @Test("Entries are written as they are, and their hashes beside them")
    func lines() throws {
        var export = ExportEntries()
        let lines = try export.append(position: 0, text: #"{"id":"ü"}"#)
        #expect(lines.line == Array("{\"id\":\"ü\"}\n".utf8))
        #expect(lines.hash == Merkle.leafHash(Array(#"{"id":"ü"}"#.utf8)))
        #expect(export.size == 1)
    }

    @Test("A gap, a repeated entry and a text of two lines are refused")
    func refused() throws {
        var export = ExportEntries()
        #expect(throws: ExportEntries.Problem.outOfOrder(position: 1, expected: 0)) {
            try export.append(position: 1, text: "{}")
        }
        #expect(throws: ExportEntries.Problem.notAnEntry(position: 0)) {
            try export.append(position: 0, text: "{\n}")
        }
        #expect(throws: ExportEntries.Problem.notAnEntry(position: 0)) {
            try export.append(position: 0, text: String(repeating: " ", count: 65_536))
        }
        _ = try export.append(position: 0, text: "{}")
        #expect(throws: ExportEntries.Problem.outOfOrder(position: 0, expected: 1)) {
            try export.append(position: 0, text: "{}")
        }
    }

    @Test("Entries that the checkpoint does not sign are not put out")
    func checked() throws {
        var export = ExportEntries()
        _ = try export.append(position: 0, text: "{}")
        let root = Merkle.leafHash(Array("{}".utf8))
        try export.check(size: 1, root: root)
        #expect(throws: ExportEntries.Problem.wrongSize(entries: 1, checkpoint: 2)) {
            try export.check(size: 2, root: root)
        }
        #expect(throws: ExportEntries.Problem.wrongRoot) { try export.check(size: 1, root: Merkle.emptyRoot) }
    }

    @Test(
        "CSV quotes what needs it and defuses formulas",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""), ("=1+1", "'=1+1"),
            ("+44", "'+44"), ("-5", "-5"), ("@sum", "'@sum"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
            ("1-2", "1-2"),
            ("", ""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("e\u{301},", "\"e\u{301},\""),
        ]
    )
    func csv(value: String, field: String) {
        var csv = CSV(header: ["h"])
        csv.append([value, "end"])
        #expect(csv.text == "h\r\n\(field),end\r\n")
    }

    @Test("The decision register becomes one record a decision")
    func decisions() {
        let row = JSONObject([
            ("key", "D-0004"), ("title", "=Extend, all"), ("status", "tabled"), ("when", "21 Nov 2026"),
            ("certainty", "yes"), ("revision", 2), ("position", 65),
            ("waitingFor", [["organisation": "provide", "reason": "revision 1 only"]]),
        ])
        #expect(
            DecisionsCSV.text([row])
                == "key,status,when,title,revision,certainty,waiting for,entry\r\n"
                + "D-0004,tabled,21 Nov 2026,\"'=Extend, all\",2,yes,provide (revision 1 only),65\r\n"
        )
    }
}
