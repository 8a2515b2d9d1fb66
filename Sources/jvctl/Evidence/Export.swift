// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct Export: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the ledger: to be verified without the daemon, or for other tools.",
        discussion: Example.of(
            "jvctl export --pack november.tar --receiver external-audit",
            "jvctl export --pack D-0003.tar --receiver council --decision D-0003",
            "jvctl export november.jsonl --decisions-csv",
            "jvctl export - | grep consent.given",
            "jvctl export november.jsonl --witnessed",
            "jvctl export --tiles november.tiles",
            "jvctl export --format csv --output tables/",
            "jvctl export --format csv --table consents --output consents.csv",
            "jvctl export --format madr --output docs/decisions --known-at 2024-03-31",
            "jvctl export --format html --output history.html",
            "jvctl export --format html --subject decision/D-0003 --valid-at 2019-12-31 --output D-0003.html",
            "jvctl export --format cloudevents --type decision --output decisions.json",
            "jvctl export --format dot --survey SV-0001 | dot -Tsvg -o advice.svg",
            saying: """
                A pack (--pack) is what an auditor takes away: one tar file with the entries, the signed checkpoint, \
                proofs, what became of every sealed text, tables and a page to read, and a manifest that says what was \
                left out. It holds the whole ledger, or with --range, --decision, --partner or --person a part of it. \
                That it was written is recorded, and the pack proves that too. jvctl verify checks it without a \
                daemon, VERIFY.txt in it says how to do so by hand. The key must come to the receiver by another way.

                FILE holds the entries, one to a line, each the exact bytes that are hashed. Beside it are \
                FILE.checkpoint, which is signed, and FILE.hashes, which only serves to say which entry is \
                wrong. To - go the entries alone; with --decisions-csv the register alone.

                With --format it is written for other tools instead, as of any date: jsonl and cloudevents are \
                the entries, in their exact bytes, all or those that are asked for, and it is said how many were \
                left out. csv is one table (--table list names them) or a directory of all, with formulas made \
                harmless for spreadsheets. madr is a directory of decision records that log4brains shows and \
                jvctl import reads. html is one page to read or print: the register, each decision with who consented \
                how, posts and their holders, what was erased or withheld, and how it was verified; a browser opens \
                it without a network. graphml and dot are the network of jvctl network ties. None of them proves \
                anything: that is what --pack, FILE and --tiles are for.
                """
        )
    )

    @Argument(help: "The file for the entries, or - for standard output.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Write a directory in the layout of C2SP tlog-tiles instead, for tools of transparency logs.",
            valueName: "directory"
        ),
        completion: .directory
    )
    var tiles: String?

    @Flag(help: "Up to the latest checkpoint that has the cosignatures which the witness policy asks for.")
    var witnessed = false

    @Flag(name: .customLong("decisions-csv"), help: "Also write the decision register for a spreadsheet.")
    var withDecisions = false

    @Flag(help: "Replace files that exist.")
    var force = false

    @OptionGroup(title: "An audit pack") var packed: PackOptions
    @OptionGroup(title: "For other tools; --range, --partner and --valid-at also of a pack")
    var formatted: FormatOptions
    @OptionGroup(title: "Which network, of graphml and dot") var network: NetworkOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        let kinds = [file != nil, tiles != nil, formatted.format != nil, packed.pack != nil]
        guard kinds.count(where: \.self) == 1 else {
            throw ValidationError(
                """
                Say where to: --pack FILE, a FILE for the entries, - for standard output, --tiles DIRECTORY, or \
                --format FORMAT --output FILE.
                """
            )
        }
        if packed.pack != nil { return try validatePack() }
        if packed.isUsed {
            throw ValidationError("--receiver, --decision, --person and --disclose go with --pack FILE.")
        }
        if formatted.format == nil, formatted.isUsed(network) {
            throw ValidationError("Filters, --output and as of when go with --format FORMAT.")
        }
        if file == nil, withDecisions { throw ValidationError("--decisions-csv goes with a FILE.") }
        if tiles != nil, force {
            throw ValidationError("--force replaces files, and --tiles writes a directory.")
        }
        if formatted.format != nil, witnessed {
            throw ValidationError("--witnessed goes with a FILE or --tiles: only these have a checkpoint.")
        }
    }

    private func validatePack() throws {
        guard packed.receiver != nil else {
            throw ValidationError(
                "Say for whom the pack is: --receiver KEY, such as external-audit. It is recorded."
            )
        }
        if withDecisions {
            throw ValidationError("A pack has the register among its tables: leave --decisions-csv out.")
        }
        let others = [
            formatted.output, formatted.table, formatted.subject, formatted.type, formatted.knownAt,
        ]
        if (others + [formatted.sourcedBy]).contains(where: { $0 != nil }) || !network.parameters.isEmpty {
            throw ValidationError(
                "A pack is of the latest checkpoint: of filters it takes --range, --decision, --partner or --person."
            )
        }
    }

    func run(_ session: Session) async throws(Complaint) {
        if let request = try packed.request(formatted) {
            var request = request
            request.isWitnessed = witnessed
            request.validAt = formatted.validAt
            request.replaces = force
            return try await session.exportPack(request)
        }
        if let export = try formatted.export(network, replaces: force) {
            return try await session.export(export)
        }
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
