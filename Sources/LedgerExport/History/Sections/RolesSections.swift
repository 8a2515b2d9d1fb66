// SPDX-License-Identifier: Apache-2.0

/// The posts and their holders, and the partners.
extension HistoryComposer {
    func post(_ answers: PostAnswers) -> Part {
        let post = HistoryRow(answers.dossier)
        let row = post.row("row") ?? post
        let key = row.text("key") ?? ""
        let subject = "post/\(key)"
        var facts: [Fact] = []
        facts.add("Existence", post.text("existence").map { .words($0) })
        facts.add("When", span(row))
        facts.add("Holders", holders(row))
        facts.add("Held by", post.text("sharing").map { .words(sharing($0, post.number("holderLimit"))) })
        facts.add("Spans", parties(post, "organisations"))
        facts.add("Employed by", party(post.row("host")))
        facts.add("Answers to", parties(post, "accountableTo"))
        facts.add("Paid for by", post.rows("funding").map(funding))
        facts.add("Decided in", decision(post.text("decision")))
        if let position = post.position("abolishedBy") {
            let why =
                text(post, "abolishedBecause", sealed.fate(of: ["reason"], at: [position]))
                ?? .missing("[reason not recorded]")
            facts.add("Abolished", why + .words(" – entry \(position)"))
        }
        facts.add("Entries", .words(Self.entries(post.positions("entries"))))
        let events = answers.events.map(HistoryRow.init).map(event)
        let course = PageTable("What happened to \(PageText.line(key))", ["When", "What", "Entry"], events)
        return Part(
            anchor: anchor("post", key),
            heading: recorded(row, "title", sealed.fate(of: ["title"], on: subject)),
            key: key,
            blocks: [.facts(facts)] + (events.isEmpty ? [] : [.table(course)])
        )
    }

    private func sharing(_ word: String, _ limit: Int64?) -> String {
        switch word {
        case "single": "one person"
        case "jobShare": "several who share it"
        case "multi": limit.map { "up to \($0) people" } ?? "several people"
        default: word
        }
    }

    /// Who holds a post or seat, or that nobody does or none is recorded.
    func holders(_ row: HistoryRow) -> [Phrase] {
        let holders = row.rows("holders").map(holder)
        guard holders.isEmpty else { return holders }
        return switch row.text("vacant") {
        case "yes"?: ["vacant"]
        case "possibly"?: ["possibly vacant"]
        case "no"?: ["held, by whom is not recorded"]
        default: ["not recorded"]
        }
    }

    private func holder(_ holder: HistoryRow) -> Phrase {
        let certainty = holder.text("certainty") == "possibly" ? Phrase("possibly ") : Phrase()
        var parts = [certainty + person(holder, key: "person")]
        parts += holder.rows("capacities").compactMap { $0.text("capacity") }.filter { $0 != "substantive" }
            .map { .words($0) }
        if let fraction = holder.number("fraction"), fraction != 10_000 {
            parts.append(Self.percent(fraction))
        }
        if let when = span(holder) { parts.append(when) }
        switch holder.text("absent") {
        case "yes"?: parts.append("absent")
        case "possibly"?: parts.append("possibly absent")
        default: break
        }
        return parts.joined(", ") + (holder.position("position").map { .words(" – entry \($0)") } ?? Phrase())
    }

    private func funding(_ funding: HistoryRow) -> Phrase {
        let certainty = funding.text("certainty") == "possibly" ? Phrase("possibly ") : Phrase()
        let shares = funding.rows("shares").map(share).joined(", ")
        var parts = [certainty + shares]
        if let total = Self.amount(funding.row("total")) { parts.append("in all " + total) }
        if let when = span(funding) { parts.append(when) }
        if let decision = decision(funding.text("decision")) { parts.append("decided in " + decision) }
        return parts.joined("; ")
    }

    private func share(_ share: HistoryRow) -> Phrase {
        let amount = Self.amount(share.row("amount")).map { " (" + $0 + ")" } ?? Phrase()
        let points = share.number("basisPoints").map { " " + Self.percent($0) } ?? Phrase()
        return (party(share.row("organisation")) ?? .missing("[not recorded]")) + points + amount
    }

    /// Hundredths of a per cent, as per cent.
    private static func percent(_ points: Int64) -> Phrase {
        let part = points % 100
        guard part != 0 else { return .words("\(points / 100) %") }
        return .words("\(points / 100).\(part < 10 ? "0" : "")\(part) %")
    }

    private func event(_ event: HistoryRow) -> [Phrase] {
        let certainty = event.text("certainty") == "possibly" ? "possibly " : ""
        var parts: [Phrase] = [.words(certainty + StatusWords.plain(event.text("event") ?? ""))]
        let entry = event.positions(at: "position")
        if ["defined", "retitled"].contains(event.text("event")) {
            parts.append(recorded(event, "title", sealed.fate(of: ["title"], at: entry)))
        }
        if event.text("person") != nil { parts.append(person(event, key: "person")) }
        if let capacity = event.text("capacity"), capacity != "substantive" { parts.append(.words(capacity)) }
        if !event.rows("shares").isEmpty { parts.append(event.rows("shares").map(share).joined(", ")) }
        if let total = Self.amount(event.row("total")) { parts.append("in all " + total) }
        if let until = event.date("until") { parts.append("until " + until) }
        if event.text("event") == "abolished",
            let reason = text(event, "reason", sealed.fate(of: ["reason"], at: entry))
        {
            parts.append(reason)
        }
        return [
            event.date("when") ?? .missing("[not recorded]"),
            parts.joined(": "),
            event.position("position").map { .words("\($0)") } ?? "–",
        ]
    }

    /// For how long something is so.
    func span(_ row: HistoryRow) -> Phrase? { row.row("span")?.date("when") }

    var partnersTable: [Block] {
        guard !history.partners.isEmpty else { return [.paragraph("No partner is recorded as of then.")] }
        let headings = ["Organisation", "Standing", "Before a joint decision", "For how long"]
        let rows = history.partners.map(HistoryRow.init).map(partner)
        return [.table(PageTable("Partners of the venture", headings, rows))]
    }

    private func partner(_ row: HistoryRow) -> [Phrase] {
        let certainty = row.text("certainty") == "possibly" ? "possibly " : ""
        let membership = row.text("status").flatMap { $0 == row.text("standing") ? nil : ", \($0)" } ?? ""
        let right =
            switch row.text("right") {
            case "required"?: "its consent is required"
            case "consulted"?: "it is consulted"
            case "informed"?: "it is informed"
            case let other?: other
            case nil: "–"
            }
        let spans = row.rows("memberships").compactMap { $0.date("when") }
        let when = spans.isEmpty ? span(row) ?? .missing("[not recorded]") : spans.joined("; ")
        let name = party(row.row("organisation")) ?? .missing("[not recorded]")
        return [
            name, .words(certainty + StatusWords.plain(row.text("standing") ?? "") + membership),
            .words(right), when,
        ]
    }
}
