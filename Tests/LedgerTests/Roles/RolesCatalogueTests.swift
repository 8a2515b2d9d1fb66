// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

@Suite struct RolesCatalogueTests {
    @Test func everyTypeDescribesItsFields() {
        let names = Catalogue.rolesTypes.map { $0.name }
        #expect(names.count == Set(names).count)
        for type in Catalogue.rolesTypes {
            let fields = type.fields.map(\.name)
            #expect(!fields.isEmpty && fields.count == Set(fields).count, "\(type.name)")
            #expect(Catalogue.type(named: type.name)?.typeName == "io.jvledger.\(type.name).v1")
        }
    }

    @Test func onlyAPersonsNameIsPersonal() {
        let personal = Catalogue.rolesTypes.flatMap { type in
            type.fields.filter { $0.kind == .text(personal: true) }.map { "\(type.name) \($0.name)" }
        }
        #expect(personal == ["person.registered name"])
    }
}
