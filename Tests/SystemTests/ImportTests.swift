// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// Tables and documents as people have them, from the file to the ledger.
struct ImportTests {
    private static let decisions = """
        Ref,Decision,Date,Decision Maker,Rationale,Alternatives Considered,Status
        D-0001,Create the post,late summer 2019,"Provide, Essex County Council",Best practice spreads,\
        Leave to each partner;Contract out,Approved
        D-0002,Move the office,03/04/2019,"Provide, Essex County Council",Too dear,,Rejected

        """

    private static let record = """
        ---
        status: "accepted"
        date: 2019-08-31
        decision-makers: Provide, Essex County Council
        ---
        # Share the referral form

        ## Considered Options

        * One form
        * Two forms

        ## Decision Outcome

        Chosen option: "One form", because it is shorter.

        """

    private func size(_ daemon: Daemon) async throws -> JSON? {
        try await daemon.call("io.jvledger.Admin.GetStatus")["size"]
    }

    @Test("a decision log: proposed, then recorded, and twice adds nothing", .timeLimit(.minutes(5)))
    func decisionLog() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let file = try daemon.directory.write("decisions.csv", Self.decisions)
            let proposed = try await daemon.jvctl("import", file, as: .office)
            #expect(proposed.status == 0, "\(proposed)")
            for word in [
                "decision log, 2 rows", "Rationale ", "= reason", "Nothing is recorded yet", "--yes",
            ] {
                #expect(proposed.output.contains(word), "\(proposed)")
            }
            #expect(try await size(daemon) == 8)

            let dry = try await daemon.jvctl("import", file, "--dry-run", as: .office)
            #expect(dry.status == 0, "\(dry)")
            #expect(dry.output.contains(" would be recorded, 0 refused"), "\(dry)")
            #expect(try await size(daemon) == 8)

            // What was printed is a mapping that can be given back.
            let mapping = try daemon.directory.write("decisions.map", proposed.output)
            let recorded = try await daemon.jvctl("import", file, "--mapping", mapping, as: .office)
            #expect(recorded.status == 0, "\(recorded)")
            #expect(recorded.output.contains("Recorded 8-"), "\(recorded)")
            let held = try await size(daemon)
            let again = try await daemon.jvctl("import", file, "--yes", as: .office)
            #expect(again.output.contains("Nothing new: "), "\(again)")
            #expect(try await size(daemon) == held)

            let shown = try await daemon.jvctl("decision", "show", "D-0001", as: .office)
            for word in ["ADOPTED", "late summer 2019", "reported", "1 Create the post (chosen)"] {
                #expect(shown.output.contains(word), "\(shown)")
            }
        }
    }

    @Test(
        "an import that is refused in the middle leaves nothing, and every line of it is told",
        .timeLimit(.minutes(5))
    )
    func refused() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let file = try daemon.directory.write(
                "decisions.csv",
                """
                Decision,Date,Consents,Reason
                One,2019-05,"provide, essex-county-council",x
                Two,2019-06,provide,x
                Three,2019-07,"provide, essex-county-council",x
                Four,2019-08,essex-county-council,x

                """
            )
            let refused = try await daemon.jvctl("import", file, "--yes", as: .office)
            #expect(refused.status == 65, "\(refused)")
            #expect(refused.errors.contains("line 3 (decision.adopted decision/)"), "\(refused)")
            #expect(refused.errors.contains("Nothing was recorded"), "\(refused)")
            #expect(try await size(daemon) == 8)
            let dry = try await daemon.jvctl("import", file, "--dry-run", as: .office)
            #expect(dry.status == 65, "\(dry)")
            #expect(dry.output.contains("2 refused"), "\(dry)")
            #expect(dry.output.contains("line 3 (decision.adopted"), "\(dry)")
            #expect(dry.output.contains("line 5 (decision.adopted"), "\(dry)")
            let unknown = try daemon.directory.write(
                "other.csv",
                "Decision,Date,Consents,Reason\nOne,2019,Acme Ltd,x\n"
            )
            let problem = try await daemon.jvctl("import", unknown, "--yes", as: .office)
            #expect(problem.status == 65, "\(problem)")
            #expect(problem.errors.contains("Next: jvctl organisation add acme-ltd"), "\(problem)")
            #expect(try await size(daemon) == 8)
        }
    }

    @Test("posts and holders, with names sealed", .timeLimit(.minutes(5)))
    func posts() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let file = try daemon.directory.write(
                "posts.csv",
                "Post,Holder,Organisation,From\nLead Officer,Jo Doe,Provide,Oct 2019\nAnalyst,Vacant,Provide,\n"
            )
            for text in ["Recorded 8-", "Nothing new: "] {
                let outcome = try await daemon.jvctl("import", file, "--yes", as: .office)
                #expect(outcome.status == 0, "\(outcome)")
                #expect(outcome.output.contains(text), "\(outcome)")
            }
            let listed = try await daemon.jvctl("role", "list", as: .office)
            #expect(listed.output.contains("lead-officer"), "\(listed)")
            let person = try await daemon.call("io.jvledger.Ledger.Get", ["position": 10], as: .office)
            let text = try #require(person["entry"]?.object?.text("text"))
            #expect(text.contains("person.registered"))
            #expect(!text.contains("Jo Doe"))
        }
    }

    @Test("decision records in Markdown, from a folder", .timeLimit(.minutes(5)))
    func records() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let folder = daemon.directory.file("records")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            _ = try daemon.directory.write("records/D-0004.md", Self.record)
            _ = try daemon.directory.write("records/README.md", "# About these records\n")
            for text in ["Recorded 8-", "Nothing new: "] {
                let outcome = try await daemon.jvctl("import", folder, "--yes", as: .office)
                #expect(outcome.status == 0, "\(outcome)")
                #expect(outcome.output.contains(text), "\(outcome)")
            }
            let shown = try await daemon.jvctl("decision", "show", "D-0004", as: .office)
            #expect(shown.output.contains("1 One form (chosen)"), "\(shown)")
            #expect(shown.output.contains("ADOPTED"), "\(shown)")
        }
    }

    @Test("a file of entries: every refused line is told, not the first alone", .timeLimit(.minutes(5)))
    func entries() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let file = try daemon.directory.write(
                "entries.jsonl",
                """
                {"type":"finding.recorded","subject":"finding/","data":{"title":"One"}}
                {"type":"finding.recorded","subject":"finding/","data":{}}
                {"type":"proposal.tabled","subject":"decision/","data":{"title":"Two","because":["finding/#1"]}}
                {"type":"finding.recorded","subject":"finding/","data":{"titel":"Three"}}
                {"type":"proposal.tabled","subject":"decision/","data":{"title":"Four","because":["finding/#0"]}}

                """
            )
            let dry = try await daemon.jvctl("import", file, "--dry-run", as: .office)
            #expect(dry.status == 65, "\(dry)")
            #expect(dry.output.contains("2 would be recorded, 3 refused"), "\(dry)")
            #expect(dry.output.contains("line 2 (finding.recorded finding/)"), "\(dry)")
            #expect(
                dry.output.contains("line 3 (proposal.tabled decision/): left out, as it refers to line 2"),
                "\(dry)"
            )
            #expect(dry.output.contains("line 4 (finding.recorded finding/)"), "\(dry)")
            #expect(try await size(daemon) == 8)
        }
    }

    @Test("a verb without what it needs says so, where nobody can be asked", .timeLimit(.minutes(5)))
    func notAsked() async throws {
        let verbs = [
            ["decision", "propose"], ["decision", "adopt"], ["boundary", "record"], ["role", "assign"],
            ["commitment", "assign"],
            ["record", "finding.recorded"],
        ]
        for verb in verbs {
            let outcome = try await Command([Command.control] + verb).run()
            #expect(outcome.status == 2, "\(outcome)")
            #expect(outcome.errors.contains("Missing expected argument"), "\(outcome)")
            #expect(
                outcome.errors.contains(
                    "Usage: jvctl \(verb.prefix(verb[0] == "record" ? 1 : 2).joined(separator: " "))"
                )
            )
        }
    }
}
