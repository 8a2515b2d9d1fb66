// SPDX-License-Identifier: Apache-2.0

/// How the value of a field is typed on a command line, and the JSON that it becomes.
public enum FieldShape: Hashable, Sendable {
    /// A text, a key, a date, a digest or one of a few words: taken as it is.
    case text
    /// Texts between commas, or the option again.
    case texts
    /// A whole number.
    case integer
    /// Whole numbers between commas.
    case integers
    /// `yes`, or `no` for leaving it out.
    case flag
    /// An amount with its currency, such as `GBP 9546.00`.
    case money
    /// An exact decimal number, such as `-12.5`.
    case decimal
    /// JSON.
    case json

    /// The shape of a field, by the first word of what its description says that it holds.
    ///
    /// Words of a newer ledger count as text, which the ledger checks in any case.
    public init(_ field: EventType.Field) {
        switch field.kind.prefix(while: { $0.isLetter }) {
        case "keys", "subjects": self = .texts
        case "positions": self = .integers
        case "integer": self = .integer
        case "flag": self = .flag
        case "money": self = .money
        case "decimal": self = .decimal
        case "object", "list": self = .json
        default: self = .text
        }
    }

    /// Whether giving the field again adds to it.
    public var isList: Bool {
        switch self {
        case .texts, .integers: true
        case .text, .integer, .flag, .money, .decimal, .json: false
        }
    }
}
