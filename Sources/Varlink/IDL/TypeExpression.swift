// SPDX-License-Identifier: Apache-2.0

/// The type of a field, and how JSON carries it (UAPI.20 Varlink, "Types").
public indirect enum TypeExpression: Hashable, Sendable {
    /// `true` or `false`.
    case bool
    /// A number without fraction and exponent, in 64 bits with a sign.
    case int
    /// Any number.
    case float
    /// A string.
    case string
    /// Any object.
    case object
    /// Any value but null.
    case any
    /// What the definition of that name in the same interface says.
    case named(String)
    /// An object with declared members.
    case structure(Structure)
    /// A string that is one of these.
    case enumeration([String])
    /// `[]T`: an array.
    case array(TypeExpression)
    /// `[string]T`: an object whose members all have one type.
    case map(TypeExpression)
    /// `?T`: T, null or absent.
    case nullable(TypeExpression)
}

/// The fields of a structure, or of a method's or an error's parameters.
public struct Structure: Hashable, Sendable {
    /// The fields, in the order of the text; no two have the same name.
    public let fields: [Field]
    /// The same fields in the order of a `JSONObject`; names are ASCII, where byte order is that.
    let sorted: [Field]

    init(_ fields: [Field]) {
        self.fields = fields
        sorted = fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// One field of a structure.
    public struct Field: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The comment before it, without its marks.
        public let documentation: String
        /// Where its name stands.
        public let position: TextPosition
        /// The type of its value.
        public let type: TypeExpression
    }
}
