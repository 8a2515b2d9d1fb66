// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ImportEntries: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record the entries of a file, all of them or none.",
        discussion: Example.of(
            "jvctl import --example --dry-run",
            "jvctl import history.jsonl --dry-run",
            "jvctl import years.jsonl --batch 1000",
            saying: """
                The file has one entry a line, as JSON: type, subject, occurred, sources, data and so on, as \
                io.jvledger.Ledger.Record takes them (jvctl introspect io.jvledger.Ledger). Up to 10,000 \
                entries and 16 MiB go in one call, which is all or nothing; more need --batch N, each batch \
                all or nothing.

                A line may name as #N the key that another line gets: lines are counted from 0, and it works \
                when the file goes in one call. A line without an id gets one that follows from its content, \
                so that importing a file twice adds nothing.
                """
        )
    )

    @Argument(help: "The file; - for standard input.")
    var file: String?

    @Flag(help: "Import the Mid Essex example, from the published sources, instead of a file.")
    var example = false

    @Option(help: "Only this part of the example, 1 or 2; the second continues the first.")
    var part: Int?

    @Option(help: "Record so many lines at a time.")
    var batch: Int?

    @Option(name: .customLong("for"), help: "The organisation for which lines are recorded that do not say.")
    var onBehalfOf: String?

    @Flag(name: .customLong("dry-run"), help: "Record nothing; say what would be recorded or refused.")
    var isDryRun = false

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if example == (file != nil) { throw ValidationError("Say which file to import, or --example.") }
        if let part, !example || !(1...2).contains(part) {
            throw ValidationError("--part is 1 or 2, and goes with --example.")
        }
        if let batch, !(1...ImportFile.callEntries).contains(batch) {
            throw ValidationError("--batch is from 1 to \(ImportFile.callEntries).")
        }
    }

    func run(_ session: Session) async throws(Complaint) {
        let bytes =
            try file.map { path throws(Complaint) in
                try InputFile(path: path).readAll(limit: ImportFile.maximumBytes)
            } ?? exampleLines
        var entries = try ImportFile(bytes)
        if let onBehalfOf { entries.setDefault(onBehalfOf: onBehalfOf) }
        try await session.importFile(entries, batch: batch, isDryRun: isDryRun)
    }

    private var exampleLines: [UInt8] {
        let parts = [PackageResources.mid_essex_1_jsonl, PackageResources.mid_essex_2_jsonl]
        return part.map { parts[$0 - 1] } ?? Array(parts.joined())
    }
}
