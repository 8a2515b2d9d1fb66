// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

extension AnsweringLedger {
    /// A ledger with two partners, their programme board, a joint decision and the post that came of it.
    ///
    /// | Positions | What |
    /// |---|---|
    /// | 1 to 4 | the organisations and the evidence |
    /// | 5, 6 | the partners |
    /// | 7 to 9 | the board and its seats |
    /// | 10, 11 | two people |
    /// | 12 to 16 | D-0001, adopted on reported consents |
    /// | 17 to 20 | the post, its funding and its holder; the council's seat |
    static func midEssex() async throws -> AnsweringLedger {
        let ledger = try AnsweringLedger()
        try await ledger.record(organisations + board + decision + post)
        return ledger
    }

    private static let organisations: [JSON] = [
        entry("organisation.registered", "organisation/provide", ["title": "Provide", "kind": "provider"]),
        entry(
            "organisation.registered",
            "organisation/council",
            ["title": "Essex County Council", "kind": "council"]
        ),
        entry(
            "organisation.registered",
            "organisation/university",
            ["title": "University", "kind": "university"]
        ),
        entry(
            "evidence.registered",
            "evidence/REF",
            ["title": "Case study", "kind": "research", "dated": "2020"]
        ),
        entry("partner.joined", "partner/provide", ["right": "required", "from": "2018"]),
        entry("partner.joined", "partner/council", ["right": "required", "from": "2018-04-01"]),
    ]

    private static let board: [JSON] = [
        entry(
            "body.constituted",
            "body/board",
            [
                "title": "Programme Board", "kind": "programmeBoard", "from": "2018-05",
                "decisionRule": "consent",
                "quorum": [
                    ["organisation": "provide", "count": 1],
                    ["organisation": "council", "seatClass": "officer", "count": 2],
                ],
            ],
            occurred: "2018-05"
        ),
        entry(
            "seat.created",
            "seat/provide-1",
            [
                "body": "board", "organisation": "provide", "seatClass": "clinician", "voting": true,
                "title": "Provide's seat", "from": "2018-05",
            ]
        ),
        entry(
            "seat.created",
            "seat/council-1",
            [
                "body": "board", "organisation": "council", "seatClass": "officer", "voting": true,
                "from": "2018-05",
            ]
        ),
        entry("person.registered", "person/", ["name": "Ada Example", "label": "Programme Manager"]),
        entry("person.registered", "person/", ["name": "Ben Example"]),
    ]

    private static let source = [(evidence: "REF", locator: "section 4")]

    private static let decision: [JSON] = [
        entry(
            "proposal.tabled",
            "decision/",
            ["title": "Jointly fund a Programme Manager", "question": "Shall we?"],
            occurred: "2019-07",
            sources: source
        ),
        entry(
            "option.added",
            "decision/D-0001",
            ["option": 1, "title": "jointly funded post", "kind": "jointVenture"],
            occurred: "2019-07"
        ),
        entry(
            "consent.given",
            "decision/D-0001",
            ["org": "provide", "revision": 1, "option": 1],
            occurred: "2019-08",
            sources: source
        ),
        entry(
            "consent.given",
            "decision/D-0001",
            ["org": "council", "revision": 1],
            occurred: "2019-08",
            sources: source
        ),
        entry(
            "decision.adopted",
            "decision/D-0001",
            ["option": 1, "reason": "further the diffusion of best practice", "body": "board"],
            occurred: "2019-08/2019-09",
            words: "late summer 2019",
            sources: source
        ),
    ]

    private static let post: [JSON] = [
        entry(
            "post.defined",
            "post/programme-manager",
            [
                "title": "Programme Manager", "organisations": ["provide", "council"], "host": "provide",
                "boundarySpanning": true, "jointlyFunded": true, "accountableTo": ["council"],
                "from": "2019-08/2019-09", "decision": "D-0001",
            ],
            occurred: "2019-08/2019-09",
            sources: source
        ),
        entry(
            "funding.agreed",
            "funding/programme-manager",
            [
                "post": "programme-manager", "decision": "D-0001", "from": "2019-10-01", "to": "2020-10-01",
                "total": ["minor": 5_000_001, "currency": "GBP"],
                "shares": [
                    ["organisation": "provide", "basisPoints": 5_000],
                    ["organisation": "council", "basisPoints": 5_000],
                ],
            ],
            occurred: "2019-09"
        ),
        entry(
            "role.assigned",
            "assignment/",
            ["role": "post/programme-manager", "person": "P-0001", "from": "2020-01-01", "to": "2020-07-01"],
            occurred: "2019-12"
        ),
        entry(
            "role.assigned",
            "assignment/",
            ["role": "seat/council-1", "person": "P-0002", "from": "2019"],
            occurred: "2019"
        ),
    ]
}
