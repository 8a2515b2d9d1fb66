// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections
import Testing

@testable import Ledger

@Suite("Erasure and holds")
struct ErasureRuleTests {
    private let person = Key(unchecked: "P-0001")
    private static let digest = String(repeating: "a", count: 64)

    /// The fields of an entry in which a name is sealed.
    private static let sealedName: JSON = ["label": "Director", "sealed": ["name"], "_sd": ["x"]]

    private func erasure(_ fields: [(position: Int64, name: String)] = []) -> JSON {
        let list: [JSON] = fields.map {
            ["position": .integer($0.position), "field": .string($0.name), "digest": .string(Self.digest)]
        }
        let data: JSON = ["basis": "UK GDPR Article 17(1)(a)", "approvedBy": "Data Protection Officer"]
        return data.with("fields", list.isEmpty ? nil : .array(list))
    }

    /// Two organisations and a person whose name is sealed.
    private func history() throws -> (history: History, registration: Int64) {
        var history = try History()
        for key in ["provide", "council"] {
            try history.record(
                "organisation.registered",
                "organisation/\(key)",
                ["title": "O", "kind": "other"]
            )
        }
        let entry = try history.record("person.registered", "person/", Self.sealedName).entry
        return (history, Int64(entry.position))
    }

    private func rejection(_ refusal: RecordsRefusal) -> Rejection { .refused(.records(refusal)) }

    @Test("Rule 11: who somebody is cannot be sealed again once it was erased")
    func erasedStaysErased() throws {
        var (history, position) = try history()
        try history.record("person.registered", "person/", Self.sealedName)
        try history.record("erasure.executed", "person/P-0001", erasure([(position, "name")]))
        let refusal = RecordsRefusal.identityErased(person)
        #expect(Refusal.records(refusal).rule.rawValue == 11)
        let declared: JSON = [
            "person": "P-0001", "type": "financial", "sealed": ["nature"], "_sd": ["x"],
        ]
        #expect(throws: rejection(refusal)) {
            try history.record("interest.declared", "interest/", declared, onBehalfOf: "provide")
        }
        // Somebody else's may be, and what is not sealed too.
        let other = declared.with("person", "P-0002")
        _ = try? history.record("interest.declared", "interest/", other, onBehalfOf: "provide")
        #expect(history.state.records.erasedPeople[person] == UInt64(position) + 2)
        let member = SealedMember(position: UInt64(position), name: "name")
        #expect(history.state.records.erasedFields[member] == UInt64(position) + 2)
        #expect(history.state.records.erasedPeople[Key(unchecked: "P-0002")] == nil)
    }

    @Test("Rule 11: a correction does not bring it back either")
    func correctionsStayErased() throws {
        var (history, position) = try history()
        try history.record("erasure.executed", "person/P-0001", erasure([(position, "name")]))
        let correction = try history.entry(
            "entry.corrected",
            Subject(.person, person),
            ["entry": .integer(position), "explanation": "e", "data": Self.sealedName]
        )
        let result = history.state.correcting([correction]) { body in history.entries.forEach(body) }
        guard case .failure(let rejected) = result else {
            Issue.record("it was accepted")
            return
        }
        #expect(rejected.rejection == rejection(.identityErased(person)))
    }

    @Test("Rule 12: what is held is not erased; the organisation that placed the hold releases it")
    func heldIsKept() throws {
        var (history, position) = try history()
        try history.record("hold.placed", "person/P-0001", ["reason": "an inquiry"], onBehalfOf: "provide")
        let hold = try #require(history.state.records.holds[person])
        let refusal = RecordsRefusal.held(person, hold)
        #expect(Refusal.records(refusal).rule.rawValue == 12)
        #expect(refusal.next == ["jvctl hold release P-0001 --reason TEXT"])
        let erasure = erasure([(position, "name")])
        #expect(throws: rejection(refusal)) {
            try history.record("erasure.executed", "person/P-0001", erasure)
        }
        #expect(throws: rejection(.heldBefore(person))) {
            try history.record("hold.placed", "person/P-0001", ["reason": "another"], onBehalfOf: "council")
        }
        let provide = Key(unchecked: "provide")
        #expect(throws: rejection(.heldByAnother(person, provide))) {
            try history.record("hold.released", "person/P-0001", ["reason": "over"], onBehalfOf: "council")
        }
        try history.record("hold.released", "person/P-0001", ["reason": "over"], onBehalfOf: "provide")
        #expect(throws: rejection(.notHeld(person))) {
            try history.record("hold.released", "person/P-0001", ["reason": "over"], onBehalfOf: "provide")
        }
        try history.record("erasure.executed", "person/P-0001", erasure)
        #expect(throws: rejection(.erasedBefore(person))) {
            try history.record("hold.placed", "person/P-0001", ["reason": "late"], onBehalfOf: "provide")
        }
    }

    @Test("An erasure names only what is recorded")
    func notYetRecorded() throws {
        var (history, _) = try history()
        #expect(throws: rejection(.notYetRecorded(99))) {
            try history.record("erasure.executed", "person/P-0001", erasure([(99, "name")]))
        }
    }

    @Test(
        "Rule 102: what looks like an NHS number is warned of",
        arguments: [
            ("943 476 5919", true), ("9434765919", true), ("943-476-5919", true),
            ("seen by 9434765919, discharged", true), ("NHS number: 943 476 5919.", true),
            ("943\u{A0}476\u{A0}5919", true), ("in 2019 943 476 5919 was seen", true), ("0000000000", true),
            // The last digit does not check.
            ("943 476 5918", false), ("9434765910", false), ("943-476-5929", false),
            // They do not stand alone, or not so.
            ("94347659190", false), ("19434765919", false), ("943  476 5919", false), ("9434 76 5919", false),
            ("a9434765919", false), ("943 476 5919a", false), ("943,476,5919", false), ("", false),
            ("943 476", false),
        ]
    )
    func healthNumber(text: String, isWarned: Bool) throws {
        var (history, _) = try history()
        guard !text.isEmpty else { return }
        let accepted = try history.record("finding.recorded", "finding/", ["title": .string(text)])
        #expect(accepted.entry.warnings.contains(102) == isWarned)
        // A sealed text is not looked at: it can be erased.
        let sealed: JSON = ["sealed": ["title"], "_sd": [.string("9434765919")]]
        #expect(try history.record("finding.recorded", "finding/", sealed).entry.warnings == [])
    }

    @Test("Rule 102: a tenth digit of ten never checks, and every other nine digits have one that does")
    func checkDigits() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let nine = (0..<9).map { _ in Int.random(in: 0...9, using: &generator) }
            let sum = zip(nine, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
            let wanted = (11 - sum % 11) % 11
            let found = (0...9).filter { last in
                HealthNumber.appears(in: (nine + [last]).map(String.init).joined())
            }
            #expect(found == (wanted == 10 ? [] : [wanted]))
        }
    }

    @Test("Packs that may show a text are those written after it with texts in them")
    func packs() throws {
        var (history, position) = try history()
        func pack(_ receiver: String, size: Int64, disclosed: Int64) throws {
            try history.record(
                "export.generated",
                "export/\(receiver)",
                [
                    "size": .integer(size), "scope": "whole", "entries": .integer(size),
                    "disclosed": .integer(disclosed), "manifest": .string(Self.digest),
                ]
            )
        }
        try pack("early", size: position, disclosed: 1)
        try pack("blind", size: position + 1, disclosed: 0)
        try pack("auditor", size: position + 1, disclosed: 1)
        #expect(
            history.state.records.packs(showing: UInt64(position)).map(\.receiver.text) == ["auditor"]
        )
        #expect(history.state.records.lastPack(of: Key(unchecked: "blind"))?.size == UInt64(position) + 1)
        #expect(throws: rejection(.notYetRecorded(500))) { try pack("late", size: 500, disclosed: 0) }
    }

    @Test("A pack that shows texts is not recorded once something was erased after it was begun")
    func erasedMeanwhile() throws {
        var (history, position) = try history()
        let size = position + 1
        let erased = try history.record("erasure.executed", "person/P-0001", erasure()).entry.position
        func pack(_ size: UInt64, disclosed: Int64) throws {
            try history.record(
                "export.generated",
                "export/auditor",
                [
                    "size": .integer(Int64(size)), "scope": "whole", "entries": .integer(Int64(size)),
                    "disclosed": .integer(disclosed), "manifest": .string(Self.digest),
                ]
            )
        }
        #expect(throws: rejection(.erasedMeanwhile(erased))) { try pack(UInt64(size), disclosed: 1) }
        #expect(throws: rejection(.erasedMeanwhile(erased))) { try pack(erased, disclosed: 1) }
        try pack(UInt64(size), disclosed: 0)
        try pack(erased + 1, disclosed: 1)
    }
}
