// SPDX-License-Identifier: Apache-2.0

/// An interface as its definition in the interface definition language describes it (UAPI.20 Varlink,
/// "Interface Definition").
///
///     # Keeps notes.
///     interface org.example.Notes
///
///     type Note (text: string, tags: []string)
///
///     # Pages through the notes.
///     method List(after: ?int) -> (notes: []Note, next: ?int)
///
///     error NoSuchNote (number: int)
///
/// Types, methods and errors share one namespace; a type can be used before it is defined, and in itself.
public struct InterfaceDescription: Sendable {
    /// The definition byte for byte, comments included: the answer to `GetInterfaceDescription`.
    public let text: String
    /// The interface's name, such as `org.example.Notes`.
    public let name: String
    /// The comment before `interface`, without its marks.
    public let documentation: String
    /// The named types, in the order of the text.
    public let types: [TypeDefinition]
    /// The methods, in the order of the text.
    public let methods: [Method]
    /// The errors, in the order of the text.
    public let errors: [ErrorDefinition]

    /// What some widely used client could not read, one sentence each with line and column.
    let problems: [String]

    private let typeIndices: [String: Int]
    private let methodIndices: [String: Int]

    /// A named type.
    public struct TypeDefinition: Hashable, Sendable {
        /// The name, unique in the interface.
        public let name: String
        /// The comment before it, without its marks.
        public let documentation: String
        /// Where its name stands.
        public let position: TextPosition
        /// What it stands for: a structure or an enumeration.
        public let type: TypeExpression
    }

    /// A method.
    public struct Method: Hashable, Sendable {
        /// The name, unique in the interface.
        public let name: String
        /// The comment before it, without its marks.
        public let documentation: String
        /// Where its name stands.
        public let position: TextPosition
        /// The parameters of a call.
        public let input: Structure
        /// The parameters of every reply; a series has their union.
        public let output: Structure
        /// Whether it answers with a series of replies, as the last line of its comment states.
        public let series: Series
    }

    /// Whether a method answers with a series of replies.
    ///
    /// The grammar cannot say it; systemd's convention is a last line of the comment that can.
    public enum Series: Hashable, Sendable {
        /// It sends one reply, also to a call with `more`.
        case never
        /// `[Supports 'more' flag]`: a series to a call with `more`, one reply otherwise.
        case supported
        /// `[Requires 'more' flag]`: `ExpectedMore` to a call without.
        case required
    }

    /// An error.
    public struct ErrorDefinition: Hashable, Sendable {
        /// The name, unique in the interface.
        public let name: String
        /// The comment before it, without its marks.
        public let documentation: String
        /// Where its name stands.
        public let position: TextPosition
        /// The error's parameters.
        public let parameters: Structure
    }

    init(
        text: String,
        name: String,
        documentation: String,
        types: [TypeDefinition],
        methods: [Method],
        errors: [ErrorDefinition],
        problems: [String]
    ) {
        self.text = text
        self.name = name
        self.documentation = documentation
        self.types = types
        self.methods = methods
        self.errors = errors
        self.problems = problems
        // The parser has refused names that occur twice.
        typeIndices = Dictionary(uniqueKeysWithValues: types.indices.map { (types[$0].name, $0) })
        methodIndices = Dictionary(uniqueKeysWithValues: methods.indices.map { (methods[$0].name, $0) })
    }

    /// The type of this name, or nil.
    public func type(named name: String) -> TypeDefinition? { typeIndices[name].map { types[$0] } }

    /// The method of this name, without the interface's, or nil.
    public func method(named name: String) -> Method? { methodIndices[name].map { methods[$0] } }

    /// The error of this name, without the interface's, or nil.
    public func error(named name: String) -> ErrorDefinition? { errors.first { $0.name == name } }

    /// What in this definition some widely used client cannot read or reads differently, in the order of the
    /// text.
    ///
    /// The grammar allows more than varlinkctl 257 and 262 and the Python client can parse. An interface for
    /// everyone uses none of: containers directly in containers or holding nullable elements, empty
    /// structures as types, `any`, `float`, enumerations of one value, white space inside a type, and
    /// comments that are not on lines of their own before a member of the interface, a field or a value.
    public func portabilityProblems() -> [String] { problems }
}
