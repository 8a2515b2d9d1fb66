// SPDX-License-Identifier: Apache-2.0

/// What became of it: its course, reviews, what it led to, and what is in doubt.
extension Dossier {
    var course: [Block] {
        var blocks: [Block] = [.subheading("Its course, and how it was carried out")]
        let history = dossier.rows("history")
        if !history.isEmpty {
            let rows = history.map { change in
                [
                    Phrase.status(StatusWords.change(change.text("status") ?? "")),
                    change.date("when") ?? .missing("[not recorded]"),
                    change.position("position").map { Phrase.words("\($0)") } ?? "–",
                ]
            }
            blocks.append(
                .table(PageTable("The course of \(PageText.line(key))", ["It was", "When", "Entry"], rows))
            )
        }
        var facts: [Fact] = []
        facts.add("Present", dossier.texts("present").map { Phrase.code($0) }.joined(", "))
        facts.add("Urgency", dossier.rows("urgency").map(act))
        facts.add("Call-in", dossier.rows("callIns").map(act))
        facts.add("Carried out", dossier.rows("progress").map(act))
        facts.add("To be done", (composer.commitments[key] ?? []).map(commitment))
        facts.add("Published", dossier.rows("publications").map(act))
        return blocks + (facts.isEmpty ? [] : [.facts(facts)])
    }

    private func commitment(_ row: HistoryRow) -> Phrase {
        let subject = "commitment/\(row.text("key") ?? "")"
        var parts = [composer.subject(subject, title: row.text("title"))]
        parts.append(composer.parties(row, "organisations"))
        if let due = row.date("due") { parts.append("by " + due) }
        if let percent = row.number("percent") { parts.append(.words("\(percent) % done")) }
        if let ended = row.date("ended") { parts.append(ended) }
        if row.text("overdue") == "yes" { parts.append(.status("overdue")) }
        if row.text("overdue") == "possibly" { parts.append(.status("possibly overdue")) }
        return parts.joined(", ")
    }

    var reviews: [Block] {
        let reviews = dossier.texts("reviews").map(review)
        let planned = dossier.date("reviewOn").map { "To be reviewed " + $0 + "." } ?? "No review is planned."
        return [
            .subheading("Reviews"),
            reviews.isEmpty ? .paragraph("None is recorded. " + planned) : .list(reviews),
        ]
    }

    /// A review, which the answer gives as `outcome: findings`.
    private func review(_ text: String) -> Phrase {
        guard let colon = text.firstIndex(of: ":") else { return .words(text) }
        return .words(text[..<colon] + ": ")
            + sentence(String(text[text.index(after: colon)...].drop { $0 == " " }), "findings")
    }

    var consequences: [Block] {
        var facts: [Fact] = []
        facts.add("Replaced by", links("replacedBy"))
        facts.add("Led to", links("ledTo"))
        return [
            .subheading("What came of it"),
            facts.isEmpty ? .paragraph("Nothing is recorded that it led to.") : .facts(facts),
        ]
    }

    /// Accounts that contradict each other, disagreements of partners, and corrections; nothing if there are none.
    var doubts: [Block] {
        var facts: [Fact] = []
        facts.add(
            "In dispute",
            composer.claims(about: "decision/\(key)").map { claim in
                .link(claim.text("key") ?? "", to: composer.anchor("claim", claim.text("key") ?? "")) + ": "
                    + composer.question(of: claim)
            }
        )
        facts.add("Partners disagree", (composer.disagreements[key] ?? []).map(composer.disagreement))
        facts.add("Corrections", (composer.amendments[key] ?? []).map(composer.amendment))
        return facts.isEmpty ? [] : [.subheading("Disputed and corrected"), .facts(facts)]
    }
}
