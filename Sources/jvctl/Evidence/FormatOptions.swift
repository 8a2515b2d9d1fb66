// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
import CanonicalJSON
public import LedgerCommands

/// The options of an export in a format that other tools open.
struct FormatOptions: ParsableArguments {
    @Option(
        help: """
            jsonl and cloudevents (the entries), csv (tables), madr (decision records in Markdown), html \
            (a page to read), graphml and dot (the network).
            """
    )
    var format: ExportFormat?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to; a directory for madr, and for csv without --table. Standard output without it.",
            valueName: "file"
        ),
        completion: .file()
    )
    var output: String?

    @Option(
        help: "Of csv: which table; list names them.",
        completion: .list(["list"] + ExportTable.all.map(\.name))
    )
    var table: String?

    @Option(help: ArgumentHelp("Only entries at these positions.", valueName: "first[-last]"))
    var range: String?

    @Option(
        help: "Only entries on this stream, such as decision/D-0003; of madr and html the one decision.",
        completion: .references
    )
    var subject: String?

    @Option(
        help: "Only entries of this type, such as consent.given, or family, such as decision.",
        completion: .types
    )
    var type: String?

    @Option(
        help: "Only entries recorded for this organisation, or that say that it acted.",
        completion: .keys(of: .organisation)
    )
    var partner: String?

    @Option(name: .customLong("valid-at"), help: "The state of the world on that date, as best known now.")
    var validAt: String?

    @Option(
        name: .customLong("known-at"),
        help: "What the ledger held on that date; also @POSITION or checkpoint:SIZE."
    )
    var knownAt: String?

    @Option(name: .customLong("sourced-by"), help: "Only what sources dated by then support.")
    var sourcedBy: String?

    /// What is asked for; nil without a format.
    func export(_ network: NetworkOptions, replaces: Bool) throws(Complaint) -> FormattedExport? {
        guard let format else { return nil }
        var export = FormattedExport(format)
        export.output = output
        export.replaces = replaces
        export.table = table
        if let range { export.query.range = try LogRange(range) }
        export.query.subject = subject
        export.query.type = type
        export.partner = partner
        export.network = network.parameters
        export.asOf = AsOfSettings(validAt: validAt, knownAt: knownAt, sourcedBy: sourcedBy)
        return export
    }

    /// Whether something was said that only goes with a format.
    func isUsed(_ network: NetworkOptions) -> Bool {
        let given = [output, table, range, subject, type, partner, validAt, knownAt, sourcedBy]
        return given.contains { $0 != nil } || !network.parameters.isEmpty
    }
}

extension NetworkOptions {
    /// The parameters that say which network is meant.
    var parameters: JSONObject {
        JSONObject(fields: [
            "survey": .text(survey), "from": .text(since), "until": .text(until), "by": .text(by),
            "level": .text(level), "least": .number(least), "asAsked": .flag(asAsked),
        ])
    }
}

extension ExportFormat: ExpressibleByArgument {}
