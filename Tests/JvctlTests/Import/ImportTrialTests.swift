// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

/// Finding every line that would be refused, although a call tells of one alone.
struct ImportTrialTests {
    private static let refusal = Complaint(.refused, "no")

    private func trial(_ lines: String...) throws -> ImportTrial {
        ImportTrial(try ImportFile(Array(lines.joined(separator: "\n").utf8)))
    }

    @Test("What is refused is left out with what refers to it, and the rest refers to each other as before")
    func leftOut() throws {
        var trial = try trial(
            #"{"type":"a","subject":"a/"}"#,
            #"{"type":"a","subject":"a/"}"#,
            ##"{"type":"b","subject":"a/#1"}"##,
            ##"{"type":"c","subject":"c/","data":{"k":["#2"]}}"##,
            #"{"type":"d","subject":"d/"}"#,
            ##"{"type":"e","subject":"d/#4","sources":[{"evidence":"#0"}]}"##
        )
        trial.refuse(1, Self.refusal)
        #expect(trial.kept == [0, 4, 5])
        #expect(trial.count == 3)
        let last = try #require(trial.entries.last?.object)
        #expect(last["subject"] == "d/#1")
        #expect(last["sources"] == [["evidence": "#0"]])
        #expect(
            trial.report == [
                "  line 2 (a a/): no", "  line 3 (b a/#1): left out, as it refers to line 2 (a a/)",
                "  line 4 (c c/): left out, as it refers to line 2 (a a/)",
            ]
        )
    }

    @Test("A row of a table is refused as a whole")
    func groups() throws {
        let drafted = try DraftFixtures.draft(
            "Decision,Date,Agreed by,Why\nA,2019,Provide,x\nB,2019,Provide,x\n"
        )
        var trial = ImportTrial(drafted.file)
        trial.refuse(3, Self.refusal)
        #expect(trial.kept == [0, 4, 5, 6])
        #expect(trial.entries.last?.object?["subject"] == "decision/#1")
        #expect(trial.report.count == 1)
    }

    @Test("Rows that are known to be wrong are told with the others")
    func problems() throws {
        let drafted = try DraftFixtures.draft("Decision,Date,Why\nA,soon,x\nB,2019,x\n")
        let trial = ImportTrial(drafted.file, drafted.problems)
        #expect(trial.count == 1)
        #expect(trial.report.first?.contains("line 2") == true)
        #expect(!trial.kept.isEmpty)
    }
}
