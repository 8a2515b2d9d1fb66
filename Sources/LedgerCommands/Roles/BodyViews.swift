// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Bodies and quorums, for people.
public enum BodyViews {
    /// A reply of `io.jvledger.Roles.ListBodies`.
    public static func table(_ reply: JSONObject) -> Table {
        var table = Table("BODY", "TITLE", "KIND", "EXISTS", "WHEN")
        for body in reply.objects("bodies") {
            table.append([
                body.line("key") ?? "", body.line("title") ?? Withheld.text, body.line("kind") ?? "",
                body.line("exists") ?? "", Span.text(body),
            ])
        }
        return table
    }

    /// The dossier of a body.
    public static func lines(_ dossier: JSONObject) -> [String] {
        let row = dossier["row"]?.object ?? JSONObject()
        let heading =
            "\(row.line("key") ?? "")  \(row.line("title") ?? Withheld.text)  \(row.line("kind") ?? "")"
        var facts = Labelled()
        facts.add("Exists", "\(row.line("exists") ?? "") \(Span.text(row))")
        facts.add("Part of", row.line("parent"))
        facts.add("Parts", dossier.lines("parts").joined(separator: ", "))
        facts.add("Terms", dossier["terms"]?.object.map(terms) ?? ["none recorded"])
        facts.add("Chairs", dossier.objects("chairs").map(chair))
        facts.add("Seats", seats(dossier.objects("seats")))
        facts.add("Meetings", dossier.objects("meetings").map(meeting))
        facts.add("Entries", PositionList.text(dossier.positions("entries")))
        return [heading] + facts.lines
    }

    /// A reply of `io.jvledger.Roles.GetQuorum`.
    public static func quorum(_ reply: JSONObject) -> [String] {
        var facts = Labelled()
        facts.add("Demanded", reply.objects("demanded").map(part))
        facts.add("Missing", reply.objects("missing").map(part))
        return [reply.line("words") ?? "Quorate: \(reply.line("quorate") ?? "unknown")."] + facts.lines
            + [reply.line("note")].compactMap(\.self)
    }

    private static func terms(_ terms: JSONObject) -> [String] {
        var lines = ["version \(terms.number("version") ?? 1), \(Span.text(terms))"]
        if let rule = terms.line("decisionRule") { lines.append("decides by \(rule)") }
        if terms.isSet("acceptsReportedConsents") { lines.append("consents may be reported") }
        if terms.isSet("chairsFromDifferentPartners") { lines.append("chairs from different partners") }
        if let days = terms.number("papersDays") { lines.append("papers \(days) days before a meeting") }
        if terms.isSet("excludesConflicted") { lines.append("who withdrew for a conflict does not count") }
        let parts = terms.objects("quorum").map(part)
        lines.append(parts.isEmpty ? "no quorum stated" : "quorate with \(parts.joined(separator: ", "))")
        return lines
    }

    private static func chair(_ chair: JSONObject) -> String {
        let office = chair.line("office") == "viceChair" ? "vice-chair" : "chair"
        let certainty = chair.line("certainty") == "possibly" ? "possibly " : ""
        let parties = chair.objects("organisations").compactMap { $0.line("name") ?? $0.line("key") }
        return "\(certainty)\(office): \(chair.line("holder") ?? "") of \(parties.joined(separator: ", ")), "
            + Span.text(chair)
    }

    private static func part(_ part: JSONObject) -> String {
        let seatClass = part.line("seatClass").map { " (\($0))" } ?? ""
        return "\(part.number("count") ?? 0) of \(part.party("organisation") ?? "")\(seatClass)"
    }

    private static func seats(_ seats: [JSONObject]) -> [String] {
        var table = Table("", "", "", "", "")
        for seat in seats {
            let vote = seat.isSet("voting") ? "votes" : ""
            table.append([
                seat.line("key") ?? "", seat.party("organisation") ?? "", seat.line("seatClass") ?? "", vote,
                HolderText.text(seat),
            ])
        }
        return table.lines(width: nil, hasLegend: false)
    }

    private static func meeting(_ meeting: JSONObject) -> String {
        let quorate =
            switch meeting.line("quorate") {
            case "yes": "quorate"
            case "no": "not quorate"
            default: "quorum unknown"
            }
        let minutes =
            meeting.isSet("approved") ? ", minutes approved" : meeting.isSet("minuted") ? ", minutes" : ""
        let when = meeting.line("when") ?? "date not recorded"
        return "\(meeting.line("key") ?? "")  \(when), \(quorate)\(minutes)"
    }
}
