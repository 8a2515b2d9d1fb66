// SPDX-License-Identifier: Apache-2.0

extension TableMapping {
    /// The most bytes of a mapping.
    public static let maximumBytes = 1 << 20

    /// The lines that say it, see ``TableMapping``.
    public var lines: [String] {
        var lines = ["@table = \(kind.rawValue)"]
        switch kind {
        case .matrix, .ties:
            if settings["question"] == nil {
                lines += [
                    "# Add these: the question as the respondents read it, and when they were asked.",
                    "# @question = TEXT", "# @date = DATE",
                ]
            }
        case .raid, .actions, .posts, .decisions:
            lines.append(
                "@dates = \(dates.rawValue)  # how dates such as 03/04/2019 are read; 2019-04-03 always works"
            )
        }
        for name in Self.textSettings {
            if let value = settings[name] { lines.append("@\(name) = \(value)") }
        }
        let width = columns.map { Self.written($0.heading).utf8.count }.max() ?? 0
        let fieldWidth = columns.map { ($0.field ?? Self.ignored).utf8.count }.max() ?? 0
        for column in columns {
            let heading = Self.padded(Self.written(column.heading), width)
            let field = Self.padded(column.field ?? Self.ignored, fieldWidth)
            let meaning = kind.fields.first { $0.name == column.field }?.meaning ?? "left out"
            lines.append("\(heading) = \(field)  # \(meaning)")
        }
        return lines
    }

    /// The same on one piece, without comments, as it is recorded.
    var text: String {
        lines.filter { !$0.hasPrefix("#") }.map { line in
            line[..<(line.firstRange(of: "  #")?.lowerBound ?? line.endIndex)].trimmed
        }
        .joined(separator: "\n")
    }

    /// Reads a mapping for a table.
    ///
    /// Columns that it does not name are left out.
    public init(_ bytes: [UInt8], for table: SourceTable) throws(Complaint) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .invalid("the mapping is not UTF-8")
        }
        var pairs: [(line: Int, name: String, value: String, isSetting: Bool)] = []
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            guard !line.trimmed.isEmpty, line.first != "#" else { continue }
            guard let pair = Self.pair(line) else {
                throw .invalid(
                    "line \(index + 1) of the mapping is not HEADING = FIELD, nor @SETTING = VALUE"
                )
            }
            pairs.append((index + 1, pair.name, pair.value, line.trimmed.first == "@"))
        }
        if let named = pairs.first(where: { $0.isSetting && $0.name == "@table" }) {
            guard let kind = TableKind(rawValue: named.value) else {
                let kinds = TableKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid("line \(named.line) of the mapping: @table is one of \(kinds)")
            }
            self.init(kind, proposedFor: table)
        } else {
            try self.init(proposedFor: table)
        }
        for index in columns.indices { columns[index].field = nil }
        for pair in pairs where !(pair.isSetting && pair.name == "@table") {
            do {
                if pair.isSetting {
                    try setSetting(String(pair.name.dropFirst()), pair.value)
                } else {
                    try set(pair.name, pair.value)
                }
            } catch {
                throw .invalid("line \(pair.line) of the mapping: \(error.message)")
            }
        }
    }

    private mutating func set(_ name: String, _ value: String) throws(Complaint) {
        guard let index = columns.firstIndex(where: { $0.heading == name && $0.field == nil }) else {
            throw .invalid("the table has no (other) column \(name)")
        }
        guard value != Self.ignored else { return }
        guard kind.fields.contains(where: { $0.name == value }) else {
            let names = kind.fields.map(\.name).joined(separator: ", ")
            throw .invalid("a column of a \(kind.rawValue) is one of \(names), or - to leave it out")
        }
        guard value == "alter" || self.index(of: value) == nil else {
            throw .invalid("two columns are \(value)")
        }
        columns[index].field = value
    }

    private mutating func setSetting(_ name: String, _ value: String) throws(Complaint) {
        if name == "dates" {
            guard let order = DateOrder(rawValue: value) else {
                let orders = DateOrder.allCases.map(\.rawValue).joined(separator: " or ")
                throw .invalid("@dates is \(orders)")
            }
            dates = order
            return
        }
        guard Self.textSettings.contains(name) else {
            let names = (["table", "dates"] + Self.textSettings).map { "@" + $0 }.joined(separator: ", ")
            throw .invalid("there is no setting @\(name); there are \(names)")
        }
        settings[name] = value
    }

    // MARK: Lines

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }

    private static func written(_ heading: String) -> String {
        let isPlain = !heading.isEmpty && !heading.contains("=") && !"@#\"".contains(heading.first ?? " ")
        return isPlain ? heading : "\"\(heading.replacing("\"", with: "\"\""))\""
    }

    private static func pair(_ line: Substring) -> (name: String, value: String)? {
        var rest = line.drop { $0 == " " }
        var name = ""
        if rest.first == "\"" {
            rest.removeFirst()
            while let character = rest.popFirst() {
                if character == "\"" {
                    guard rest.first == "\"" else { break }
                    rest.removeFirst()
                }
                name.append(character)
            }
            rest = rest.drop { $0 == " " }
        } else {
            let end = rest.firstIndex(of: "=") ?? rest.endIndex
            name = rest[..<end].trimmed
            rest = rest[end...]
        }
        guard rest.popFirst() == "=", !(name.isEmpty && !line.contains("\"")) else { return nil }
        let comment = rest.firstRange(of: " #")?.lowerBound ?? rest.endIndex
        let value = rest[..<comment].trimmed
        return value.isEmpty ? nil : (name, value)
    }
}
