// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What is to be exported for other tools, and where to.
public struct FormattedExport: Sendable {
    /// The name that asks which tables there are.
    public static let listName = "list"
    private static let decisionPrefix = "decision/"

    /// The format.
    public var format: ExportFormat
    /// The file or directory; nil or `-` is standard output.
    public var output: String?
    /// Whether a file that exists is replaced.
    public var replaces = false
    /// The table, of CSV; nil for a directory of all.
    public var table: String?
    /// Which entries, of formats of entries; of decision records and the history the subject says which decision.
    public var query = LogQuery()
    /// The organisation that recorded or acted, of formats of entries.
    public var partner: String?
    /// Which network, as the parameters of `io.jvledger.Boundary.ListNetworkTies`.
    public var network = JSONObject()
    /// As of when.
    public var asOf = AsOfSettings()

    /// Everything in a format, to standard output.
    public init(_ format: ExportFormat) { self.format = format }

    /// Whether entries are asked for as they were recorded.
    private var isOfEntries: Bool { format.isOfEntries || format == .csv && table == ExportTable.entriesName }

    /// Whether it becomes a directory.
    var isDirectory: Bool { format == .madr || format == .csv && table == nil }

    /// The path of the file or directory; nil for standard output.
    var path: String? { output == "-" ? nil : output }

    /// The one decision that is asked for.
    var decision: String? { query.subject.map { String($0.dropFirst(Self.decisionPrefix.count)) } }

    /// Refuses what does not go together.
    func check() throws(Complaint) {
        let name = "--format \(format.rawValue)"
        if table == Self.listName, path != nil {
            throw .usage("--table list only says which tables there are")
        }
        if table != nil, format != .csv { throw .usage("--table goes with --format csv") }
        if !network.isEmpty, !format.isOfNetwork {
            throw .usage("which network is meant is said with --format graphml or dot")
        }
        if isDirectory, path == nil {
            throw .usage(
                "\(name) writes a directory: say which with --output DIRECTORY"
                    + (format == .csv ? ", or which table with --table NAME (--table list names them)" : "")
            )
        }
        if isDirectory, replaces { throw .usage("--force replaces files, and \(name) writes a directory") }
        guard !isOfEntries else {
            if asOf.validAt != nil || asOf.sourcedBy != nil {
                throw .usage(
                    "entries are as they were recorded: --known-at says up to when, and nothing else does"
                )
            }
            return
        }
        if query.range != nil || query.type != nil || partner != nil {
            throw .usage(
                "--range, --type and --partner choose entries: --format jsonl, cloudevents or csv --table entries"
            )
        }
        if let subject = query.subject {
            guard [.madr, .html].contains(format), subject.hasPrefix(Self.decisionPrefix) else {
                throw .usage(
                    "--subject chooses entries, or with --format madr or html one decision, as decision/KEY"
                )
            }
        }
    }
}

extension Session {
    /// Writes an export that other tools open, and says what was written.
    public func export(_ export: FormattedExport) async throws(Complaint) {
        try export.check()
        if export.format == .csv, export.table == FormattedExport.listName { return try answerTables() }
        switch export.format {
        case .jsonl, .cloudevents: try await exportEntries(export)
        case .csv: try await exportTables(export)
        case .madr: try await exportRecords(export)
        case .html: try await exportHistory(export)
        case .graphml, .dot: try await exportNetwork(export)
        }
    }

    /// As of when an export is asked for that takes several questions: all of them of the same entries.
    func pinned(_ asOf: AsOfSettings) async throws(Complaint) -> AsOfSettings {
        guard asOf.knownAt == nil else { return asOf }
        var asOf = asOf
        let size = try await call("io.jvledger.Ledger.List", ["limit": 1]).number("size") ?? 0
        asOf.knownAt = "checkpoint:\(max(1, size))"
        return asOf
    }

    /// Says what was written: with what was written, on standard error when the export itself is on standard output.
    func say(_ export: FormattedExport, _ facts: KeyValuePairs<String, JSON?>, _ lines: [String])
        throws(Complaint)
    {
        guard let path = export.path else {
            if !settings.isQuiet { Console.printError(lines) }
            return
        }
        var reply = JSONObject(fields: facts)
        reply["format"] = .string(export.format.rawValue)
        reply["output"] = .string(path)
        try answer(reply, lines.enumerated().map { $0 == 0 ? "\(DisplayText.line(path)): \($1)" : $1 })
    }
}
