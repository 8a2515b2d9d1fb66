// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

/// Holds types of governance and roles to the rules that they declare, whenever a test records one of them.
enum DeclaredRules {
    /// What holds for every entry, and no type declares.
    private static let common: Set<Rule> = [
        .correctionKeepsHistory, .notInFuture, .streamBegins, .referenceExists, .systemOnly,
        .erasedStaysErased, .noHealthNumber,
    ]
    private static let declared: [String: Set<Rule>] = Dictionary(
        uniqueKeysWithValues: (Catalogue.governanceTypes + Catalogue.rolesTypes).map {
            ($0.typeName, Set($0.rules).union(common))
        }
    )

    /// A rule that refuses is declared.
    static func expect(_ rejection: Rejection, of entry: Entry) {
        guard case .refused(let refusal) = rejection else { return }
        expect([refusal.rule.rawValue], of: entry)
    }

    /// Rules that warn are declared.
    static func expect(_ warnings: [Int], of entry: Entry) {
        guard let rules = declared[entry.type] else { return }
        let undeclared = warnings.compactMap(Rule.init(rawValue:)).filter { !rules.contains($0) }
        #expect(undeclared == [], "\(entry.type) declares no such rule")
    }
}

@Suite struct DeclaredRulesTests {
    @Test func rulesAreDeclaredInTheOrderOfTheirNumbers() {
        for type in Catalogue.governanceTypes + Catalogue.rolesTypes {
            #expect(type.rules == type.rules.sorted(), "\(type.name)")
            #expect(Set(type.rules).count == type.rules.count, "\(type.name)")
        }
    }
}
