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
        var data = content ?? entry["data"]?.object ?? JSONObject()
        if content == nil {
            let sealed = Set((data["sealed"]?.array ?? []).compactMap(\.text))
            let changes = try FieldAssignments.data(
                fields,
                for: try await describe(entry["type"]?.text ?? "")
            )
            for change in changes.members {
                guard !sealed.contains(change.name) else {
                    throw .usage(
                        "\(change.name) is sealed in entry \(position): give the whole content with --data"
                    )
                }
                data[change.name] = change.value
            }
            if let date { data["occurred"] = .object(JSONObject(fields: ["date": .string(date)])) }
        }
        return Draft(
            "entry.corrected",
            try subject(of: entry),
            ["entry": .number(position), "data": .object(data), "explanation": .string(explanation)]
        )
    }

    /// A retraction of an entry, on its stream.
    public func retraction(of position: Int, because explanation: String) async throws(Complaint) -> Draft {
        Draft(
            "entry.retracted",
            try subject(of: try await entry(at: position)),
            ["entry": .number(position), "explanation": .string(explanation)]
        )
    }

    private func entry(at position: Int) async throws(Complaint) -> JSONObject {
        let reply = try await call("io.jvledger.Ledger.Get", ["position": .number(position)])
        guard let text = reply["entry"]?.object?["text"]?.text, let entry = (try? JSON(parsing: text))?.object
        else {
            throw .unexpectedReply("entry")
        }
        return entry
    }

    private func subject(of entry: JSONObject) throws(Complaint) -> String {
        guard let subject = entry["subject"]?.text else { throw .unexpectedReply("subject") }
        return subject
    }
}
