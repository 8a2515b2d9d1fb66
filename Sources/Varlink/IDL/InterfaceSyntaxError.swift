// SPDX-License-Identifier: Apache-2.0

/// A place in a text.
public struct TextPosition: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int

    /// A place by its line and column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension TextPosition: CustomStringConvertible {
    public var description: String { "line \(line), column \(column)" }
}

/// Why a text is not an interface definition, and where.
public struct InterfaceSyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// Something else must stand here; both are said in words.
        case expected(String, found: String)
        /// The interface's name is not labels of letters, digits and inner dashes, two or more, joined by
        /// dots.
        case invalidInterfaceName(String)
        /// A type's, method's or error's name is not an upper-case letter followed by letters and digits.
        case invalidName(String)
        /// A field's or value's name is not a letter followed by letters, digits and single inner
        /// underscores.
        case invalidFieldName(String)
        /// The interface has a type, method or error of this name already.
        case duplicateName(String)
        /// The structure or enumeration has this name already.
        case duplicateField(String)
        /// No type of this name is defined.
        case unknownType(String)
        /// `??` is not a type.
        case nullableTwice
        /// Types are nested deeper than the parser follows.
        case tooDeep(limit: Int)
        /// Nothing is defined.
        case emptyInterface
    }

    /// What is wrong.
    public let reason: Reason
    /// Where it is wrong.
    public let position: TextPosition
}

extension InterfaceSyntaxError: CustomStringConvertible {
    public var description: String { "\(position): \(reason)" }
}

extension InterfaceSyntaxError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .expected(let expected, let found): "expected \(expected), found \(found)"
        case .invalidInterfaceName(let name): "“\(name)” is not an interface name"
        case .invalidName(let name): "“\(name)” is not the name of a type, method or error"
        case .invalidFieldName(let name): "“\(name)” is not the name of a field or value"
        case .duplicateName(let name): "“\(name)” is defined twice"
        case .duplicateField(let name): "“\(name)” occurs twice"
        case .unknownType(let name): "no type “\(name)” is defined"
        case .nullableTwice: "a type cannot be nullable twice"
        case .tooDeep(let limit): "types are nested deeper than \(limit) levels"
        case .emptyInterface: "the interface has no type, method or error"
        }
    }
}
