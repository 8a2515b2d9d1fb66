// SPDX-License-Identifier: Apache-2.0

/// Reads comma-separated values as RFC 4180 has them, in UTF-8, and nothing that is only nearly so.
///
///     file   = [BOM] record *(EOL record) [EOL]        ; EOL is CR LF or LF
///     record = cell *("," cell)
///     cell   = *plain / DQUOTE *(plain / "," / EOL / 2DQUOTE) DQUOTE
///
/// `plain` is any character but `"`, `,` and controls other than the tab. A spreadsheet that writes anything else
/// is better asked again than guessed at: a shifted cell would become a wrong entry for ever.
public struct CSVReader {
    /// The most bytes of a file: what one call can have.
    public static let maximumBytes = 16 << 20
    /// The most records, the heading among them.
    public static let maximumRecords = 10_001
    /// The most cells of a record.
    public static let maximumColumns = 512
    /// The most bytes of a cell: what a text of an entry can have.
    public static let maximumCellBytes = 16_384

    /// A line of the table.
    public struct Record: Hashable, Sendable {
        /// The number of the line on which it begins, from 1.
        public let line: Int
        /// Its cells.
        public let cells: [String]

        /// Whether there is nothing in it, as below the end of many spreadsheets.
        public var isEmpty: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    }

    private enum Place {
        /// At the beginning of a cell.
        case start
        /// Within a cell without quotes.
        case plain
        /// Within quotes.
        case quoted
        /// After a quote within quotes: the end of them, or half of a doubled one.
        case quote
        /// After a carriage return outside of quotes.
        case carriageReturn
    }

    private var records: [Record] = []
    private var cells: [String] = []
    private var cell = String.UnicodeScalarView()
    private var cellBytes = 0
    private var place = Place.start
    private var line = 1
    private var column = 1
    private var recordLine = 1
    private var quoteOpened = (line: 1, column: 1)

    /// The records of a file, in their order.
    ///
    /// - Throws: A complaint that names the line, and the character in it, at which the file is not as it must be.
    public static func records(_ bytes: [UInt8]) throws(Complaint) -> [Record] {
        guard bytes.count <= maximumBytes else {
            throw .invalid("the table has more than \(maximumBytes) bytes")
        }
        var reader = CSVReader()
        var decoder = Unicode.UTF8.ForwardParser()
        var rest =
            bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...].makeIterator() : bytes[...].makeIterator()
        decoding: while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let encoded): try reader.take(Unicode.UTF8.decode(encoded))
            case .error: throw reader.wrong("it is not UTF-8; save the table as CSV in UTF-8")
            case .emptyInput: break decoding
            }
        }
        return try reader.finish()
    }

    private func wrong(_ what: String) -> Complaint { .invalid("line \(line), character \(column): \(what)") }

    private mutating func take(_ scalar: Unicode.Scalar) throws(Complaint) {
        switch (place, scalar) {
        case (.start, "\""):
            place = .quoted
            quoteOpened = (line, column)
        case (.plain, "\""): throw wrong("a quote within a cell that does not begin with one")
        case (.quoted, "\""): place = .quote
        case (.quote, "\""):
            place = .quoted
            try append(scalar)
        case (.start, ","), (.plain, ","), (.quote, ","): try endCell()
        case (.start, "\n"), (.plain, "\n"), (.quote, "\n"), (.carriageReturn, "\n"): try endRecord()
        case (.start, "\r"), (.plain, "\r"), (.quote, "\r"): place = .carriageReturn
        case (.carriageReturn, _): throw wrong("a carriage return without the line feed that follows it")
        case (.quote, _): throw wrong("something follows the quote that ends a cell")
        case (.start, _), (.plain, _):
            place = .plain
            try append(scalar)
        case (.quoted, _): try append(scalar)
        }
        if scalar == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) throws(Complaint) {
        let isBreak = place == .quoted && (scalar == "\r" || scalar == "\n")
        guard scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\t" || isBreak else {
            throw wrong("a control character")
        }
        cellBytes += UTF8.width(scalar)
        guard cellBytes <= Self.maximumCellBytes else {
            throw wrong("a cell of more than \(Self.maximumCellBytes) bytes")
        }
        cell.append(scalar)
    }

    private mutating func endCell() throws(Complaint) {
        cells.append(String(cell))
        guard cells.count <= Self.maximumColumns else {
            throw wrong("more than \(Self.maximumColumns) cells in a line")
        }
        cell.removeAll(keepingCapacity: true)
        cellBytes = 0
        place = .start
    }

    private mutating func endRecord() throws(Complaint) {
        try endCell()
        records.append(Record(line: recordLine, cells: cells))
        guard records.count <= Self.maximumRecords else {
            throw wrong("more than \(Self.maximumRecords) lines")
        }
        cells.removeAll(keepingCapacity: true)
        recordLine = line + 1
    }

    private mutating func finish() throws(Complaint) -> [Record] {
        switch place {
        case .quoted:
            (line, column) = quoteOpened
            throw wrong("the quote that begins here is never closed")
        case .carriageReturn: throw wrong("a carriage return without the line feed that follows it")
        case .start where cells.isEmpty: break
        case .start, .plain, .quote: try endRecord()
        }
        return records
    }
}
