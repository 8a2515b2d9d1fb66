// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What the answer to a subject access request comes to: what was shown, what was not, and why.
public struct SubjectAccessSummary: Sendable {
    /// The most entries with texts that are not shown of which each is named; the rest is counted.
    static let namedLimit = 1_000

    private var entries = 0
    private var shown = 0
    private var withheld: [(position: UInt64, names: [String])] = []
    private var erased: [(position: UInt64, names: [String])] = []
    private var withheldCount = 0
    private var erasedCount = 0
    private var erasures: [String] = []

    /// Of nothing so far.
    public init() {}

    /// Counts an entry, a `RecordedEntry` with its content.
    public mutating func add(_ reply: JSONObject, _ entry: LogEntry, _ content: JSONObject) {
        entries += 1
        shown += reply["disclosed"]?.object?.members.count ?? 0
        let hidden = reply.lines("withheld")
        withheldCount += hidden.count
        if !hidden.isEmpty, withheld.count < Self.namedLimit { withheld.append((entry.position, hidden)) }
        erasedCount += entry.erased.count
        if !entry.erased.isEmpty, erased.count < Self.namedLimit {
            erased.append((entry.position, entry.erased))
        }
        if entry.type == "erasure.executed", erasures.count < Self.namedLimit,
            let data = content["data"]?.object
        {
            erasures.append(
                "by entry \(entry.position) of \(DateText.day(content.line("recordedtime") ?? "")): "
                    + "\(data.line("basis") ?? ""); decided by: \(data.line("approvedBy") ?? "")"
            )
        }
    }

    /// The same as JSON.
    public var json: JSONObject {
        func list(_ texts: [(position: UInt64, names: [String])]) -> JSON {
            .array(
                texts.map {
                    [
                        "position": .integer(Int64(clamping: $0.position)),
                        "fields": .array($0.names.map { .string($0) }),
                    ]
                }
            )
        }
        return JSONObject(fields: [
            "entries": .number(entries), "disclosed": .number(shown), "withheld": list(withheld),
            "withheldCount": .number(withheldCount), "erased": list(erased),
            "erasedCount": .number(erasedCount),
        ])
    }

    /// The same in words.
    public var lines: [String] {
        let count = entries == 1 ? "1 entry concerns them" : "\(entries) entries concern them"
        var lines = ["\(count); \(Self.texts(shown)) shown."]
        if withheldCount > 0 {
            lines.append("Withheld from you: \(Self.texts(withheldCount)), which another reader may see.")
            lines += Self.named(withheld)
        } else {
            lines.append("Nothing in them is withheld from you.")
        }
        if erasedCount > 0 || !erasures.isEmpty {
            lines.append("Erased for good: \(Self.texts(erasedCount)).")
            lines += Self.named(erased) + erasures.map { "  \($0)" }
        } else {
            lines.append("Nothing in them was erased.")
        }
        return lines
    }

    private static func named(_ texts: [(position: UInt64, names: [String])]) -> [String] {
        texts.map { "  entry \($0.position): \($0.names.joined(separator: ", "))" }
    }

    private static func texts(_ count: Int) -> String {
        count == 1 ? "1 sealed text" : "\(count) sealed texts"
    }
}
