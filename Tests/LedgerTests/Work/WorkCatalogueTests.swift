// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections
import Testing

@testable import Ledger

@Suite struct WorkCatalogueTests {
    @Test func everyTypeDescribesItsFieldsOnce() {
        let names = Catalogue.workTypes.map { $0.name }
        #expect(names.count == Set(names).count)
        for type in Catalogue.workTypes {
            let fields = type.fields.map(\.name)
            #expect(!fields.isEmpty && fields.count == Set(fields).count, "\(type.name)")
            #expect(type.rules == type.rules.sorted(), "\(type.name)")
        }
    }

    @Test func onlyWhatPeopleSaidInAConsultationIsPersonal() {
        let personal = Catalogue.workTypes.flatMap { type in
            type.fields.filter { $0.kind == .text(personal: true) }.map { "\(type.name) \($0.name)" }
        }
        #expect(personal == ["consultation.response.recorded text"])
    }

    @Test func everythingOpenedHasATitle() throws {
        var history = try History.withManager()
        try history.record("need.identified", "need/", ["title": "need"])
        try history.record("raid.raised", "raid/", ["title": "raid", "kind": "risk"])
        try history.record("commitment.assigned", "commitment/", ["title": "commitment", "org": "provide"])
        try history.record(
            "consultation.opened",
            "consultation/",
            ["title": "consultation", "audience": "staff"]
        )
        try history.record(
            "dispute.opened",
            "dispute/",
            ["title": "dispute", "parties": ["provide", "council"]]
        )
        for text in [
            "need/N-0001", "raid/R-0001", "commitment/CM-0001", "consultation/CN-0001", "dispute/DI-0001",
        ] {
            let subject = try #require(Subject(text))
            #expect(history.state.title(of: subject) == .plain(subject.kind.rawValue))
        }
        #expect(
            try history.journey().rows(in: history.state).map(\.type).suffix(3) == [
                "need.identified", "consultation.opened", "dispute.opened",
            ]
        )
    }

    @Test func anImportSaysWhatCameInAndHow() throws {
        var history = try History.withManager()
        let digest = String(repeating: "0a", count: 32)
        let data: [String: JSON] = [
            "digest": .string(digest), "format": "csv", "mapping": "Title=title", "count": 12,
        ]
        try history.record("import.performed", "import/", .members(data))
        let recorded = history.state.work.imports[Key(unchecked: "IM-0001")]
        #expect(recorded?.content.digest == digest)
        #expect(recorded?.content.count == 12)
        #expect(
            throws: Rejection.invalid(
                FieldError("digest", .notA("a SHA-256 digest in lowercase hexadecimal"))
            )
        ) {
            try history.record("import.performed", "import/", ["digest": "0A", "format": "csv", "count": 1])
        }
    }

    @Test func whatHasNoBeginningIsPassedOver() throws {
        var state = State()
        let history = try History.withManager()
        for (name, kind, data) in [
            ("need.closed", .need, ["outcome": "met"]), ("raid.updated", .raid, ["note": "n"]),
            ("raid.closed", .raid, ["outcome": "resolved"]), ("commitment.completed", .commitment, [:]),
            ("commitment.progressed", .commitment, ["note": "n"]),
            ("consultation.closed", .consultation, [:]),
            ("dispute.escalated", .dispute, ["stage": "leads"]),
            ("advice.followed", .advice, ["extent": "not"]),
            ("evidence.retracted", .evidence, ["reason": "r"]),
        ] as [(String, SubjectKind, JSON)] {
            let entry = try history.entry(name, Subject(kind, Key(unchecked: "X-1")), data)
            state.apply(entry, try Catalogue.event(of: entry))
        }
        #expect(state.work == WorkState())
    }
}
