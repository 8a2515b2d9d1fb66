// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
public import LedgerCommands

struct ImportEntries: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record a table, decision records or a file of entries: all of it or nothing.",
        discussion: Example.of(
            "jvctl import --example --dry-run",
            "jvctl import decisions.csv",
            "jvctl import decisions.csv --mapping decisions.map --dry-run",
            "jvctl import docs/decisions/",
            "jvctl import history.jsonl --dry-run",
            "jvctl import years.jsonl --batch 1000",
            saying: """
                A table (.csv) is a decision log, an action or RAID log, a list of posts and who holds them, or the \
                answers to a survey of who turns to whom. What its columns are taken to say is shown first; nothing \
                is recorded before you agree, on the terminal or with --yes. What is shown can be kept in a file, \
                put right, and given back with --mapping.

                Decision records in Markdown (.md, or a folder of them) are read as MADR and log4brains write them.

                Tables and records become reports: consents in them are reported, with the file as their source. \
                Organisations must be registered; no name becomes one by itself. Names of people are kept sealed.

                A file of entries (.jsonl) has one a line, as JSON: type, subject, occurred, sources, data and so on, \
                as io.jvledger.Ledger.Record takes them (jvctl introspect io.jvledger.Ledger). Up to 10,000 \
                entries and 16 MiB go in one call, which is all or nothing; more need --batch N, each batch \
                all or nothing.

                A line may name as #N the key that another line gets: lines are counted from 0, and it works \
                when the file goes in one call. A line without an id gets one that follows from its content, \
                so that importing a file twice adds nothing. An edited file is another: leave out of it what is \
                recorded already.

                --dry-run says of every line whether it would be recorded, refused and why, or remarked on.
                """
        )
    )

    @Argument(
        help: ArgumentHelp(
            "The file; several, or folders, of decision records; - for standard input.",
            valueName: "file"
        ),
        completion: .file()
    )
    var files: [String] = []

    @Flag(help: "Import the Mid Essex example, from the published sources, instead of a file.")
    var example = false

    @Option(
        help:
            "Only this part of the example, 1 to 3; each continues the one before, and the third is illustrations."
    )
    var part: Int?

    @Option(help: "What the file is written in: csv, madr or jsonl; by its name without it.")
    var format: ImportFormat?

    @Option(
        help: "What the columns of a table say: lines such as Heading = field, as the import shows them.",
        completion: .file()
    )
    var mapping: String?

    @Option(
        help: "The partners that consented, between commas or all, where decision records name only people."
    )
    var consents: String?

    @Flag(name: .shortAndLong, help: "Record a table or decision records without asking.")
    var yes = false

    @Option(help: "Record so many lines at a time; of a file of entries.")
    var batch: Int?

    @Option(
        name: .customLong("for"),
        help: "The organisation for which lines are recorded that do not say.",
        completion: .keys(of: .organisation)
    )
    var onBehalfOf: String?

    @Flag(name: .customLong("dry-run"), help: "Record nothing; say what would be recorded or refused.")
    var isDryRun = false

    @OptionGroup(title: "General") var common: CommonOptions

    private var chosenFormat: ImportFormat {
        format ?? files.first.map { ImportFormat(path: $0) } ?? .jsonl
    }

    func validate() throws {
        if example != files.isEmpty { throw ValidationError("Say which file to import, or --example.") }
        if let part, !example || !(1...3).contains(part) {
            throw ValidationError("--part is 1, 2 or 3, and goes with --example.")
        }
        if let batch, !(1...ImportFile.callEntries).contains(batch) {
            throw ValidationError("--batch is from 1 to \(ImportFile.callEntries).")
        }
        if files.count > 1, chosenFormat != .madr {
            throw ValidationError("Only decision records in Markdown are imported several files at a time.")
        }
        if batch != nil, chosenFormat != .jsonl {
            throw ValidationError("--batch goes with a file of entries.")
        }
        if consents != nil, chosenFormat != .madr {
            throw ValidationError(
                "--consents goes with decision records; a mapping of a table has @consents."
            )
        }
        if mapping != nil, chosenFormat != .csv { throw ValidationError("--mapping goes with a table.") }
    }

    func run(_ session: Session) async throws(Complaint) {
        let how = DraftImport(
            onBehalfOf: onBehalfOf,
            isConfirmed: yes || mapping != nil,
            isDryRun: isDryRun
        )
        switch chosenFormat {
        case .csv:
            let path = files.first ?? "-"
            let bytes = try InputFile(path: path).readAll(limit: CSVReader.maximumBytes)
            let name = path.split(separator: "/").last.map { String($0) } ?? path
            let text = try mapping.map { path throws(Complaint) in
                try InputFile(path: path).readAll(limit: TableMapping.maximumBytes)
            }
            try await session.importTable(
                bytes,
                name: path == "-" ? "standard input" : name,
                mapping: text,
                how
            )
        case .madr: try await session.importRecords(try RecordFile.read(files), consents: consents ?? "", how)
        case .jsonl: try await importEntries(session)
        }
    }

    private func importEntries(_ session: Session) async throws(Complaint) {
        let bytes =
            try files.first.map { path throws(Complaint) in
                try InputFile(path: path).readAll(limit: ImportFile.maximumBytes)
            } ?? exampleLines
        var entries = try ImportFile(bytes)
        if let onBehalfOf { entries.setDefault(onBehalfOf: onBehalfOf) }
        try await session.importFile(entries, batch: batch, isDryRun: isDryRun)
    }

    private var exampleLines: [UInt8] {
        let parts = [
            PackageResources.mid_essex_1_jsonl, PackageResources.mid_essex_2_jsonl,
            PackageResources.mid_essex_3_jsonl,
        ]
        return part.map { parts[$0 - 1] } ?? Array(parts.joined())
    }
}

extension ImportFormat: ExpressibleByArgument {}
