// SPDX-License-Identifier: Apache-2.0
import LedgerCommands
import Testing

/// Comma-separated values, as RFC 4180 has them and not otherwise.
struct CSVReaderTests {
    private func cells(_ text: String) throws -> [[String]] {
        try CSVReader.records(Array(text.utf8)).map(\.cells)
    }

    @Test(
        "What RFC 4180 says is read",
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]), ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
            ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]), ("a,,\n", [["a", "", ""]]), ("\n", [[""]]), ("", []),
            ("\"\"\n", [[""]]), (" a , b\n", [[" a ", " b"]]), ("é,日本\n", [["é", "日本"]]),
        ]
    )
    func read(text: String, expected: [[String]]) throws { #expect(try cells(text) == expected) }

    @Test(
        "What is only nearly so is refused, with line and character",
        arguments: [
            ("a,b\nc,d\"e\n", "line 2, character 4: a quote within a cell that does not begin with one"),
            ("\"a\"b,c", "line 1, character 4: something follows the quote that ends a cell"),
            ("a\rb", "line 1, character 3: a carriage return without the line feed that follows it"),
            ("a,b\r", "line 1, character 5: a carriage return without the line feed that follows it"),
            ("a\n\"b\nc", "line 2, character 1: the quote that begins here is never closed"),
            ("a,\u{7}", "line 1, character 3: a control character"),
        ]
    )
    func refused(text: String, message: String) {
        let complaint = #expect(throws: Complaint.self) { try cells(text) }
        #expect(complaint?.message == message)
    }

    @Test("Bytes that are no UTF-8 are refused where they are")
    func encoding() {
        let complaint = #expect(throws: Complaint.self) {
            try CSVReader.records(Array("a,b\nc,".utf8) + [0xE9, 0x0A])
        }
        #expect(complaint?.message.hasPrefix("line 2, character 3: it is not UTF-8") == true)
    }

    @Test("There are limits to columns, cells and lines")
    func limits() {
        let columns = String(repeating: ",", count: CSVReader.maximumColumns)
        #expect(throws: Complaint.self) { try cells(columns) }
        let cell = String(repeating: "a", count: CSVReader.maximumCellBytes)
        #expect(throws: Never.self) { try cells(cell) }
        #expect(throws: Complaint.self) { try cells(cell + "é") }
        let lines = String(repeating: "a\n", count: CSVReader.maximumRecords)
        #expect(throws: Never.self) { try cells(lines) }
        #expect(throws: Complaint.self) { try cells(lines + "a") }
    }

    @Test("Lines are those of the file, with breaks in cells counted")
    func lineNumbers() throws {
        let records = try CSVReader.records(Array("a,b\n\"x\ny\",z\nlast,1\n".utf8))
        #expect(records.map(\.line) == [1, 2, 4])
    }

    private static let alphabet: [Character] = ["a", "é", ",", "\"", "\n", "\t", " ", "日", "=", "1"]

    @Test("What is written as RFC 4180 says is read back", arguments: 0..<300)
    func roundTrip(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let columns = Int.random(in: 2...6, using: &random)
        let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            (0..<columns).map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        Self.alphabet.randomElement(using: &random) ?? "a"
                    }
                )
            }
        }
        let end = Bool.random(using: &random) ? "\r\n" : "\n"
        let text = rows.map { row in
            row.map { cell in
                let isPlain = !cell.contains { ",\"\n".contains($0) } && Bool.random(using: &random)
                return isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\""
            }
            .joined(separator: ",")
        }
        .joined(separator: end)
        #expect(try cells(text) == rows, "seed \(seed)")
    }

    @Test("Bytes changed, left out or put in are read or refused, and nothing is lost", arguments: 0..<300)
    func fuzzed(seed: Int) {
        var random = SplitMix64(seed: seed)
        var bytes = Array("id,\"a \"\"b\"\"\",c\r\n1,\"x\r\ny\",é\r\n2,,\r\n".utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
            }
        }
        guard let records = try? CSVReader.records(bytes) else { return }
        let kept = records.flatMap(\.cells).joined().utf8.filter { $0 != 0x22 }.count
        let given = bytes.filter { $0 != 0x22 }.count
        #expect(kept <= given, "seed \(seed)")
        let isLine = records.allSatisfy { $0.line >= 1 && $0.line <= given + 1 }
        #expect(isLine, "seed \(seed)")
    }
}
