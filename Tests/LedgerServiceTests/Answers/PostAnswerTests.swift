// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

@testable import LedgerService

@Suite struct PostAnswerTests {
    private static let holder: JSON = [
        "assignment": "A-0001", "person": "P-0001", "name": "Ada Example", "label": "Programme Manager",
        "capacities": [["capacity": "substantive", "certainty": "yes", "position": 19]],
        "span": ["when": "1 Jan 2020 until 1 Jul 2020", "from": "2020-01-01", "to": "2020-07-01"],
        "certainty": "yes", "absent": "no", "position": 19,
    ]

    @Test func whetherAPostExistsIsSaidAsExactlyAsItIsKnown() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let answers: [(date: String, exists: JSON, sentence: JSON, vacant: JSON)] = [
            ("2019-07-31", "no", "Did not exist yet: agreed between 1 Aug and 30 Sep 2019.", "no"),
            ("2019-08-15", "possibly", "Possibly existed: agreed between 1 Aug and 30 Sep 2019.", "unknown"),
            ("2019-10-01", "yes", "Exists.", "unknown"),
            ("2020-03-01", "yes", "Exists.", "no"),
            ("2020-08-01", "yes", "Exists.", "yes"),
        ]
        for answer in answers {
            let parameters: JSON = ["key": "programme-manager", "validAt": .string(answer.date)]
            let reply = try await ledger.ask("Roles.GetPost", parameters)
            #expect(reply[path: "post", "row", "exists"] == answer.exists)
            #expect(reply[path: "post", "existence"] == answer.sentence)
            #expect(reply[path: "post", "row", "vacant"] == answer.vacant)
            #expect(reply[path: "post", "row", "title"] == "Programme Manager")
        }
    }

    @Test func aPostIsShownWithItsHolderAndWhoPays() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask(
            "Roles.GetPost",
            ["key": "programme-manager", "validAt": "2020-03-01"]
        )
        let council: JSON = ["key": "council", "name": "Essex County Council"]
        let provide: JSON = ["key": "provide", "name": "Provide"]
        let post: JSON = [
            "row": [
                "key": "programme-manager", "title": "Programme Manager", "exists": "yes",
                "span": ["when": "since between Aug and Sep 2019", "from": "2019-08/2019-09"],
                "jointlyFunded": true, "boundarySpanning": true, "holders": [Self.holder], "vacant": "no",
            ],
            "existence": "Exists.",
            "holding": "Held by P-0001 (substantive).",
            "titles": [["title": "Programme Manager", "certainty": "yes", "position": 17]],
            "organisations": [provide, council],
            "host": provide,
            "accountableTo": [council],
            "sharing": "single",
            "funding": [
                [
                    "post": "programme-manager", "title": "Programme Manager", "certainty": "yes",
                    "span": [
                        "when": "1 Oct 2019 until 1 Oct 2020", "from": "2019-10-01", "to": "2020-10-01",
                    ],
                    "total": ["minor": 5_000_001, "currency": "GBP"],
                    "shares": [
                        [
                            "organisation": council, "basisPoints": 5000,
                            "amount": ["minor": 2_500_001, "currency": "GBP"],
                        ],
                        [
                            "organisation": provide, "basisPoints": 5000,
                            "amount": ["minor": 2_500_000, "currency": "GBP"],
                        ],
                    ],
                    "decision": "D-0001", "position": 18,
                ]
            ],
            "decision": "D-0001",
            "entries": [17],
        ]
        #expect(reply == JSONObject(["post": post]))
    }

    @Test func postsThatAreGoneAreListedWhenAskedFor() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        try await ledger.record([
            entry("post.abolished", "post/programme-manager", ["reason": "merged"], occurred: "2021-03-31")
        ])
        #expect(try await ledger.ask("Roles.ListPosts").each("posts", "key") == [])
        #expect(try await ledger.ask("Roles.ListPosts", ["all": true]).each("posts", "exists") == ["no"])
        #expect(
            try await ledger.ask("Roles.ListPosts", ["validAt": "2021-03-01"]).each("posts", "exists") == [
                "yes"
            ]
        )
        let post = try await ledger.ask("Roles.GetPost", ["key": "programme-manager"])
        #expect(post[path: "post", "abolishedBecause"] == "merged")
        #expect(post[path: "post", "abolishedBy"] == 21)
        #expect(post[path: "post", "row", "title"] == "Programme Manager")
    }

    @Test func aBiographyTellsWhatHappenedInOrder() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let key: JSON = "programme-manager"
        let all = try await ledger.ask("Roles.GetBiography", ["key": key])
        #expect(
            all.each("events", "event") == [
                "defined", "funded", "appointed", "left", "vacant", "fundingEnded",
            ]
        )
        #expect(
            all.each("events", "date")
                == ["2019-08/2019-09", "2019-10-01", "2020-01-01", "2020-07-01", "2020-07-01", "2020-10-01"]
        )
        #expect(
            all[path: "events", "2"] == [
                "when": "1 Jan 2020", "date": "2020-01-01", "event": "appointed", "certainty": "yes",
                "shares": [],
                "assignment": "A-0001", "person": "P-0001", "name": "Ada Example",
                "label": "Programme Manager",
                "capacity": "substantive", "position": 19,
            ]
        )
        let then = try await ledger.ask("Roles.GetBiography", ["key": key, "validAt": "2019-09-01"])
        #expect(then.each("events", "event") == ["defined"])
    }

    @Test func theRosterCanBeNarrowedToAPersonOrABody() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let then: JSON = "2020-03-01"
        let all = try await ledger.ask("Roles.ListHolders", ["validAt": then])
        #expect(all.each("roles", "role") == ["post/programme-manager", "seat/council-1", "seat/provide-1"])
        #expect(all.each("roles", "vacant") == ["no", "no", "unknown"])
        #expect(all[path: "roles", "0", "holders"] == [Self.holder])
        let ben = try await ledger.ask("Roles.ListHolders", ["validAt": then, "person": "P-0002"])
        #expect(ben.each("roles", "role") == ["seat/council-1"])
        #expect(ben[path: "roles", "0", "holders", "0", "name"] == "Ben Example")
        let board = try await ledger.ask("Roles.ListHolders", ["validAt": then, "body": "board"])
        #expect(board.each("roles", "title") == [nil, "Provide's seat"])
        await #expect(throws: RolesInterface.error("NoSuchPerson", key: "P-0009")) {
            try await ledger.ask("Roles.ListHolders", ["person": "P-0009"])
        }
    }

    @Test func fundingAddsUpByOrganisation() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        let reply = try await ledger.ask("Roles.GetFunding", ["validAt": "2020-03-01"])
        #expect(reply.each("posts", "post") == ["programme-manager"])
        #expect(
            reply[path: "organisations", "0"] == [
                "organisation": ["key": "council", "name": "Essex County Council"], "basisPoints": 5000,
                "amounts": [["minor": 2_500_001, "currency": "GBP"]], "possibleBasisPoints": 0,
                "possibleAmounts": [],
            ]
        )
        let later = try await ledger.ask("Roles.GetFunding", ["validAt": "2021"])
        #expect(later == JSONObject(["posts": [], "organisations": []]))
    }

    @Test func anUnknownPostIsTheInterfacesOwnError() async throws {
        let ledger = try await AnsweringLedger.midEssex()
        for method in ["Roles.GetPost", "Roles.GetBiography"] {
            await #expect(throws: RolesInterface.error("NoSuchPost", key: "nobody")) {
                try await ledger.ask(method, ["key": "nobody"])
            }
        }
        let early = try await ledger.ask("Roles.GetPost", ["key": "programme-manager", "knownAt": "@5"])
        #expect(early == JSONObject(["note": "post/programme-manager was not recorded by then"]))
    }
}
