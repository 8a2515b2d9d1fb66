// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension Session {
    /// A correction of an entry, on its stream.
    ///
    /// `content` is the whole content as it should have been; without it, that of the entry is changed by
    /// `fields`, each as `FIELD=VALUE`, and by `date`, when it happened instead.
    public func correction(
        of position: Int,
        content: JSONObject?,
        fields: [String],
        date: String?,
        because explanation: String
    ) async throws(Complaint) -> Draft {
        let entry = try await entry(at: position)
        var data = content ?? entry.content
        if content == nil {
            guard entry.withheld.isEmpty else {
                throw .usage(
                    "\(entry.withheld.joined(separator: ", ")) of entry \(position) cannot be read by you: "
                        + "give the whole content with --data"
                )
            }
            let changes = try FieldAssignments.data(
                fields,
                for: try await describe(entry.type)
            )
            for change in changes.members { data[change.name] = change.value }
            if let date { data["occurred"] = .object(JSONObject(fields: ["date": .string(date)])) }
        }
        return Draft(
            "entry.corrected",
            entry.subject,
            ["entry": .number(position), "data": .object(data), "explanation": .string(explanation)],
            classification: entry.classification
        )
    }

    /// A retraction of an entry, on its stream.
    public func retraction(of position: Int, because explanation: String) async throws(Complaint) -> Draft {
        let entry = try await entry(at: position)
        return Draft(
            "entry.retracted",
            entry.subject,
            ["entry": .number(position), "explanation": .string(explanation)],
            classification: entry.classification
        )
    }

    private func entry(at position: Int) async throws(Complaint) -> AmendedEntry {
        let reply = try await call("io.jvledger.Ledger.Get", ["position": .number(position)])
        guard let recorded = reply["entry"]?.object, let entry = AmendedEntry(recorded) else {
            throw .unexpectedReply("entry")
        }
        return entry
    }
}

/// An entry that is to be amended, with what was sealed of it back in its place.
private struct AmendedEntry {
    let type: String
    let subject: String
    /// Who may read it; an amendment is for the same readers.
    let classification: String?
    /// The fields of the type, with `occurred` and `sources`.
    let content: JSONObject
    /// The sealed fields that this caller may not read.
    let withheld: [String]

    /// Takes it from a reply of `io.jvledger.Ledger.Get`.
    init?(_ recorded: JSONObject) {
        guard let text = recorded["text"]?.text, let entry = (try? JSON(parsing: text))?.object,
            let type = entry["type"]?.text, let subject = entry["subject"]?.text
        else { return nil }
        self.type = type
        self.subject = subject
        classification = entry["dataclassification"]?.text
        withheld = (recorded["withheld"]?.array ?? []).compactMap(\.text)
        var content = entry["data"]?.object ?? JSONObject()
        content["sealed"] = nil
        content["_sd"] = nil
        for member in recorded["disclosed"]?.object?.members ?? [] { content[member.name] = member.value }
        self.content = content
    }
}
