// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Entries as a table: a record an entry, as it was recorded.
///
/// | column | what it has |
/// |---|---|
/// | position | from 0 |
/// | type | in full, such as `io.jvledger.consent.given.v1` |
/// | subject, streamVersion | the stream, `KIND/KEY`, and the entry's place in it |
/// | date, basis, words | when it happened: EDTF, how that is known, the source's words |
/// | recorded | when it was recorded, RFC 3339 |
/// | recorder, onBehalfOf | `authtype` and `authid`, and the organisation for which |
/// | classification | who may read the texts of it |
/// | sources | each with the place in it, `; ` between them |
/// | data | what else it says, as JSON; sealed fields are not in it |
/// | sealed | the names of the sealed fields |
/// | id, leafHash | the idempotency key, and the hash in the log in hexadecimal |
public enum EntriesCSV {
    /// The names, the record with which the table begins.
    public static let header = [
        "position", "type", "subject", "streamVersion", "date", "basis", "words", "recorded", "recorder",
        "onBehalfOf", "classification", "sources", "data", "sealed", "id", "leafHash",
    ]
    private static let shownElsewhere = ["occurred", "sources", "sealed", "_sd"]

    /// The record of an entry.
    public static func record(position: UInt64, entry: JSONObject, leafHash: String) -> [String] {
        func text(_ name: String) -> String { entry[name]?.text ?? "" }
        let data = entry["data"]?.object ?? JSONObject()
        let occurred = data["occurred"]?.object
        var rest = data
        for name in shownElsewhere { rest[name] = nil }
        return [
            "\(position)", text("type"), text("subject"),
            entry["streamversion"]?.integer.map { "\($0)" } ?? "",
            occurred?["date"]?.text ?? "", occurred?["basis"]?.text ?? "", occurred?["words"]?.text ?? "",
            text("recordedtime"),
            [text("authtype"), text("authid")].filter { !$0.isEmpty }.joined(separator: " "),
            text("onbehalfof"), text("dataclassification"),
            (data["sources"]?.array ?? []).compactMap(source).joined(separator: "; "),
            String(decoding: JSON.object(rest).compactBytes(), as: UTF8.self),
            (data["sealed"]?.array ?? []).compactMap(\.text).joined(separator: "; "),
            text("id"), leafHash,
        ]
    }

    private static func source(_ source: JSON) -> String? {
        guard let source = source.object else { return nil }
        return [source["evidence"]?.text, source["locator"]?.text].compactMap(\.self).joined(separator: " ")
    }
}
