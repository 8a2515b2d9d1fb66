// SPDX-License-Identifier: Apache-2.0
import LedgerExport
import Varlink

/// The columns of an answer, from the definition of its interface.
extension AnswerColumn {
    /// How deep members within members become columns; deeper ones are left out.
    private static let depthLimit = 4

    /// The columns of the rows that a type is a list of, or of the structure that it is.
    static func columns(of type: TypeExpression, in description: InterfaceDescription) -> [AnswerColumn] {
        switch shape(type, description, depthLimit) {
        case .members(let columns), .list(.members(let columns)): columns
        case nil, .value, .money, .list: []
        }
    }

    /// Whether it may be absent.
    static func isNullable(_ type: TypeExpression) -> Bool {
        guard case .nullable = type else { return false }
        return true
    }

    /// Whether it holds a list of what has members of its own.
    var isListOfThings: Bool {
        guard case .list(let item) = shape else { return false }
        return item != .value
    }

    private static func shape(
        _ type: TypeExpression,
        _ description: InterfaceDescription,
        _ depth: Int
    ) -> Shape? {
        switch type {
        case .bool, .int, .float, .string, .enumeration, .any, .object, .map: .value
        case .nullable(let wrapped): shape(wrapped, description, depth)
        case .array(let element): shape(element, description, depth).map { .list($0) }
        case .named(let name): description.type(named: name).flatMap { shape($0.type, description, depth) }
        case .structure(let structure): members(structure, description, depth)
        }
    }

    private static func members(
        _ structure: Structure,
        _ description: InterfaceDescription,
        _ depth: Int
    ) -> Shape? {
        guard depth > 0 else { return nil }
        if Set(structure.fields.map(\.name)) == ["minor", "currency"] { return .money }
        return .members(
            structure.fields.compactMap { field in
                shape(field.type, description, depth - 1).map { AnswerColumn(field.name, $0) }
            }
        )
    }
}
