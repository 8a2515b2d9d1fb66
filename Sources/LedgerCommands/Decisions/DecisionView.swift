// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// All that is known of one matter, for people.
public enum DecisionView {
    /// The lines of a dossier of `io.jvledger.Decisions.Get`.
    public static func lines(_ dossier: JSONObject, _ terminal: Terminal) -> [String] {
        guard let row = dossier["row"]?.object.flatMap(DecisionRow.init) else { return [] }
        let status = "\(row.status.uppercased()) \(row.when)"
        let heading =
            terminal.styled("\(row.key)  \(row.title)", .bold) + "  " + terminal.styled(status, style(row))
        var facts = Labelled()
        facts.add("Revision", row.revision > 1 ? "\(row.revision)" : nil)
        facts.add("Open for", row.age.map { "\($0) day\($0 == 1 ? "" : "s")" })
        facts.add("Note", row.flags.map(DecisionRow.sentence))
        facts.add("Origin", dossier.line("origin"))
        facts.add("Question", dossier.line("question"))
        facts.add("Decides", dossier.line("organisation").map { "\($0) alone" })
        facts.add("Concerns", dossier.lines("interfaces").map { "interface \($0)" })
        facts.add("Rests on", WhyView.direct("restsOn", dossier.objects("links")))
        facts.add("Options", dossier.objects("options").flatMap(option))
        facts.add("Said", dossier.objects("positions").map(DecisionActs.line))
        facts.add("Why", dossier.line("reason"))
        facts.add("No others", dossier.line("noAlternatives"))
        facts.add("Body", body(dossier))
        facts.add("Present", dossier.lines("present").joined(separator: ", "))
        facts.add("Votes", dossier.objects("votes").map(DecisionActs.vote))
        facts.add("Consent", consents(dossier.objects("consents")))
        facts.add("Waiting", row.waitingFor.joined(separator: ", "))
        facts.add("Dissent", dossier.lines("dissents"))
        facts.add("Conflicts", dossier.line("conflicts"))
        facts.add("Urgency", dossier.objects("urgency").map(DecisionActs.line))
        facts.add("Call-in", dossier.line("callInUntil").map { ["possible until \($0)"] } ?? [])
        facts.add("Called in", dossier.objects("callIns").map(DecisionActs.line))
        facts.add("Deadline", dossier.line("deadline"))
        facts.add("In effect", dossier.line("effectiveFrom").map { "from \($0)" })
        facts.add(
            "Review",
            [dossier.line("reviewOn").map { "on \($0)" }].compactMap(\.self) + dossier.lines("reviews")
        )
        facts.add("Progress", dossier.objects("progress").map(DecisionActs.line))
        facts.add("Published", dossier.objects("publications").map(DecisionActs.line))
        let links = dossier.objects("links")
        facts.add("Led to", WhyView.direct("ledTo", links))
        facts.add("Replaced", WhyView.direct("replacedBy", links))
        facts.add("History", dossier.objects("history").map(change))
        facts.add("Entries", entries(dossier.positions("entries"), row.key))
        return [heading] + facts.lines
    }

    private static func style(_ row: DecisionRow) -> Terminal.Style {
        switch row.status {
        case "adopted", "implementing", "implemented": .good
        case "rejected", "withdrawn", "abandoned", "lapsed", "superseded", "rescinded", "setAside": .faint
        default: .warning
        }
    }

    private static func option(_ option: JSONObject) -> [String] {
        var text = "\(option.number("number") ?? 0) \(option.line("title") ?? Withheld.text)"
        if option.isSet("chosen") { text += " (chosen)" }
        if option.isSet("withdrawn") { text += " (withdrawn)" }
        let arguments = option.objects("arguments").map { argument in
            let criterion = argument.line("criterion").map { ", \($0)" } ?? ""
            let cost = argument["cost"]?.object.map { amount in
                " (\(MoneyText.text(minor: amount.number("minor") ?? 0, currency: amount.line("currency") ?? "")))"
            }
            let stance = argument.line("stance") ?? ""
            return "  \(stance)\(criterion): \(argument.line("text") ?? Withheld.text)\(cost ?? "")"
        }
        return [text] + arguments
    }

    private static func body(_ dossier: JSONObject) -> String? {
        guard let body = dossier.line("body") else { return dossier.line("meeting").map { "meeting \($0)" } }
        return dossier.line("meeting").map { "\(body), meeting \($0)" } ?? body
    }

    private static func consents(_ consents: [JSONObject]) -> [String] {
        var table = Table("", "", "", "")
        for consent in consents {
            let stance = consent.line("stance")
            let mode = consent.line("mode")
            var word = stance == nil ? "no answer" : stance == "refuses" ? "refuses" : mode ?? "consents"
            if stance == "refuses", mode == "reported" { word = "refuses (reported)" }
            var remarks = consent.lines("sources").map { "[\($0)]" }
            if let condition = consent.line("condition") { remarks.append("if \(condition)") }
            if let assignment = consent.line("by") { remarks.append("by \(assignment)") }
            if let gap = consent.line("gap"), stance != nil { remarks.append("does not count: \(gap)") }
            let organisation = consent.line("organisation") ?? ""
            table.append([organisation, word, consent.line("when") ?? "", remarks.joined(separator: " ")])
        }
        return table.lines(width: nil, hasLegend: false)
    }

    private static func change(_ change: JSONObject) -> String {
        "\(change.line("status") ?? "") \(change.line("when") ?? "") (entry \(change.number("position") ?? 0))"
    }

    private static func entries(_ positions: [UInt64], _ key: String) -> String? {
        guard !positions.isEmpty else { return nil }
        let text = PositionList.text(positions)
        return text.contains(",")
            ? "\(text)  (jvctl log --subject decision/\(key))" : "\(text)  (jvctl log \(text))"
    }
}
