// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import Testing

@testable import LedgerService

@Suite struct TitleTests {
    @Test func everythingIsCalledByItsLatestTitle() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry(
                "organisation.renamed",
                "organisation/council",
                ["title": "Greater Essex"],
                occurred: "2024"
            ),
            entry("post.retitled", "post/programme-manager", ["title": "Programme Lead", "from": "2020"]),
            entry("claim.disputed", "claim/", ["entries": [17, 18], "question": "Since when?"]),
            entry("venture.established", "venture/jv", ["title": "The venture", "form": "jointVenture"]),
        ])
        let titles = [
            "organisation/council": "Greater Essex", "partner/council": "Greater Essex",
            "post/programme-manager": "Programme Lead", "funding/programme-manager": "Programme Lead",
            "assignment/A-0001": "Programme Lead", "seat/provide-1": "Provide's seat",
            "body/board": "Programme Board",
            "decision/D-0001": "Jointly fund a Programme Manager", "evidence/REF": "Case study",
            "person/P-0001": "Programme Manager", "claim/C-0001": "Since when?", "venture/jv": "The venture",
        ]
        let state = ledger.service.published.state
        for (subject, title) in titles {
            #expect(state.title(of: try #require(Subject(subject)))?.plain == title, "\(subject)")
        }
    }

    @Test func whatHasNoTitleOrIsNotRecordedIsCalledNothing() async throws {
        let state = try await AnsweringLedger.midEssex().service.published.state
        let untitled = ["ledger/charter", "seat/council-1", "assignment/A-0002", "policy/access"]
        let unknown = SubjectKind.allCases.map { "\($0.rawValue)/nothing" }
        for subject in untitled + unknown {
            #expect(state.title(of: try #require(Subject(subject))) == nil, "\(subject)")
        }
    }

    @Test func someoneWithoutALabelIsCalledByTheSealedName() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let state = ledger.service.published.state
        let subject = try #require(Subject("person/P-0002"))
        #expect(state.title(of: subject) == .sealed(position: 11, field: "name"))
    }
}
