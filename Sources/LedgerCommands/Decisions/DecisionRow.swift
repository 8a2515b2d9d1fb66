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
    /// How many days it has been open.
    public let age: Int?
    /// What else is to be known of where it stands.
    public let flags: [String]

    /// Reads a row; nil without a key.
    public init?(_ object: JSONObject) {
        guard let key = object.line("key") else { return nil }
        self.key = key
        title = object.line("title") ?? Withheld.text
        let status = object.line("status") ?? ""
        self.status = object.line("certainty") == "possibly" ? "possibly \(status)" : status
        when = object.line("when") ?? ""
        revision = Int(object.number("revision") ?? 1)
        age = object.number("age").map { Int($0) }
        flags = object.lines("flags")
        waitingFor = object.objects("waitingFor").compactMap { $0.line("organisation") }
    }

    /// Whom it waits for, as a sentence.
    public var waiting: String {
        waitingFor.isEmpty
            ? "Every partner has consented: jvctl decision adopt \(key) --reason TEXT"
            : "Waiting on \(waitingFor.joined(separator: ", "))."
    }

    /// A flag as a sentence; one that this version does not know as it is.
    static func sentence(_ flag: String) -> String {
        switch flag {
        case "unratified": "It was decided in urgency and has not been ratified in time."
        case "calledIn": "It is called in, and suspended."
        case "blocked": "Carrying it out is blocked."
        case "reviewOverdue": "Its review is overdue."
        default: flag
        }
    }

    /// The register as a table.
    ///
    /// It is made of a reply of `io.jvledger.Decisions.List`.
    public static func table(_ reply: JSONObject) -> Table {
        let rows = reply.objects("decisions").compactMap(DecisionRow.init)
        let isAnyWaiting = rows.contains { !$0.waitingFor.isEmpty }
        let isAnyOpen = rows.contains { $0.age != nil }
        let more = (isAnyOpen ? ["DAYS"] : []) + (isAnyWaiting ? ["WAITING ON"] : [])
        var table = Table(["KEY", "WHEN", "STATUS", "TITLE"] + more)
        for row in rows {
            let status = ([row.status] + row.flags.filter { $0 != row.status }).joined(separator: ", ")
            let cells = [row.key, row.when, status, row.title]
            let age = isAnyOpen ? [row.age.map { "\($0)" } ?? ""] : []
            table.append(cells + age + (isAnyWaiting ? [row.waitingFor.joined(separator: ", ")] : []))
        }
        return table
    }
}
