// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerAPI
import Testing
import Varlink

@testable import LedgerCommands

@Suite("Where the keys are that a shell completes")
struct KeyListTests {
    private static let interfaces = Interfaces.all.map { InterfaceDescription(builtIn: $0.text) }

    @Test("The interfaces declare the method of each list, and a text where its path leads", arguments: lists)
    func listsAreDeclared(list: KeyList) throws {
        let parts = list.method.split(separator: ".")
        let name = parts.dropLast().joined(separator: ".")
        let interface = try #require(Self.interfaces.first { $0.name == name })
        let last = try #require(parts.last)
        let method = try #require(interface.method(named: String(last)))
        #expect(method.input.fields.contains { $0.name == "all" } == list.withEnded)
        // What is asked for is all that has to be.
        #expect(method.input.fields.allSatisfy { $0.isOptional })
        var type = TypeExpression.structure(method.output)
        for member in list.path {
            let field = try #require(type.fields(in: interface).first { $0.name == member }, "\(list)")
            type = field.type
        }
        #expect(type.element == .string, "\(list)")
    }

    private static let lists = KeyKind.allCases.map(\.list) + [.types]

    @Test("Keys are found in objects and arrays, in the order of the answer; what is withheld is left out")
    func texts() throws {
        let reply = try #require(
            JSON(
                parsing: """
                    {"roles": [{"role": "post/manager", "holders": [{"assignment": "A-0002"}, {"assignment": "A-0001"}]},
                     {"role": "seat/chair", "holders": []}, {"role": "seat/deputy"}, {"holders": [{}]}],
                     "rows": [{"contributions": ["CB-0002", "CB-0001"]}, {"contributions": []}], "note": "possibly"}
                    """
            )
            .object
        )
        #expect(KeyKind.assignment.keys(in: reply) == ["A-0002", "A-0001"])
        #expect(KeyKind.contribution.keys(in: reply) == ["CB-0002", "CB-0001"])
        #expect(KeyKind.seat.keys(in: reply) == ["chair", "deputy"])
        #expect(KeyKind.decision.keys(in: reply).isEmpty)
        #expect(KeyList("Roles.ListHolders", "note.key").texts(in: reply).isEmpty)
    }
}

extension Structure.Field {
    /// Whether it may be left out.
    fileprivate var isOptional: Bool {
        if case .nullable = type { true } else { false }
    }
}

extension TypeExpression {
    /// What it is of, without arrays and null.
    fileprivate var element: TypeExpression {
        switch self {
        case .array(let inner), .nullable(let inner): inner.element
        case .bool, .int, .float, .string, .object, .any, .named, .structure, .enumeration, .map: self
        }
    }

    /// The members of what it is of.
    fileprivate func fields(in interface: InterfaceDescription) -> [Structure.Field] {
        switch element {
        case .structure(let structure): structure.fields
        case .named(let name): interface.type(named: name)?.type.fields(in: interface) ?? []
        case .bool, .int, .float, .string, .object, .any, .enumeration, .map, .array, .nullable: []
        }
    }
}
