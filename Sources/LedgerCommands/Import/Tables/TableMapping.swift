// SPDX-License-Identifier: Apache-2.0

/// What the columns of a table say, as it was proposed or as somebody put it right.
///
/// As text it has a line for each column and each setting, so that it can be printed, edited and given back:
///
///     mapping = *(line LF)
///     line    = "@" setting " = " value / heading " = " field / "#" comment / ""
///     heading = plain / DQUOTE *(plain / 2DQUOTE) DQUOTE     ; quotes around one that has = or begins with @ # "
///     field   = name of a field / "-"                        ; - leaves the column out
///
/// After a field or a value, ` # ` begins a comment. The settings:
///
/// | setting | says |
/// |---|---|
/// | `@table` | what the table is a list of, see ``TableKind`` |
/// | `@dates` | `DD/MM/YYYY` (the default) or `MM/DD/YYYY`, for dates written so |
/// | `@date` | the date of rows that have none |
/// | `@title` | what the file is called as a source |
/// | `@reason` | decisions: the reason of rows that have none |
/// | `@consents` | decisions: the partners that consented where a row does not say, or `all` |
/// | `@question` | surveys: what was asked, as the respondents read it; needed |
/// | `@relation` | surveys: advice (the default), collaboration, trust, reportsTo or knowledge |
/// | `@direction` | surveys: seekerToSource (the default: rows name whom they go to) or sourceToSeeker |
public struct TableMapping: Hashable, Sendable {
    /// The name of a field that leaves a column out.
    static let ignored = "-"

    /// A column and what it says.
    public struct Column: Hashable, Sendable {
        /// Its heading.
        public let heading: String
        /// The name of the field; nil if it is left out.
        public var field: String?
    }

    /// What the table is a list of.
    public var kind: TableKind
    /// The columns, in their order.
    public var columns: [Column]
    /// The order of day and month.
    public var dates = DateOrder.dayFirst
    /// Settings that stand for what rows do not say, by their names.
    public var settings: [String: String] = [:]

    /// The settings that are texts, in the order in which they are printed.
    static let textSettings = ["date", "title", "reason", "consents", "question", "relation", "direction"]

    /// Proposes what a table is and what its columns say, by its headings.
    public init(proposedFor table: SourceTable) throws(Complaint) {
        let candidates = TableKind.allCases.compactMap { kind -> (kind: TableKind, columns: [Column])? in
            let columns = Self.columns(of: table, kind)
            let fields = Set(columns.compactMap(\.field))
            guard kind.signature.allSatisfy({ $0.contains(where: fields.contains) }) else { return nil }
            guard kind != .matrix || Self.isMatrix(table) else { return nil }
            return (kind, columns)
        }
        let best = candidates.max { left, right in
            Self.weight(left.kind, left.columns, table) < Self.weight(right.kind, right.columns, table)
        }
        guard let best else { throw Self.unrecognised(table) }
        kind = best.kind
        columns = best.columns
    }

    /// A table of a given kind, its columns as they are proposed.
    init(_ kind: TableKind, proposedFor table: SourceTable) {
        self.kind = kind
        columns = Self.columns(of: table, kind)
    }

    private static func unrecognised(_ table: SourceTable) -> Complaint {
        Complaint(
            .refused,
            "it is not clear what the table is a list of; its headings are \(table.headings.joined(separator: ", "))",
            heading: "Not valid",
            details: TableKind.allCases.map { kind in
                let needs = kind.signature.map { $0.joined(separator: " or ") }.joined(separator: ", and ")
                return "  @table = \(kind.rawValue): a column for \(needs)"
            },
            next: [
                "jvctl import FILE --mapping MAPPING, with a line for @table and lines such as: Heading = title"
            ],
            name: "jvctl.NotValid"
        )
    }

    /// How well a kind accounts for the table: by how many columns, and a little for a telling heading.
    private static func weight(_ kind: TableKind, _ columns: [Column], _ table: SourceTable) -> Int {
        let matched = columns.filter { $0.field != nil }.count
        switch kind {
        case .matrix: return matched
        case .ties: return matched * 2 + (table.headings.count <= 4 ? 4 : 0)
        case .raid: return matched * 2 + (namesRAID(table, columns) ? 4 : -2)
        case .actions: return matched * 2 + (namesActions(table) ? 3 : 0)
        case .posts: return matched * 2 + 1
        case .decisions:
            return matched * 2 + (table.headings.contains { $0.lowercased().contains("decision") } ? 2 : 0)
        }
    }

    private static func namesActions(_ table: SourceTable) -> Bool {
        table.headings.contains { heading in
            let first = TableField.plain(heading).prefix { $0 != " " }
            return ["action", "actions", "task", "commitment"].contains(first)
        }
    }

    /// Whether the column of kinds has what a RAID log has in it.
    private static func namesRAID(_ table: SourceTable, _ columns: [Column]) -> Bool {
        guard let index = columns.firstIndex(where: { $0.field == "kind" }) else { return false }
        return table.rows.allSatisfy { RAIDKind($0.cells[index]) != nil }
    }

    /// Whether every cell but those of the first column is empty or a number.
    private static func isMatrix(_ table: SourceTable) -> Bool {
        let cells = table.rows.flatMap { $0.cells.dropFirst() }.map(\.trimmed)
        let isFilled = cells.contains { !$0.isEmpty }
        return isFilled && cells.allSatisfy { $0.isEmpty || $0 == "-" || DecimalText.isDecimal($0) }
    }

    private static func columns(of table: SourceTable, _ kind: TableKind) -> [Column] {
        if kind == .matrix {
            let first = table.headings.first ?? ""
            let isRespondent = first.isEmpty || (kind.fields.first?.matches(first) ?? false)
            return table.headings.enumerated().map { index, heading in
                Column(
                    heading: heading,
                    field: index > 0 ? "alter" : isRespondent || isMatrix(table) ? "respondent" : nil
                )
            }
        }
        // A heading that is a field's own first meaning goes to it before one that may mean it too.
        var columns = table.headings.map { Column(heading: $0, field: nil) }
        for field in kind.fields {
            let matches = columns.indices.filter {
                columns[$0].field == nil && field.matches(columns[$0].heading)
            }
            let best = matches.min { left, right in
                rank(field, columns[left].heading) < rank(field, columns[right].heading)
            }
            if let best { columns[best].field = field.name }
        }
        return columns
    }

    private static func rank(_ field: TableField, _ heading: String) -> Int {
        let words = TableField.plain(heading)
        return field.synonyms.firstIndex { $0 == words } ?? field.synonyms.count
    }

    /// The index of the column that says a field.
    func index(of field: String) -> Int? { columns.firstIndex { $0.field == field } }
}

/// What an item of a RAID log is.
enum RAIDKind: String {
    case risk
    case assumption
    case issue
    case dependency

    /// Reads a cell: the word, its plural or its first letter.
    init?(_ cell: String) {
        switch cell.trimmed.lowercased() {
        case "r", "risk", "risks": self = .risk
        case "a", "assumption", "assumptions": self = .assumption
        case "i", "issue", "issues": self = .issue
        case "d", "dependency", "dependencies": self = .dependency
        default: return nil
        }
    }
}
