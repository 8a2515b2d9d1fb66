// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Export: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write every entry and the checkpoint over them, to be verified without the daemon.",
        discussion: Example.of(
            "jvctl export november.jsonl --decisions-csv",
            "jvctl export - | grep consent.given",
            saying: """
                FILE holds the entries, one to a line, each the exact bytes that are hashed. Beside it are \
                FILE.checkpoint, which is signed, and FILE.hashes, which only serves to say which entry is \
                wrong. To - go the entries alone; with --decisions-csv the register alone.
                """
        )
    )

    @Argument(help: "The file for the entries, or - for standard output.")
    var file: String

    @Flag(name: .customLong("decisions-csv"), help: "Also write the decision register for a spreadsheet.")
    var withDecisions = false

    @Flag(help: "Replace files that exist.")
    var force = false

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        guard file == "-" else {
            let paths = ExportPaths(entries: file)
            return try await session.export(to: paths, withDecisions: withDecisions, replaces: force)
        }
        if withDecisions {
            Console.write(try await session.decisionsCSV())
        } else {
            try await session.exportToOutput()
        }
    }
}
