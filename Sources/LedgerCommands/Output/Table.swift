// SPDX-License-Identifier: Apache-2.0

/// Rows in columns under headings in capitals, two spaces apart.
public struct Table: Sendable {
    /// The narrowest that a column is made to fit a terminal.
    private static let leastWidth = 8
    private static let gap = "  "

    private let headings: [String]
    private var rows: [Row] = []

    /// The cells of a row, or the one text of a heading that goes across all columns.
    private struct Row: Sendable {
        let cells: [String]
        let isHeading: Bool
    }

    /// A table with these columns and no rows.
    public init(_ headings: String...) { self.headings = headings }

    /// A table with these columns and no rows.
    public init(_ headings: [String]) { self.headings = headings }

    /// Whether there are no rows.
    public var isEmpty: Bool { rows.isEmpty }

    /// Adds a row; cells that are missing are empty.
    public mutating func append(_ cells: [String]) {
        var row = cells.prefix(headings.count).map(DisplayText.line)
        row += Array(repeating: "", count: headings.count - row.count)
        rows.append(Row(cells: row, isHeading: false))
    }

    /// Adds a heading that goes across all columns, for the rows after it.
    public mutating func appendHeading(_ text: String) {
        rows.append(Row(cells: [DisplayText.line(text)], isHeading: true))
    }

    /// The lines, without spaces at their ends.
    ///
    /// `width` is the columns to fit into, where cells are shortened and columns without a cell left out; nil to
    /// show everything. `hasLegend` says whether the headings are shown.
    public func lines(width: Int?, hasLegend: Bool) -> [String] {
        guard !rows.isEmpty else { return [] }
        if width != nil, let filled = withoutEmptyColumns {
            return filled.lines(width: width, hasLegend: hasLegend)
        }
        let shown = (hasLegend ? [Row(cells: headings, isHeading: false)] : []) + rows
        let cells = shown.filter { !$0.isHeading }.map(\.cells)
        var widths = headings.indices.map { column in cells.map { DisplayText.width($0[column]) }.max() ?? 0 }
        if let width { Self.fit(&widths, into: width) }
        return shown.flatMap { row -> [String] in
            if row.isHeading {
                let text = row.cells.joined()
                return ["", width.map { DisplayText.shortened(text, to: $0) } ?? text]
            }
            let cells = zip(row.cells, widths).map { cell, width in
                let text = DisplayText.shortened(cell, to: width)
                return text + String(repeating: " ", count: max(0, width - DisplayText.width(text)))
            }
            return [Self.trimmed(cells.joined(separator: Self.gap))]
        }
    }

    /// The table without the columns that no row fills; nil if every column has a cell.
    private var withoutEmptyColumns: Table? {
        let filled = headings.indices.filter { column in
            rows.contains { !$0.isHeading && !$0.cells[column].isEmpty }
        }
        guard filled.count < headings.count else { return nil }
        var table = Table(filled.map { headings[$0] })
        table.rows = rows.map { row in
            row.isHeading ? row : Row(cells: filled.map { row.cells[$0] }, isHeading: false)
        }
        return table
    }

    /// Narrows the widest column again and again until the row fits or nothing can be narrowed.
    private static func fit(_ widths: inout [Int], into total: Int) {
        let room = total - gap.utf8.count * (widths.count - 1)
        var excess = widths.reduce(0, +) - room
        while excess > 0 {
            guard let widest = widths.max(), widest > leastWidth, let column = widths.firstIndex(of: widest)
            else {
                return
            }
            let second = widths.filter { $0 < widest }.max() ?? leastWidth
            let step = min(excess, widest - max(second, leastWidth))
            widths[column] -= max(1, step)
            excess = widths.reduce(0, +) - room
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
