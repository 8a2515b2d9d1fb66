// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A line of the decision register, as `io.jvledger.Decisions` returns it.
public struct DecisionRow: Hashable, Sendable {
    /// The key.
    public let key: String
    /// What is decided.
    public let title: String
    /// Where it stands, `possibly` before it when that is not certain.
    public let status: String
    /// When it came to stand there.
    public let when: String
    /// The revision.
    public let revision: Int
    /// The partners it waits for.
    public let waitingFor: [String]

    /// Reads a row; nil without a key.
    public init?(_ object: JSONObject) {
        guard let key = object.line("key") else { return nil }
        self.key = key
        title = object.line("title") ?? Withheld.text
        let status = object.line("status") ?? ""
        self.status = object.line("certainty") == "possibly" ? "possibly \(status)" : status
        when = object.line("when") ?? ""
        revision = Int(object.number("revision") ?? 1)
        waitingFor = object.objects("waitingFor").compactMap { $0.line("organisation") }
    }

    /// Whom it waits for, as a sentence.
    public var waiting: String {
        waitingFor.isEmpty
            ? "Every partner has consented: jvctl decision adopt \(key) --reason TEXT"
            : "Waiting on \(waitingFor.joined(separator: ", "))."
    }

    /// The register as a table.
    ///
    /// It is made of a reply of `io.jvledger.Decisions.List`.
    public static func table(_ reply: JSONObject) -> Table {
        let rows = reply.objects("decisions").compactMap(DecisionRow.init)
        let isAnyWaiting = rows.contains { !$0.waitingFor.isEmpty }
        var table =
            isAnyWaiting
            ? Table("KEY", "WHEN", "STATUS", "TITLE", "WAITING ON") : Table("KEY", "WHEN", "STATUS", "TITLE")
        for row in rows {
            let cells = [row.key, row.when, row.status, row.title]
            table.append(isAnyWaiting ? cells + [row.waitingFor.joined(separator: ", ")] : cells)
        }
        return table
    }
}
