// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What is done across boundaries, for people.
public enum BoundaryViews {
    /// A reply of `io.jvledger.Boundary.ListActions`.
    public static func actions(_ reply: JSONObject) -> Table {
        var table = Table("WHEN", "KIND", "BETWEEN", "OUTCOME", "WHAT", "KEY")
        for action in reply.objects("actions") {
            table.append([
                when(action), action.line("action") ?? "",
                "\(action.party("from") ?? "") > \(action.party("to") ?? "")", action.line("outcome") ?? "",
                action.line("title") ?? Withheld.text, action.line("key") ?? "",
            ])
        }
        return table
    }

    /// A reply of `io.jvledger.Boundary.GetBrokers`.
    public static func brokers(_ reply: JSONObject) -> Table {
        var table = Table("BROKER", "ROLE", "ACTIONS", "WHICH")
        for count in reply.objects("counts") {
            let possible = count.lines("possibleActions").map { "possibly \($0)" }
            table.append([
                count.party("broker") ?? "", count.line("role") ?? "", "\(count.number("count") ?? 0)",
                (count.lines("actions") + possible).joined(separator: ", "),
            ])
        }
        return table
    }

    /// A reply of `io.jvledger.Boundary.GetJourney`.
    public static func journey(_ reply: JSONObject) -> Table {
        var table = Table("WHEN", "WHO", "WHAT", "TITLE", "ENTRY")
        for step in reply.objects("steps") {
            let lanes = step.objects("lanes").compactMap { $0.line("name") ?? $0.line("key") }
            let disputes = step.lines("disputes")
            let remark = disputes.isEmpty ? "" : " [disputed: \(disputes.joined(separator: ", "))]"
            table.append([
                when(step), lanes.joined(separator: ", "), step.line("type") ?? "",
                (step.line("title") ?? "") + remark,
                step.number("position").map { "\($0)" } ?? "",
            ])
        }
        return table
    }

    /// A reply of `io.jvledger.Boundary.ListClaims`.
    public static func disputes(_ reply: JSONObject) -> [String] {
        reply.objects("claims").flatMap { claim -> [String] in
            let state = claim.isSet("settled") ? "settled" : "open"
            var table = Table("", "", "", "", "")
            for side in claim.objects("sides") {
                let stands = side["stands"]?.bool.map { $0 ? "stands" : "does not stand" } ?? ""
                let sources = side.lines("sources").map { "[\($0)]" }.joined(separator: " ")
                table.append([
                    "  entry \(side.number("position") ?? 0)", side.line("when") ?? "",
                    side.line("title") ?? side.line("subject") ?? "", sources, stands,
                ])
            }
            let reason = claim.line("reason").map { ["  because \($0)"] } ?? []
            return ["\(claim.line("key") ?? "")  \(claim.line("question") ?? "")  \(state)"]
                + table.lines(width: nil, hasLegend: false) + reason
        }
    }

    private static func when(_ object: JSONObject) -> String {
        let when = object.line("when") ?? ""
        return object.line("certainty") == "possibly" ? "possibly \(when)" : when
    }
}
