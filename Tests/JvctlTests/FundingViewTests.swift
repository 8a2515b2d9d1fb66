// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

/// Who pays how much for which post, in basis points and amounts.
struct FundingViewTests {
    private let reply: JSON = [
        "posts": [
            [
                "post": "programme-manager", "title": "Programme Manager", "certainty": "yes",
                "span": ["when": "since Oct 2019", "from": "2019-10"],
                "shares": [
                    [
                        "organisation": ["key": "council", "name": "Council"], "basisPoints": 6_000,
                        "amount": ["minor": 3_120_000, "currency": "GBP"],
                    ],
                    ["organisation": ["key": "provide", "name": "Provide"], "basisPoints": 4_000],
                ],
                "decision": "D-0003", "position": 40,
            ]
        ],
        "organisations": [
            [
                "organisation": ["key": "council", "name": "Council"], "basisPoints": 6_000,
                "amounts": [["minor": 3_120_000, "currency": "GBP"]], "possibleBasisPoints": 0,
                "possibleAmounts": [],
            ]
        ],
    ]

    private func lines(_ table: Table) -> [String] { table.lines(width: nil, hasLegend: false) }

    @Test("A line for each share of a post")
    func byPost() throws {
        let lines = lines(FundingViews.byPost(try #require(reply.object)))
        #expect(lines.count == 2)
        #expect(lines.first?.contains("Council  6000  GBP 31200.00  since Oct 2019") == true, "\(lines)")
        #expect(lines.last?.contains("D-0003") == true)
    }

    @Test("A line for each organisation")
    func byOrganisation() throws {
        let lines = lines(FundingViews.byOrganisation(try #require(reply.object)))
        #expect(lines.map { $0.hasPrefix("Council  6000  GBP 31200.00") } == [true], "\(lines)")
    }
}
