// SPDX-License-Identifier: Apache-2.0
import LedgerCommands
import Testing

struct TableTests {
    private func table() -> Table {
        var table = Table("KEY", "STATUS", "TITLE")
        table.append(["D-0001", "adopted", "Form the joint venture"])
        table.append(["D-0002", "tabled", "Adopt the evaluation method for rapid response"])
        return table
    }

    @Test("Columns line up two spaces apart, and no line ends in spaces")
    func columns() {
        #expect(
            table().lines(width: nil, hasLegend: true) == [
                "KEY     STATUS   TITLE",
                "D-0001  adopted  Form the joint venture",
                "D-0002  tabled   Adopt the evaluation method for rapid response",
            ]
        )
        #expect(table().lines(width: nil, hasLegend: false).count == 2)
    }

    @Test("On a terminal the widest cells are shortened until the row fits")
    func shortened() {
        #expect(
            table().lines(width: 40, hasLegend: true) == [
                "KEY     STATUS   TITLE",
                "D-0001  adopted  Form the joint venture",
                "D-0002  tabled   Adopt the evaluation m…",
            ]
        )
    }

    @Test("No row is wider than a terminal that has room for its columns", arguments: 0..<200)
    func fits(seed: Int) {
        var random = SplitMix64(seed: seed)
        var table = Table("A", "B", "C", "D")
        for _ in 0..<5 {
            let cells = (0..<4).map { _ in
                String(repeating: "wörter ", count: Int.random(in: 0...6, using: &random))
            }
            table.append(cells)
        }
        let width = Int.random(in: 4 * 8 + 6...120, using: &random)
        for line in table.lines(width: width, hasLegend: true) {
            #expect(DisplayText.width(line) <= width, "seed \(seed): \(line)")
        }
    }

    @Test("An empty table has no lines, not even headings")
    func empty() {
        #expect(Table("KEY").lines(width: 80, hasLegend: true).isEmpty)
        #expect(Table("KEY").isEmpty)
    }

    @Test("A cell cannot break the table or steer the terminal")
    func hostileCells() {
        var table = Table("A", "B")
        table.append(["one\ntwo", "\u{1B}[31mred\u{202E}"])
        #expect(table.lines(width: nil, hasLegend: false) == ["one two  \u{FFFD}[31mred\u{FFFD}"])
    }

    @Test(
        "Width counts columns, not characters",
        arguments: [("abc", 3), ("", 0), ("ü", 1), ("u\u{308}", 1), ("日本", 4), ("😀", 2)]
    )
    func width(text: String, columns: Int) {
        #expect(DisplayText.width(text) == columns)
    }

    @Test(
        "Shortening keeps within the columns",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("日本語", 4, "日…"), ("ab", 1, "…"), ("ab", 0, ""),
        ]
    )
    func shortening(text: String, columns: Int, shown: String) {
        #expect(DisplayText.shortened(text, to: columns) == shown)
    }

    @Test("Labels stand in a column of their own")
    func labelled() {
        var facts = Labelled()
        facts.add("Why", "because")
        facts.add("Options", ["1 one", "2 two"])
        facts.add("Absent", nil)
        facts.add("Empty", "")
        facts.add("None", [])
        #expect(facts.lines == ["Why      because", "Options  1 one", "         2 two"])
    }

    @Test("On a terminal a column that no row fills is left out; elsewhere it keeps its place")
    func emptyColumns() {
        var table = Table("A", "B", "C")
        table.append(["1", "", "3"])
        table.appendHeading("Then")
        table.append(["1", "", ""])
        #expect(table.lines(width: 40, hasLegend: true) == ["A  C", "1  3", "", "Then", "1"])
        #expect(table.lines(width: nil, hasLegend: true).first == "A  B  C")
    }
}
