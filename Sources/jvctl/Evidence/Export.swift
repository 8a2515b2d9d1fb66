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
            "jvctl export november.jsonl --witnessed",
            "jvctl export --tiles november.tiles",
            saying: """
                FILE holds the entries, one to a line, each the exact bytes that are hashed. Beside it are \
                FILE.checkpoint, which is signed, and FILE.hashes, which only serves to say which entry is \
                wrong. To - go the entries alone; with --decisions-csv the register alone.
                """
        )
    )

    @Argument(help: "The file for the entries, or - for standard output.")
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Write a directory in the layout of C2SP tlog-tiles instead, for tools of transparency logs.",
            valueName: "directory"
        )
    )
    var tiles: String?

    @Flag(help: "Up to the latest checkpoint that a witness cosigned.")
    var witnessed = false

    @Flag(name: .customLong("decisions-csv"), help: "Also write the decision register for a spreadsheet.")
    var withDecisions = false

    @Flag(help: "Replace files that exist.")
    var force = false

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        guard (file == nil) != (tiles == nil) else {
            throw ValidationError("Say where to: a FILE, - for standard output, or --tiles DIRECTORY.")
        }
        if tiles != nil, withDecisions || force {
            throw ValidationError("--decisions-csv and --force go with a FILE.")
        }
    }

    func run(_ session: Session) async throws(Complaint) {
        if let tiles { return try await session.exportTiles(to: tiles, isWitnessed: witnessed) }
        guard let file, file != "-" else {
            return withDecisions
                ? Console.write(try await session.decisionsCSV()) : try await session.exportToOutput()
        }
        let paths = ExportPaths(entries: file)
        try await session.export(
            to: paths,
            withDecisions: withDecisions,
            replaces: force,
            isWitnessed: witnessed
        )
    }
}
