// SPDX-License-Identifier: Apache-2.0

/// A JSON value that keeps what RFC 8259 lets other readers lose: integers stay exact, and two texts are the
/// same only when their bytes are.
///
/// Swift's `String ==` is Unicode canonical equivalence, which would merge different names; equality and
/// hashing here compare UTF-8 bytes.
public enum JSON: Sendable {
    /// The literal `null`.
    case null
    /// The literals `true` and `false`.
    case bool(Bool)
    /// A number without fraction and exponent that fits in 64 bits.
    case integer(Int64)
    /// Any other number, as it was written: fractions, exponents and integers beyond 64 bits.
    ///
    /// It is kept apart so that a caller who deals in exact values can refuse it.
    case number(String)
    /// A text, as given and not normalised.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Members with unique names.
    case object(JSONObject)
}

extension JSON: Hashable {
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.number(let a), .number(let b)), (.string(let a), .string(let b)): sameBytes(a, b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        case (.null, _), (.bool, _), (.integer, _), (.number, _), (.string, _), (.array, _), (.object, _):
            false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        // A string hashes as its normal form, so the same bytes have the same hash, as they must.
        case .number(let text), .string(let text): hasher.combine(text)
        case .array(let items): hasher.combine(items)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension JSON {
    /// The text of a string, or nil for another kind.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value of an integer, or nil for another kind.
    public var integer: Int64? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// The value of a boolean, or nil for another kind.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The items of an array, or nil for another kind.
    public var array: [JSON]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    /// The members of an object, or nil for another kind.
    public var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .string(text) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral items: JSON...) { self = .array(items) }

    /// A later duplicate name in a literal replaces the earlier one.
    public init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(JSONObject(members))
    }
}

/// Whether two texts are the same bytes; canonical equivalence is not enough here.
///
/// A loop over the bytes: comparing the views goes through an iterator for each byte.
public func sameBytes(_ a: String, _ b: String) -> Bool {
    let left = a.utf8.span
    let right = b.utf8.span
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
}
