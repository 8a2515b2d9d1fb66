// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Which entries are asked for.
public struct LogQuery: Sendable {
    /// The most entries of one page: as many of the longest ones fit a message of 16 MiB.
    static let pageLimit = 100

    /// The positions; nil for all.
    public var range: LogRange?
    /// Only those on this stream.
    public var subject: String?
    /// Only those of this type or family.
    public var type: String?
    /// Only those that the ledger held: at a date, at `@POSITION` or at `checkpoint:SIZE`.
    public var knownAt: String?
    /// Whether the disclosures come with them.
    var wantsDisclosures = false
    /// At most so many: the first of a range, else the last of the ledger.
    public var lines: Int?

    /// All entries.
    public init() {}
}

extension Session {
    /// Hands over the entries in the order of their positions, a page at a time.
    public func log(_ query: LogQuery, _ body: ([JSONObject]) throws(Complaint) -> Void)
        async throws(Complaint)
    {
        var from = query.range?.first ?? 0
        while true {
            let page = try await page(query, from: from)
            let entries = page.objects("entries").filter { entry in
                guard let last = query.range?.last, let position = entry.number("position") else {
                    return true
                }
                return UInt64(position) <= last
            }
            try body(entries)
            guard let next = page.number("next").flatMap({ UInt64(exactly: $0) }), next > from,
                next <= query.range?.last ?? UInt64.max
            else { return }
            from = next
        }
    }

    /// The last entries that the query asks for, in the order of their positions.
    public func lastEntries(_ query: LogQuery, _ count: Int) async throws(Complaint) -> [JSONObject] {
        var query = query
        if query.range == nil, query.subject == nil, query.type == nil {
            let size = try await call("io.jvledger.Ledger.List", ["limit": .number(1)]).number("size") ?? 0
            query.range = try LogRange("\(max(0, size - Int64(count)))-")
        }
        var last: [JSONObject] = []
        try await log(query) { entries in
            last = Array((last + entries).suffix(count))
        }
        return last
    }

    private func page(_ query: LogQuery, from: UInt64) async throws(Complaint) -> JSONObject {
        var limit = LogQuery.pageLimit
        if let last = query.range?.last, query.subject == nil, query.type == nil {
            limit = Int(min(UInt64(limit), last - from + 1))
        }
        return try await call(
            "io.jvledger.Ledger.List",
            [
                "from": .integer(Int64(from)),
                "limit": .number(limit),
                "subject": .text(query.subject),
                "type": .text(query.type),
                "knownAt": .text(query.knownAt),
                "disclosures": .flag(query.wantsDisclosures),
            ]
        )
    }
}

extension Session {
    /// Prints entries as one table, or as one JSON object that holds them.
    public func print(_ entries: [JSONObject]) throws(Complaint) {
        let reply = JSONObject(fields: ["entries": .array(entries.map { .object($0) })])
        var table = LogEntry.table()
        for entry in entries.compactMap(LogEntry.init) { table.append(entry.cells) }
        try answer(reply, table, orNone: "No such entries.")
    }

    /// Prints entries page by page, so that a long log needs no memory; as JSON one entry a line.
    public func printPages(_ query: LogQuery) async throws(Complaint) {
        var count = 0
        try await log(query) { entries in
            if settings.json != .off {
                Console.print(entries.compactMap { settings.json.text($0) })
            } else {
                var table = LogEntry.table()
                for entry in entries.compactMap(LogEntry.init) { table.append(entry.cells) }
                let hasLegend = settings.hasLegend && count == 0
                Console.print(table.lines(width: settings.terminal.width, hasLegend: hasLegend))
            }
            count += entries.count
        }
        if count == 0, settings.json == .off { Console.print(["No such entries."]) }
    }
}
