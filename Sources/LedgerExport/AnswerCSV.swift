// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A column of an answer, as the definition of its interface declares it.
public struct AnswerColumn: Hashable, Sendable {
    /// What a column holds.
    public indirect enum Shape: Hashable, Sendable {
        /// A text, a number or a flag.
        case value
        /// An amount: `minor` in minor units and `currency`.
        case money
        /// Members of its own.
        case members([AnswerColumn])
        /// Any number of such.
        case list(Shape)
    }

    /// The name of the member.
    public let name: String
    /// What it holds.
    public let shape: Shape

    /// A column of that name and shape.
    public init(_ name: String, _ shape: Shape) {
        self.name = name
        self.shape = shape
    }
}

/// Any answer of rows as a table: a record a row.
///
/// | member of a row | columns | what a record has there |
/// |---|---|---|
/// | text, number | `name` | the text, the digits |
/// | flag | `name` | `yes` or `no` |
/// | amount | `name`, `name.currency` | `9546.00` in major units, `GBP` |
/// | members of its own | `name.member` for each | the same, member by member |
/// | a list of texts or numbers | `name` | the items, with `; ` between them |
/// | a list of things with members | `name.member` for each | of every thing that member, with `; ` between them |
///
/// What is absent, because there is nothing to say or because it is withheld, is an empty field. A list that is
/// unfolded gives a record for each of its things instead, and one record without any if it is empty.
public struct AnswerCSV: Sendable {
    private static let separator = "; "

    private let columns: [AnswerColumn]
    private let unfolded: String?

    /// A table with these columns; `unfolding` names the list whose things are records of their own.
    public init(_ columns: [AnswerColumn], unfolding unfolded: String? = nil) {
        self.columns = columns
        self.unfolded = unfolded
    }

    /// The names, the record with which the table begins.
    public var header: [String] { columns.flatMap { Self.names($0.name, $0.shape) } }

    /// The records that a row gives: one, or one for each thing of the unfolded list.
    public func records(of row: JSONObject) -> [[String]] {
        guard let unfolded, let items = row[unfolded]?.array, !items.isEmpty else { return [record(row)] }
        return items.map { item in
            var one = row
            one[unfolded] = .array([item])
            return record(one)
        }
    }

    /// The whole table.
    public func text(_ rows: [JSONObject]) -> String {
        var csv = CSV(header: header)
        for row in rows { for record in records(of: row) { csv.append(record) } }
        return csv.text
    }

    private func record(_ row: JSONObject) -> [String] {
        columns.flatMap { Self.fields(row[$0.name], $0.shape) }
    }

    private static func names(_ name: String, _ shape: AnswerColumn.Shape) -> [String] {
        switch shape {
        case .value: [name]
        case .money: [name, "\(name).currency"]
        case .members(let columns): columns.flatMap { names("\(name).\($0.name)", $0.shape) }
        case .list(let item): names(name, item)
        }
    }

    private static func fields(_ value: JSON?, _ shape: AnswerColumn.Shape) -> [String] {
        switch shape {
        case .value: return [text(value)]
        case .money:
            guard let amount = value?.object, let minor = amount["minor"]?.integer,
                let currency = amount["currency"]?.text
            else { return ["", ""] }
            return [MinorUnits.text(minor, of: currency), currency]
        case .members(let columns):
            let object = value?.object ?? JSONObject()
            return columns.flatMap { fields(object[$0.name], $0.shape) }
        case .list(let item):
            let items = (value?.array ?? []).map { fields($0, item) }
            return names("", item).indices.map { column in
                items.map { $0[column] }.joined(separator: separator)
            }
        }
    }

    private static func text(_ value: JSON?) -> String {
        guard let value else { return "" }
        if let text = value.text { return text }
        if let number = value.integer { return "\(number)" }
        if let flag = value.bool { return flag ? "yes" : "no" }
        return value == .null ? "" : String(decoding: value.compactBytes(), as: UTF8.self)
    }
}
