// SPDX-License-Identifier: Apache-2.0

/// A table as people keep it: a line of headings, and lines of as many cells.
public struct SourceTable: Hashable, Sendable {
    /// What the columns are called.
    public let headings: [String]
    /// The lines below; those without anything in them are left out.
    public let rows: [CSVReader.Record]

    /// Reads a file of comma-separated values, see ``CSVReader``.
    public init(csv bytes: [UInt8]) throws(Complaint) {
        let records = try CSVReader.records(bytes).filter { !$0.isEmpty }
        guard let first = records.first else { throw .invalid("there is nothing in the table") }
        guard first.cells.count > 1 else {
            let semicolons = first.cells.first?.contains(";") ?? false
            throw .invalid(
                semicolons
                    ? "its cells are separated by semicolons; save it as CSV with commas"
                    : "it has one column alone; jvctl import reads tables with headings, and cells between commas"
            )
        }
        headings = first.cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        rows = Array(records.dropFirst())
        for row in rows where row.cells.count != headings.count {
            throw .invalid(
                "line \(row.line) has \(row.cells.count) cells, and the line of headings has \(headings.count)"
            )
        }
        guard !rows.isEmpty else { throw .invalid("there is nothing below the headings") }
    }
}
