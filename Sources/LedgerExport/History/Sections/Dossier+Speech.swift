// SPDX-License-Identifier: Apache-2.0

/// What partners and others said of it: consents, votes, opinions, dissent, conflicts of interest.
extension Dossier {
    var consents: [Block] {
        let rows = dossier.rows("consents")
        var blocks: [Block] = [.subheading("Who consented, and how")]
        if rows.isEmpty {
            blocks.append(.paragraph("No consent is recorded."))
        } else {
            let headings = ["Partner", "Said", "When", "With which authority", "Conditions and remarks"]
            blocks.append(.table(PageTable("Consents to \(PageText.line(key))", headings, rows.map(consent))))
        }
        let votes = dossier.rows("votes")
        if !votes.isEmpty {
            let headings = ["Vote of", "Rule", "For", "Against", "Abstaining", "Seats", "Result"]
            blocks.append(.table(PageTable("Votes on \(PageText.line(key))", headings, votes.map(vote))))
        }
        let positions = dossier.rows("positions")
        if !positions.isEmpty {
            blocks += [.paragraph("Short of a consent, it was said:"), .list(positions.map(act))]
        }
        return blocks
    }

    private func consent(_ consent: HistoryRow) -> [Phrase] {
        let position = consent.position("position")
        let conditionFate = composer.sealed.fate(of: ["condition"], at: consent.positions(at: "position"))
        var remarks = consent.texts("sources").map { "source: " + Phrase.quoted($0) }
        if let condition = composer.text(consent, "condition", conditionFate) {
            remarks.append("on the condition: " + condition)
        }
        if let option = consent.number("option") { remarks.append(.words("to option \(option)")) }
        if let revision = consent.number("revision"), row.number("revision") != revision {
            remarks.append(.words("to revision \(revision)"))
        }
        if let gap = consent.text("gap"), consent.text("stance") != nil {
            remarks.append("does not count: " + .quoted(gap))
        }
        if let position { remarks.append(.words("entry \(position)")) }
        return [
            composer.organisation(consent.text("organisation")) ?? .missing("[not recorded]"),
            said(consent),
            consent.date("when") ?? "–",
            position.flatMap { authority[$0] }.map { authority($0, consent) } ?? named(consent)
                ?? "–",
            remarks.isEmpty ? "–" : remarks.joined("; "),
        ]
    }

    private func said(_ consent: HistoryRow) -> Phrase {
        guard let stance = consent.text("stance") else { return .status("no answer") }
        let word = stance == "consents" || stance == "refuses" ? stance : StatusWords.plain(stance)
        return switch consent.text("mode") {
        case "given"?: .status("\(word), given")
        case "reported"?: .status("\(word), reported")
        case let mode?: .status("\(word), \(mode)")
        case nil: .status(word)
        }
    }

    private func authority(_ row: HistoryRow, _ consent: HistoryRow) -> Phrase {
        var parts: [Phrase] = []
        if let person = row.row("person") { parts.append(composer.person(person, key: "key")) }
        parts += row.texts("restsOn").map { .code($0) }
        if parts.isEmpty, let named = named(consent) { parts.append(named) }
        parts += row.texts("findings").map { .words(StatusWords.finding($0)) }
        return parts.isEmpty ? "not recorded" : parts.joined("; ")
    }

    private func named(_ consent: HistoryRow) -> Phrase? {
        consent.text("by").map { "assignment " + .code($0) }
    }

    private func vote(_ vote: HistoryRow) -> [Phrase] {
        let counts = ["inFavour", "against", "abstaining", "seats"].map {
            Phrase.words("\(vote.number($0) ?? 0)")
        }
        let result =
            vote.isSet("closed") ? vote.isSet("carries") ? "carries" : "does not carry" : "still open"
        let rule = vote.text("rule").map { Phrase.words(StatusWords.plain($0)) } ?? "–"
        return [composer.body(vote.text("body") ?? ""), rule] + counts + [.words(result) + entry(vote)]
    }

    var dissent: [Block] {
        var facts: [Fact] = []
        let dissents = dossier.texts("dissents").map(statement)
        facts.add("Dissent", dissents.isEmpty ? ["None is recorded."] : dissents)
        let stated = composer.text(dossier, "conflicts", fate("conflicts"))
        let conflicts = [stated].compactMap(\.self) + self.conflicts.map(conflict)
        facts.add("Conflicts of interest", conflicts.isEmpty ? ["None is recorded."] : conflicts)
        return [.subheading("Dissent and conflicts of interest"), .facts(facts)]
    }

    /// A dissent, which the answer gives as `ORGANISATION: statement`.
    private func statement(_ text: String) -> Phrase {
        guard let colon = text.firstIndex(of: ":") else { return .quoted(text) }
        let organisation = composer.organisation(String(text[..<colon])) ?? Phrase()
        return organisation + ": "
            + sentence(String(text[text.index(after: colon)...].drop { $0 == " " }), "statement")
    }

    /// A text within a sentence of an answer, which writes `(sealed)` for one that it may not show.
    func sentence(_ text: String, _ field: String) -> Phrase {
        text == "(sealed)" ? .missing("[\((fate(field) ?? .withheld).words)]") : .quoted(text)
    }

    private func conflict(_ conflict: HistoryRow) -> Phrase {
        let who = conflict.row("person").map { composer.person($0, key: "key") } ?? "Somebody"
        let handling =
            switch conflict.text("handling") {
            case "none"?: "nothing was done about it"
            case "noVote"?: "had no vote"
            case "withdrew"?: "withdrew"
            case "excluded"?: "was excluded"
            case let other?: other
            case nil: "handling not recorded"
            }
        var parts = [who, .words(handling)]
        if let interest = conflict.text("interest") { parts.append("interest " + .code(interest)) }
        if conflict.isSet("dispensation") { parts.append("a dispensation was granted") }
        if conflict.text("verdict") == "inSpite" { parts.append("took part in spite of it") }
        let positions = conflict.positions("entries")
        if !positions.isEmpty { parts.append(.words("entry \(HistoryComposer.entries(positions))")) }
        return parts.joined("; ")
    }
}
