// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

/// What was known when, and what was so when.
@Suite struct TwoClocksTests {
    /// The questions that are asked, each as of a position.
    private static let questions: [(method: String, parameters: JSON)] = [
        ("io.jvledger.Decisions.List", [:]), ("io.jvledger.Decisions.Get", ["key": "D-0001"]),
        ("io.jvledger.Decisions.Why", ["key": "D-0001"]), ("io.jvledger.Roles.ListPosts", ["all": true]),
        ("io.jvledger.Roles.GetPost", ["key": "programme-manager"]),
        ("io.jvledger.Roles.GetBiography", ["key": "programme-manager"]),
        ("io.jvledger.Roles.GetFunding", [:]), ("io.jvledger.Roles.ListPartners", ["all": true]),
        ("io.jvledger.Boundary.ListActions", [:]), ("io.jvledger.Boundary.GetBrokers", [:]),
        ("io.jvledger.Boundary.GetJourney", [:]), ("io.jvledger.Boundary.ListClaims", [:]),
    ]

    private static let history: [JSON] = [
        entry("proposal.tabled", "decision/", ["title": "Fund a Programme Manager"], occurred: "2019-07"),
        entry(
            "post.defined",
            "post/programme-manager",
            [
                "title": "Programme Manager", "organisations": ["provide", "essex-county-council"],
                "boundarySpanning": true, "host": "provide", "from": "2019-08/2019-09", "decision": "D-0001",
            ],
            occurred: "2019-08/2019-09"
        ),
        entry(
            "boundary.action.recorded",
            "boundary/introduction",
            [
                "kind": "introduction", "title": "An introduction", "org": "programme-office",
                "fromOrganisation": "provide", "toOrganisation": "essex-county-council",
            ],
            occurred: "2012",
            ["sources": [["evidence": "REF"]]]
        ),
    ]

    /// What is recorded afterwards, of times before all that was recorded; it corrects and retracts earlier entries.
    private static func late(post: Int64, action: Int64) -> [JSON] {
        [
            entry(
                "boundary.action.recorded",
                "boundary/earlier",
                [
                    "kind": "brokering", "title": "A call", "org": "programme-office",
                    "fromOrganisation": "essex-county-council", "toOrganisation": "provide",
                ],
                occurred: "2010-05"
            ),
            entry("organisation.renamed", "organisation/provide", ["title": "Provide CIC"], occurred: "2011"),
            entry(
                "post.retitled",
                "post/programme-manager",
                ["title": "Joint Programme Manager", "from": "2020"],
                occurred: "2020"
            ),
            entry(
                "option.added",
                "decision/D-0001",
                ["option": 1, "title": "One post"],
                occurred: "2019-07"
            ),
            entry(
                "entry.corrected",
                "post/programme-manager",
                [
                    "entry": .integer(post), "explanation": "The minutes are of May",
                    "data": [
                        "title": "Manager", "organisations": ["provide", "essex-county-council"],
                        "boundarySpanning": true, "host": "provide", "from": "2019-05",
                        "occurred": ["date": "2019-05"],
                    ],
                ]
            ),
            entry(
                "entry.corrected",
                "evidence/REF",
                [
                    "entry": 5, "explanation": "It was published earlier",
                    "data": ["title": "Case study", "kind": "evaluation", "dated": "2020-03"],
                ]
            ),
            entry(
                "claim.disputed",
                "claim/",
                ["entries": [.integer(post), 6], "question": "Which was first?"]
            ),
            entry(
                "entry.retracted",
                "boundary/introduction",
                ["entry": .integer(action), "explanation": "It was another year"]
            ),
        ]
    }

    /// The ways to ask what was known at a position.
    private static func asOf(_ position: Int64) -> [[String: String]] {
        [
            ["knownAt": "@\(position)"], ["knownAt": "checkpoint:\(position + 1)"],
            ["knownAt": "@\(position)", "sourcedBy": "2020-12-31"],
        ]
    }

    /// The answers to all questions, as the ledger knew at each position below a size.
    private func answers(_ daemon: Daemon, below size: Int64) async throws -> [String] {
        let client = try await daemon.client(as: .office)
        var answers: [String] = []
        for position in 0..<size {
            for (method, question) in Self.questions {
                for asOf in Self.asOf(position) {
                    var parameters = question.object ?? JSONObject()
                    for (name, value) in asOf { parameters[name] = .string(value) }
                    if method == "io.jvledger.Decisions.Why" { parameters["sourcedBy"] = nil }
                    let answer: String
                    do {
                        let reply = try await client.call(method, parameters)
                        answer = try #require(JSON.object(reply).canonicalText())
                    } catch let error as VarlinkError {
                        answer = "\(error)"
                    }
                    answers.append("\(method) \(asOf.sorted { $0.key < $1.key }): \(answer)")
                }
            }
        }
        await client.close()
        return answers
    }

    @Test("a late import changes no answer known at an earlier position", .timeLimit(.minutes(5)))
    func lateImport() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let receipts = try await daemon.record(Self.history)
            let positions = receipts.compactMap { $0["position"]?.integer }
            try #require(positions.count == 3)
            let size = positions[2] + 1
            let before = try await answers(daemon, below: size)
            // The answers do tell one position from the next: no comparison below is of nothing with nothing.
            #expect(Set(before.map { $0.drop { $0 != ":" } }).count > Self.questions.count)

            try await daemon.record(Self.late(post: positions[1], action: positions[2]))
            let after = try await answers(daemon, below: size)
            for (old, new) in zip(before, after) where old != new { Issue.record("\(old)\n\(new)") }

            // And it does change what is known now.
            let now = try await daemon.call(
                "io.jvledger.Roles.GetPost",
                ["key": "programme-manager", "validAt": "2019-06-01"],
                as: .office
            )
            #expect(now["post"]?.object?.text("existence")?.hasPrefix("Exists") == true, "\(now)")
            let actions = try await daemon.call("io.jvledger.Boundary.ListActions", as: .office).objects(
                "actions"
            )
            #expect(actions.compactMap { $0.text("key") } == ["earlier"])

            // A restart answers all the same.
            #expect(await daemon.stop() == 0)
            try await daemon.start()
            #expect(try await answers(daemon, below: size) == before)
        }
    }

    @Test("asked what was known before recording began, it says when that was", .timeLimit(.minutes(5)))
    func beforeRecording() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding + Self.history)
            for verb in [
                ["decision", "list"], ["post", "list"], ["boundary", "list"], ["boundary", "brokers"],
                ["journey"],
                ["partner", "list"], ["body", "list"], ["organisation", "list"], ["role", "list"],
            ] {
                let outcome = try await daemon.jvctl(verb + ["--known-at", "2019-06-01"], as: .office)
                #expect(outcome.status == 0, "\(verb): \(outcome)")
                #expect(outcome.output.contains("recording began "), "\(verb): \(outcome)")
                #expect(outcome.output.contains("--sourced-by 2019-06-01"), "\(verb): \(outcome)")
                #expect(!outcome.output.contains("Programme Manager"), "\(verb): \(outcome)")
            }
        }
    }

    @Test(
        "valid at a date inside an imprecise one is possibly so",
        .timeLimit(.minutes(5)),
        arguments: [
            ("2019-07-31", "no", "Did not exist"), ("2019-08-15", "possibly", "Possibly existed"),
            ("2019-09-29", "possibly", "Possibly existed"), ("2019-10-01", "yes", "Exists"),
        ]
    )
    func impreciseDate(date: String, exists: String, words: String) async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding + Self.history)
            let reply = try await daemon.ask(
                "post",
                "show",
                "programme-manager",
                "--valid-at",
                date,
                as: .office
            )
            let post = try #require(reply["post"]?.object)
            #expect(post["row"]?.object?.text("exists") == exists)
            let shown = try await daemon.jvctl(
                "post",
                "show",
                "programme-manager",
                "--valid-at",
                date,
                as: .office
            )
            #expect(shown.output.contains(words), "\(shown)")
        }
    }
}
