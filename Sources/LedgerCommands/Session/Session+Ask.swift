// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension Session {
    /// Asks a question as of some time.
    public func ask(
        _ method: String,
        _ parameters: KeyValuePairs<String, JSON?> = [:],
        _ asOf: AsOfSettings = AsOfSettings()
    ) async throws(Complaint) -> JSONObject {
        try await call(method, asOf.added(to: JSONObject(fields: parameters)))
    }

    /// Answers with a table; or, when it is empty, with the ledger's note or what there is none of.
    public func answer(
        _ reply: JSONObject,
        _ table: Table,
        orNone none: String,
        _ asOf: AsOfSettings = AsOfSettings()
    ) throws(Complaint) {
        let note = reply.line("note")
        if table.isEmpty {
            let lines = note.map { ["Nothing: \($0)."] + [asOf.hint].compactMap(\.self) }
            try answer(reply, lines ?? [none])
        } else {
            try answer(reply, lines(table) + [note].compactMap(\.self) + Self.grounds(of: reply, asOf))
        }
    }

    /// The entries that an answer rests on, if they were asked for.
    private static func grounds(of reply: JSONObject, _ asOf: AsOfSettings) -> [String] {
        asOf.showsEntries ? [RestsOn(reply).line] : []
    }

    /// Answers a question all of whose rows have the same members, with the figures about them first.
    public func answer(
        _ reply: JSONObject,
        _ columns: AnswerColumns,
        orNone none: String,
        _ asOf: AsOfSettings
    ) throws(Complaint) {
        let note = reply.line("note")
        let figures = AnswerTable.figures(reply)
        let table = AnswerTable.rows(reply, columns, showsEntries: asOf.showsEntries)
        guard table.isEmpty, figures.isEmpty else {
            let rows = table.isEmpty ? [none] : lines(table)
            let gap = figures.isEmpty ? [] : [""]
            try answer(reply, figures + gap + rows + [note].compactMap(\.self))
            return
        }
        let nothing = note.map { ["Nothing: \($0)."] + [asOf.hint].compactMap(\.self) }
        try answer(reply, nothing ?? [none])
    }

    /// Answers about one thing: with lines about the member of that name; or with the ledger's note when the
    /// ledger did not hold it then.
    public func answer(
        _ reply: JSONObject,
        about member: String,
        _ asOf: AsOfSettings = AsOfSettings(),
        _ lines: (JSONObject) -> [String]
    ) throws(Complaint) {
        let note = reply.line("note")
        if let thing = reply[member]?.object {
            try answer(reply, lines(thing) + [note].compactMap(\.self) + Self.grounds(of: thing, asOf))
        } else {
            try answer(
                reply,
                [note.map { "Nothing: \($0)." } ?? "Nothing was recorded of it then."]
                    + [asOf.hint].compactMap(\.self)
            )
        }
    }

    /// Answers with a text in a format of its own, which is written as it is.
    public func answer(_ reply: JSONObject, verbatim text: String?) throws(Complaint) {
        guard let text else { throw .unexpectedReply("text") }
        if let json = settings.json.text(reply) { Console.print([json]) } else { Console.write(text) }
    }
}
