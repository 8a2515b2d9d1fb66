// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct FundingTableTests {
    @Test func remainderGoesToTheLargestShare() throws {
        let given: [(String, Int64)] = [("provide", 3_333), ("council", 3_334), ("trust", 3_333)]
        let shares = given.map { FundingShare(organisation: .organisation($0.0), basisPoints: $0.1) }
        let terms = FundingTerms(shares: shares, total: Money(minor: 100, currency: "GBP"), decision: nil)
        #expect(terms.parts.map(\.amount?.minor) == [34, 33, 33])
        #expect(terms.parts.map(\.organisation.text) == ["council", "provide", "trust"])
    }

    @Test(arguments: 0..<200) func partsAddUpToTheTotal(seed: Int) {
        var random = SplitMix64(seed: seed)
        var left = FundingShare.whole
        var shares: [FundingShare] = []
        while left > 0 {
            let share = min(left, Int64.random(in: 1...4_000, using: &random))
            shares.append(FundingShare(organisation: .organisation("o\(shares.count)"), basisPoints: share))
            left -= share
        }
        let bound: Int64 = 9_007_199_254_740_991
        let minor = seed.isMultiple(of: 2) ? Int64.random(in: 0...bound, using: &random) : Int64(seed)
        let parts = FundingTerms(shares: shares, total: Money(minor: minor, currency: "GBP"), decision: nil)
            .parts
        #expect(parts.compactMap(\.amount?.minor).reduce(0, +) == minor)
        #expect(parts.map(\.basisPoints).reduce(0, +) == FundingShare.whole)
        let largest = parts.map(\.basisPoints).max()
        let adjusted = parts.filter { part in
            let product = UInt64(part.basisPoints).multipliedFullWidth(by: UInt64(minor))
            let exact = UInt64(FundingShare.whole).dividingFullWidth(product).quotient
            return part.amount?.minor != Int64(exact)
        }
        #expect(adjusted.count <= 1)
        #expect(adjusted.allSatisfy { $0.basisPoints == largest })
    }

    @Test func tablePerPostAndPerPartner() throws {
        var history = try History.partnership()
        try history.define()
        try history.define("analyst")
        try history.fund(
            from: "2019-02-01",
            to: "2020-02-01",
            total: 100_001,
            shares: [("provide", 5_000), ("council", 5_000)]
        )
        try history.fund(
            "funding.agreed",
            "analyst",
            from: "2019-08",
            total: 5_000,
            shares: [("provide", 10_000)]
        )

        let table = history.state.fundingTable(validAt: try asOf("2019-08-15"))
        #expect(table.posts.map(\.post.text) == ["analyst", "manager"])
        #expect(table.posts.map(\.truth) == [.possibly, .yes])
        #expect(table.posts[1].shares.map(\.amount?.minor) == [50_001, 50_000])
        #expect(table.organisations.map(\.organisation.text) == ["council", "provide"])
        let provide = table.organisations[1]
        #expect(provide.certain.basisPoints == 5_000)
        #expect(provide.certain.amounts == [Money(minor: 50_000, currency: "GBP")])
        #expect(provide.possible.basisPoints == 10_000)
        #expect(provide.possible.amounts == [Money(minor: 5_000, currency: "GBP")])

        let later = history.state.fundingTable(validAt: try asOf("2021"))
        #expect(later.posts.map(\.post.text) == ["analyst"])
        #expect(later.organisations.map(\.organisation.text) == ["provide"])
    }

    @Test func fundingEndsWithItsPost() throws {
        var history = try History.partnership()
        try history.define()
        try history.fund(from: "2019-02", shares: [("provide", 10_000)])
        try history.record("post.abolished", "post/manager", occurred: "2020-01-01T00:00:00Z")
        #expect(history.state.fundingTable(validAt: try asOf("2019-12")).posts.count == 1)
        #expect(history.state.fundingTable(validAt: try asOf("2020-01-01T00:00:00Z")).posts.isEmpty)
    }
}
