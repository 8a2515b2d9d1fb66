// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// How JSON is written, or that it is not.
public enum JSONForm: String, CaseIterable, Sendable {
    /// Indented, for people.
    case pretty
    /// On one line, for programs.
    case short
    /// Text and tables instead of JSON.
    case off

    /// The text of an object in this form, without a line end; nil when JSON is off.
    public func text(_ object: JSONObject) -> String? {
        switch self {
        case .pretty: Self.indented(.object(object), "")
        case .short: String(decoding: JSON.object(object).compactBytes(), as: UTF8.self)
        case .off: nil
        }
    }

    private static func indented(_ value: JSON, _ indentation: String) -> String {
        let inner = indentation + "  "
        switch value {
        case .array(let items) where !items.isEmpty:
            let lines = items.map { inner + indented($0, inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n" + indentation + "]"
        case .object(let object) where !object.isEmpty:
            let lines = object.members.map { member in
                inner + short(.string(member.name)) + ": " + indented(member.value, inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n" + indentation + "}"
        case .null, .bool, .integer, .number, .string, .array, .object: return short(value)
        }
    }

    private static func short(_ value: JSON) -> String {
        String(decoding: value.compactBytes(), as: UTF8.self)
    }
}
