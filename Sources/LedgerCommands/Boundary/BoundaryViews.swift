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

    static func when(_ object: JSONObject) -> String {
        let when = object.line("when") ?? ""
        return object.line("certainty") == "possibly" ? "possibly \(when)" : when
    }
}
