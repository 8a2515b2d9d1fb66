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
    /// JSON.
    case json

    /// The shape of a field, by what its description says that it holds.
    public init(_ field: EventType.Field) {
        let kind = field.kind.lowercased()
        let isList = ["keys", "list", "subjects", "positions", "several"].contains { kind.hasPrefix($0) }
        if !field.items.isEmpty {
            self = .json
        } else if kind.hasPrefix("position") || (isList && kind.contains("position")) {
            self = isList ? .integers : .integer
        } else if isList {
            self = .texts
        } else if kind.contains("whole number") || kind.contains("integer") {
            self = .integer
        } else if ["flag", "true", "yes", "boolean", "whether"].contains(where: { kind.hasPrefix($0) }) {
            self = .flag
        } else if kind.contains("amount") || kind.contains("money") {
            self = .money
        } else if kind.hasPrefix("object") || kind.hasPrefix("any object") || kind.contains("json") {
            self = .json
        } else {
            self = .text
        }
    }

    /// Whether giving the field again adds to it.
    public var isList: Bool {
        switch self {
        case .texts, .integers: true
        case .text, .integer, .flag, .money, .json: false
        }
    }
}
