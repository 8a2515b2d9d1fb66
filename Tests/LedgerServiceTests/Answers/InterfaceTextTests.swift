// SPDX-License-Identifier: Apache-2.0
import LedgerAPI
import Testing
import Varlink

@Suite struct InterfaceTextTests {
    @Test(arguments: Interfaces.all.map(\.name))
    func everyDefinitionCanBeReadByEveryClient(name: String) throws {
        let description = try InterfaceDescription(parsing: try #require(Interfaces.text(of: name)))
        #expect(description.name == name)
        #expect(description.portabilityProblems() == [])
    }

    @Test(arguments: ["io.jvledger.Roles", "io.jvledger.Boundary"])
    func everyMethodTypeErrorAndFieldIsDocumented(name: String) throws {
        let description = try InterfaceDescription(parsing: try #require(Interfaces.text(of: name)))
        #expect(description.methods.filter { $0.documentation.isEmpty }.map(\.name) == [])
        #expect(description.errors.filter { $0.documentation.isEmpty }.map(\.name) == [])
        for type in description.types {
            #expect(!type.documentation.isEmpty, "\(type.name)")
            guard case .structure(let structure) = type.type else { continue }
            #expect(structure.fields.filter { $0.documentation.isEmpty }.map(\.name) == [], "\(type.name)")
        }
    }

    @Test func aQuestionMayBeAskedAsOfADateWhereverItIsAsked() throws {
        for name in ["io.jvledger.Roles", "io.jvledger.Boundary"] {
            let description = try InterfaceDescription(parsing: try #require(Interfaces.text(of: name)))
            for method in description.methods {
                let names = Set(method.input.fields.map(\.name))
                #expect(names.isSuperset(of: ["validAt", "knownAt", "sourcedBy"]), "\(method.name)")
                #expect(method.output.fields.last?.name == "note", "\(method.name)")
            }
        }
    }
}
