// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PrincipleTests {
    private func link(_ principle: Int64, strength: String = "moderate") -> JSON {
        [
            "principle": .integer(principle), "artefact": "practice/PR-0001", "strength": .string(strength),
            "rationale": "The council runs it in three teams",
        ]
    }

    @Test("Rule 95: a link to a principle says why")
    func linkHasReason() throws {
        var history = try History.published()
        var data = try #require(link(4).object)
        data["rationale"] = nil
        #expect(throws: Rejection.invalid(FieldError("rationale", .missing))) {
            try history.record("principle.linked", "principle/", .object(data))
        }
        try history.record("principle.linked", "principle/", link(4))
        #expect(PrincipleLinked.rules.map(\.rawValue) == [95, 96])
    }

    @Test("Rule 96: the principles are those numbered 1 to 6", arguments: [0, 7] as [Int64])
    func knownPrinciple(number: Int64) throws {
        var history = try History.published()
        #expect(throws: Rejection.invalid(FieldError("principle", .outOfRange(1...6)))) {
            try history.record("principle.linked", "principle/", link(number))
        }
        for known in 1...6 as ClosedRange<Int64> {
            try history.record("principle.linked", "principle/", link(known))
        }
    }

    @Test func theNamesAreThosePublished() {
        #expect(
            CQCPrinciple.allCases.map(\.name) == [
                "Develop and deploy innovations with the people who will use them",
                "Develop a culture where innovation can happen", "Support your people",
                "Adopt the best ideas and share your learning", "Focus on outcomes and impact",
                "Be flexible when managing change",
            ]
        )
    }

    @Test func coverageCountsWhatIsConfirmedAndOnlySuggestsTheRest() throws {
        var history = try History.published()
        try history.practice(
            "adopted",
            ["org": "council", "adaptation": "Twice a day"],
            occurred: "2019-06"
        )
        let before = try history.answer(GetPrincipleCoverage.self)
        #expect(before.column("principle") == ["1", "2", "3", "4", "5", "6"])
        #expect(before.column("gap") == Array(repeating: "nothing is confirmed", count: 6))
        #expect(before.column("suggestions")[3].contains("practice/PR-0001: a practice was taken up"))
        #expect(before.column("suggestions")[5].contains("practice/PR-0001: a practice was adapted"))
        #expect(before.figures.first?.value == "0")
        #expect(before.note?.contains("until somebody confirms") == true)

        try history.record("principle.linked", "principle/", link(4, strength: "strong"), occurred: "2020")
        try history.record("principle.linked", "principle/", link(6, strength: "weak"), occurred: "2020")
        let after = try history.answer(GetPrincipleCoverage.self)
        #expect(after.column("strong") == ["0", "0", "0", "1", "0", "0"])
        #expect(after.column("strongest")[3] == "practice/PR-0001")
        #expect(after.column("suggestions")[3] == "")
        #expect(after.column("gap")[3] == "only one thing shows it")
        #expect(after.column("gap")[5] == "only weak evidence")
        #expect(try history.answer(GetPrincipleCoverage.self, validAt: "2019").column("strong")[3] == "0")
        #expect(try history.answer(GetPrincipleCoverage.self, validAt: "2018").column("suggestions")[3] == "")

        try history.record(
            "principle.unlinked",
            "principle/PL-0001",
            ["reason": "It stopped"],
            occurred: "2022"
        )
        #expect(try history.answer(GetPrincipleCoverage.self).column("strong")[3] == "0")
        #expect(try history.answer(GetPrincipleCoverage.self, validAt: "2021").column("strong")[3] == "1")
        let possibly = try history.answer(GetPrincipleCoverage.self, validAt: "2022-05")
        #expect(possibly.column("links")[3] == "practice/PR-0001 (possibly)")
    }

    @Test func aLinkIsUndoneOnce() throws {
        var history = try History.published()
        try history.record("principle.linked", "principle/", link(1))
        try history.record("principle.unlinked", "principle/PL-0001", ["reason": "x"])
        #expect(throws: Rejection.refused(.learning(.unlinkedAlready(try key("PL-0001"))))) {
            try history.record("principle.unlinked", "principle/PL-0001", ["reason": "x"])
        }
    }
}
