// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct ObligationTests {
    private static func history() throws -> History {
        var history = try History.withMatter(["deadline": "2019-12-31"])
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": "council", "revision": 1],
            occurred: "2019-03",
            onBehalfOf: "council"
        )
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "Draft the job description", "owner": "A-0001", "due": "2019-05"],
            occurred: "2019-03"
        )
        try history.record(
            "secondment.started",
            "secondment/",
            [
                "person": "P-0003", "fromOrganisation": "trust", "toOrganisation": "council",
                "funder": "trust",
                "from": "2019-04", "amount": ["minor": 954_600, "currency": "GBP"],
            ]
        )
        return history
    }

    private static func owed(_ organisation: String, _ date: String, _ history: History) throws -> [String] {
        try history.work(GetPartnerObligations.self, ["organisation": .string(organisation)], at: date).rows
            .map {
                "\($0.kind.rawValue) \($0.subject) \($0.certain.rawValue) \($0.detail)"
            }
    }

    @Test func itSaysWhatIsWaitedForFromAPartner() throws {
        let history = try Self.history()
        #expect(
            try Self.owed("provide", "2019-06", history) == [
                "consent decision/D-0001 yes no answer", "commitment commitment/CM-0001 yes overdue",
            ]
        )
        #expect(try Self.owed("council", "2019-06", history) == ["secondment secondment/S-0001 yes borrows"])
        #expect(
            try Self.owed("trust", "2019-04-15", history) == [
                "secondment secondment/S-0001 possibly lends, pays"
            ]
        )
        #expect(try Self.owed("provide", "2018", history) == [])
        // Once its deadline has passed the proposal waits for nobody.
        #expect(
            try Self.owed("provide", "2020-03", history) == ["commitment commitment/CM-0001 yes overdue"]
        )
    }

    @Test func sharesOfPostsAddUp() throws {
        var history = try History.partnership()
        for post in ["one", "two"] {
            try history.define(post, with: ["organisations": ["provide", "council"]])
            try history.fund(post: post)
        }
        let report = try history.work(GetPartnerObligations.self, ["organisation": "council"], at: "2019")
        #expect(report.rows.map(\.basisPoints) == [4_000, 4_000])
        #expect(report.rows.map(\.amount?.minor) == [40_000, 40_000])
        #expect(report.figures.map(\.value) == ["8000"])
        let before = try history.work(GetPartnerObligations.self, ["organisation": "council"], at: "2018")
        #expect(before.rows.isEmpty)
        #expect(before.figures.map(\.value) == ["0"])
    }
}

extension History {
    /// Records that Provide pays three fifths and the council two fifths of a post from 2019 on.
    fileprivate mutating func fund(post: String) throws {
        try fund(
            "funding.agreed",
            post,
            from: "2019-01-01",
            total: 100_000,
            shares: [("provide", 6_000), ("council", 4_000)]
        )
    }
}
