// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

/// Decision records in Markdown, as MADR and log4brains write them.
struct DecisionRecordTests {
    private static let madr4 = """
        ---
        status: "accepted"
        date: 2019-08-31
        decision-makers: Provide, Essex County Council
        consulted: [Age UK]
        ---

        # Create a jointly funded Programme Manager post

        ## Context and Problem Statement

        How should best practice keep spreading across **both** partners?

        ## Decision Drivers

        * Cost

        ## Considered Options

        * Jointly funded boundary-spanning post
        * [Leave to each partner](#leave)

        ## Decision Outcome

        Chosen option: "Jointly funded boundary-spanning post", because it consolidates diffusion
        of best practice.

        ### Consequences

        * Good, because one person answers to both
        * Bad, because it costs more

        ## Pros and Cons of the Options

        ### Leave to each partner

        * Good, because nothing changes
        * Bad, because nothing changes
        """

    private static let log4brains = """
        # Use one referral form

        - Status: superseded by [0007](0007-two-forms.md)
        - Deciders: Provide
        - Date: 2018-05-02

        ## Considered Options

        1. One form
        2. Two forms

        ## Decision Outcome

        Chosen option: "[option 1]", because it is shorter.
        """

    private func file(_ text: String, _ name: String = "D-0004.md") throws -> RecordFile {
        RecordFile(
            name: name,
            digest: String(repeating: "0", count: 64),
            record: try DecisionRecord(Array(text.utf8))
        )
    }

    private func draft(_ files: RecordFile...) throws -> DraftedImport {
        try DraftedImport(files, types: DraftFixtures.types, parties: DraftFixtures.parties)
    }

    @Test("MADR 4: front matter, context, options, what speaks for and against them, and the outcome")
    func madr() throws {
        let drafted = try draft(file(Self.madr4))
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(
            drafted.types == [
                "evidence.registered", "proposal.tabled", "option.added", "option.argued", "option.argued",
                "option.added", "option.argued", "option.argued", "consent.given", "consent.given",
                "decision.adopted",
            ]
        )
        #expect(drafted.file.lines[1].subject == "decision/D-0004")
        let question = drafted.data("proposal.tabled").first?["question"]?.text ?? ""
        #expect(question.hasPrefix("How should best practice keep spreading across both partners?"))
        #expect(drafted.data("option.added").map { $0["title"] }.last == "Leave to each partner")
        #expect(drafted.data("option.argued").map { $0["stance"] } == ["for", "against", "for", "against"])
        let adopted = try #require(drafted.entries("decision.adopted").first)
        #expect(adopted["occurred"] == ["date": "2019-08-31"])
        #expect(adopted["data"]?.object?["reason"] == "it consolidates diffusion of best practice.")
        #expect(adopted["data"]?.object?["option"] == 1)
        #expect(drafted.remarks.contains("Who was consulted and informed is not recorded."))
    }

    @Test("log4brains: the list below the title, and what replaces it once both are there")
    func superseded() throws {
        let text = Self.log4brains.replacing("[option 1]", with: "One form")
        let next =
            "# Two forms\n\n- Status: accepted\n- Deciders: Provide\n- Date: 2019\n\n## Decision Outcome\n\n"
            + "Chosen option: Two forms, because one was too long\n"
        let drafted = try draft(file(text, "0003-one-form.md"), file(next, "0007-two-forms.md"))
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.types.last == "decision.superseded")
        #expect(drafted.file.lines.last?.subject == "decision/ADR-0003")
        #expect(drafted.data("decision.superseded") == [JSONObject([("decision", "ADR-0007")])])
        #expect(drafted.data("proposal.tabled").map { $0["organisation"] } == ["provide", "provide"])
    }

    @Test("MADR 2: consequences by which way they speak, with comments left out")
    func consequences() throws {
        let drafted = try draft(
            file(
                """
                # Do it <!-- soon -->

                * Status: proposed

                ## Considered Options

                * A

                ## Decision Outcome

                Chosen option: "A", because B.

                ### Positive Consequences <!-- optional -->

                * Cheaper

                ### Negative Consequences

                * Slower
                """
            )
        )
        #expect(drafted.data("option.argued").map { $0["stance"] } == ["for", "against"])
        #expect(drafted.data("proposal.tabled").first?["title"] == "Do it")
    }

    @Test("An outcome that names none of the options is a problem")
    func otherOption() throws {
        let drafted = try draft(file(Self.log4brains, "0003-one-form.md"))
        #expect(drafted.problems.first?.message.contains("none of the considered options") == true)
    }

    @Test("A record without a status is proposed, never accepted")
    func noStatus() throws {
        let drafted = try draft(file("# Do it\n\n## Considered Options\n\n* A\n* B\n"))
        #expect(drafted.types == ["evidence.registered", "proposal.tabled", "option.added", "option.added"])
        #expect(drafted.remarks.contains { $0.contains("taken as proposed") })
    }

    @Test("Where front matter and list disagree, nothing is recorded")
    func disagreement() throws {
        let drafted = try draft(file("---\nstatus: rejected\n---\n# Do it\n\n- Status: accepted\n"))
        #expect(drafted.problems.map(\.line) == [2])
        #expect(drafted.problems.first?.message.contains("line 6 says accepted") == true)
    }

    @Test(
        "Every status that records have is understood",
        arguments: [
            ("proposed", "proposal.tabled"), ("rejected", "decision.rejected"),
            ("deprecated", "decision.adopted"),
            ("Accepted", "decision.adopted"),
        ]
    )
    func statuses(status: String, last: String) throws {
        let drafted = try draft(
            file("# Do it\n\n## Status\n\n\(status)\n\n## Decision Outcome\n\nChosen option: A, because B\n")
        )
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.types.contains(last))
    }

    @Test("Where a record names people, it is said which partners consented, or it is a problem")
    func people() throws {
        let text = Self.madr4.replacing("Provide, Essex County Council", with: "Jo Doe, Al Roe")
        #expect(try draft(file(text)).problems.count == 2)
        let drafted = try DraftedImport(
            [file(text)],
            consents: "all",
            types: DraftFixtures.types,
            parties: DraftFixtures.parties
        )
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.data("consent.given").count == 2)
    }

    @Test("A file that is no decision record is a problem")
    func noRecord() throws {
        let drafted = try draft(file("# Shopping\n\n* Milk\n", "list.md"))
        #expect(drafted.problems.first?.text.hasPrefix("list.md line 1: it is no decision record") == true)
        #expect(drafted.file.lines.isEmpty)
    }

    @Test("Bytes of any kind are read or refused", arguments: 0..<200)
    func fuzzed(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var bytes = Array(Self.madr4.utf8)
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes[place] = UInt8.random(in: 0x0A...0x7E, using: &random)
            } else {
                bytes.remove(at: place)
            }
        }
        guard let record = try? DecisionRecord(bytes) else { return }
        let file = RecordFile(name: "D-0001.md", digest: String(repeating: "0", count: 64), record: record)
        let drafted = try draft(file)
        #expect(drafted.file.lines.allSatisfy { $0.entry["id"] != nil }, "seed \(seed)")
    }
}
