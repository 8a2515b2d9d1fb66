// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// An entry as `io.jvledger.Ledger` returns it, read for people.
public struct LogEntry: Sendable {
    /// The fields that say best what an entry is about, best first.
    private static let telling = [
        "title", "label", "name", "reason", "text", "statement", "topic", "note", "explanation", "findings",
        "nature", "basis",
        "origin",
        "org", "organisation", "role", "result", "outcome",
    ]

    /// The position.
    public let position: UInt64
    private let entry: JSONObject
    private let disclosed: JSONObject
    private let reply: JSONObject

    /// Reads a `RecordedEntry`; nil if its text is not an entry.
    public init?(_ reply: JSONObject) {
        guard let position = reply.number("position").flatMap({ UInt64(exactly: $0) }),
            let text = reply["text"]?.text, let entry = (try? JSON(parsing: text))?.object
        else { return nil }
        self.position = position
        self.entry = entry
        self.reply = reply
        disclosed = reply["disclosed"]?.object ?? JSONObject()
    }

    /// The whole entry, as it was recorded.
    var content: JSONObject { entry }

    private var data: JSONObject { entry["data"]?.object ?? JSONObject() }

    /// The short name of the type: `io.jvledger.decision.adopted.v1` is `decision.adopted`.
    public var type: String {
        let type = entry.line("type") ?? ""
        let parts = type.split(separator: ".")
        guard type.hasPrefix("io.jvledger."), parts.count > 3, parts.last?.first == "v" else { return type }
        return parts.dropFirst(2).dropLast().joined(separator: ".")
    }

    /// What it is about.
    public var subject: String { entry.line("subject") ?? "" }

    /// When it happened, in the source's words or as EDTF; for an entry without a date, when it was recorded.
    public var when: String {
        guard let occurred = data["occurred"]?.object else {
            return DateText.day(entry.line("recordedtime") ?? "")
        }
        let text = occurred.line("words") ?? occurred.line("date") ?? ""
        return occurred.line("basis").map { "\(text) \($0)" } ?? text
    }

    /// What it says, in a few words.
    public var summary: String {
        let told = Self.telling.lazy.compactMap { disclosed.line($0) ?? data.line($0) }.first
        return [told ?? hidden, remarks].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What stands for a text that the caller may not read, if there is one.
    private var hidden: String { reply.lines("withheld").isEmpty ? "" : Withheld.text }

    /// The names of the texts that were erased.
    var erased: [String] { reply.lines("erased") }

    /// The texts that were erased, and the entries that say so, in words.
    private var erasure: String? {
        guard !erased.isEmpty else { return nil }
        let positions = PositionList.text(Array(Set(reply.positions("erasedBy"))))
        return erased.joined(separator: ", ")
            + (positions.isEmpty ? "" : " (entry \(positions) says by what right)")
    }

    private var remarks: String {
        var remarks = erased.isEmpty ? [] : ["[erased: \(erased.joined(separator: ", "))]"]
        if reply.isSet("retracted") {
            remarks.append("[retracted]")
        } else if let position = reply.number("amendedBy") {
            remarks.append("[corrected by \(position)]")
        }
        if let dispute = reply.line("dispute") { remarks.append("[disputed: \(dispute)]") }
        return remarks.joined(separator: " ")
    }

    /// The cells of its row in the log.
    public var cells: [String] { ["\(position)", when, type, subject, summary] }

    /// The log as a table, without rows yet.
    public static func table() -> Table { Table("ENTRY", "WHEN", "TYPE", "SUBJECT", "WHAT") }

    /// Its line when the ledger is followed.
    public var line: String { cells.filter { !$0.isEmpty }.joined(separator: "  ") }

    /// All that it holds, for people.
    public var details: [String] {
        var facts = Labelled()
        facts.add("Entry", "\(position)")
        facts.add("Type", type)
        facts.add("Subject", "\(subject) (version \(entry.number("streamversion") ?? 0))")
        facts.add("Happened", data["occurred"] == nil ? nil : when)
        facts.add("Recorded", entry.line("recordedtime").map(DateText.minute))
        let recorder = "\(entry.line("authtype") ?? "") \(entry.line("authid") ?? "")"
        facts.add("Recorder", entry.line("onbehalfof").map { "\(recorder) for \($0)" } ?? recorder)
        facts.add("Readers", entry.line("dataclassification"))
        facts.add("Sources", data.objects("sources").map(source))
        for member in data.members where !["occurred", "sources", "sealed", "_sd"].contains(member.name) {
            facts.add(member.name, Self.value(member.value))
        }
        for member in disclosed.members { facts.add(member.name, Self.value(member.value) + " (sealed)") }
        facts.add("Withheld", reply.lines("withheld").joined(separator: ", "))
        facts.add("Erased", erasure)
        facts.add("Warnings", entry.line("warnings").map { "rules \($0)" })
        facts.add("Remarks", remarks)
        facts.add("Id", entry.line("id"))
        facts.add("Leaf hash", reply.line("leafHash"))
        return facts.lines
    }

    private func source(_ source: JSONObject) -> String {
        [source.line("evidence"), source.line("locator")].compactMap(\.self).joined(separator: " ")
    }

    /// Sealed texts that an erasure names, each as POSITION:NAME; nil for any other list.
    private static func sealedTexts(_ value: JSON) -> String? {
        let items = value.array ?? []
        let names = items.compactMap(\.object).compactMap { item in
            item.number("position").flatMap { position in item.line("field").map { "\(position):\($0)" } }
        }
        return names.isEmpty || names.count != items.count ? nil : names.joined(separator: ", ")
    }

    private static func value(_ value: JSON) -> String {
        if let text = value.text { return DisplayText.line(text) }
        if let items = value.array, !items.isEmpty, items.allSatisfy({ $0.text != nil }) {
            return items.compactMap(\.text).map(DisplayText.line).joined(separator: ", ")
        }
        if let texts = sealedTexts(value) { return texts }
        return DisplayText.line(String(decoding: value.compactBytes(), as: UTF8.self))
    }
}
