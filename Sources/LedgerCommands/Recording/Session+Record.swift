// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension Session {
    /// Records the drafts in one call: all of them or none.
    public func record(_ drafts: [Draft], _ settings: RecordingSettings) async throws(Complaint) -> Recorded {
        try await record(entries: try settings.entries(drafts), isDryRun: settings.isDryRun)
    }

    /// Records the drafts, and says which entries they became and what the rules remarked.
    public func recordAndSay(_ drafts: [Draft], _ settings: RecordingSettings) async throws(Complaint) {
        let recorded = try await record(drafts, settings)
        try answer(recorded, [recorded.line])
    }

    /// Records entries that are whole already.
    public func record(entries: [JSON], isDryRun: Bool) async throws(Complaint) -> Recorded {
        let reply = try await call(
            "io.jvledger.Ledger.Record",
            ["entries": .array(entries), "dryRun": .flag(isDryRun)]
        )
        return try Recorded(reply, count: entries.count, isDryRun: isDryRun)
    }

    /// Answers a recording verb: with the reply if JSON was asked for, else with the lines and what the rules
    /// remarked.
    public func answer(_ recorded: Recorded, _ lines: [String]) throws(Complaint) {
        let notes = settings.isQuiet ? [] : recorded.notes
        let preface = recorded.isDryRun && !lines.contains(recorded.line) ? [recorded.line] : []
        try answer(recorded.reply, preface + lines.map(DisplayText.line) + notes)
    }

    /// The description of a type.
    public func describe(_ type: String) async throws(Complaint) -> EventType {
        let reply = try await call("io.jvledger.Ledger.DescribeTypes", ["name": .string(type)])
        guard let described = reply["types"]?.array?.first.flatMap(EventType.init) else {
            throw Complaint(.failed, "there is no type \(type)", heading: "Not found", next: ["jvctl types"])
        }
        return described
    }

    /// Writes the JSON Schema of a type, for a validator to read.
    public func showSchema(of type: String) async throws(Complaint) {
        let reply = try await call("io.jvledger.Ledger.GetSchema", ["name": .string(type)])
        guard let text = reply["schema"]?.text, let schema = (try? JSON(parsing: text))?.object else {
            throw .unexpectedReply("schema")
        }
        let form: JSONForm = settings.json == .off ? .pretty : settings.json
        Console.print([form.text(schema) ?? text])
    }
}
