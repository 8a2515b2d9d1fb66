// SPDX-License-Identifier: Apache-2.0

extension HistoryComposer {
    var decisionsIntroduction: [Block] {
        [.paragraph(decisionKeys.isEmpty ? "No decision is recorded as of then." : Self.reading)]
    }

    private static let reading: Phrase = """
        A consent is given when the partner recorded it in the ledger itself, and reported when somebody else recorded \
        it from a source: a reported consent is never taken for a given one. What is missing is said: erased means that \
        nobody can read it any more, withheld that it is not for the reader for whom this page was made, not recorded \
        that nobody recorded it.
        """
}

/// All that is known of one decision, as a part of the page.
struct Dossier {
    let dossier: HistoryRow
    let row: HistoryRow
    let composer: HistoryComposer
    let key: String
    /// The entries about the decision.
    let entries: [UInt64]

    /// What each act of consent, refusal or adoption rested on, by the position of its entry.
    let authority: [UInt64: HistoryRow]
    let conflicts: [HistoryRow]

    init(_ answers: DecisionAnswers, in composer: HistoryComposer) {
        dossier = HistoryRow(answers.dossier)
        self.composer = composer
        authority = Dictionary(
            answers.authority.map(HistoryRow.init).flatMap { row in row.positions("entries").map { ($0, row) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        conflicts = answers.conflicts.map(HistoryRow.init)
        row = dossier.row("row") ?? dossier
        key = row.text("key") ?? ""
        entries = dossier.positions("entries")
    }

    var part: Part {
        Part(
            anchor: composer.anchor("decision", key),
            heading: composer.recorded(row, "title", fate("title")),
            key: key,
            startsSheet: true,
            blocks: summary + problem + options + outcome + consents + dissent + course + reviews
                + consequences
                + doubts + grounds
        )
    }

    /// What happened to a field of the decision's entries that is not shown.
    func fate(_ field: String) -> SealedFields.Fate? { composer.sealed.fate(of: [field], at: entries) }

    /// The links of one direction that are one step away.
    func links(_ direction: String) -> [Phrase] {
        dossier.rows("links").filter { $0.text("direction") == direction && $0.number("depth") ?? 1 == 1 }.map
        { link in
            composer.subject(link.text("subject") ?? "", title: link.text("title"))
                + (link.text("role").map { .words(" (\(StatusWords.plain($0)))") } ?? Phrase())
        }
    }

    /// Something that was said or done.
    func act(_ act: HistoryRow) -> Phrase {
        var text = [
            composer.organisation(act.text("organisation")),
            .words(StatusWords.act(act.text("what") ?? "")),
            act.date("when").map { "(" + $0 + ")" },
        ].compactMap(\.self).joined(" ")
        if let said = composer.text(act, "text", actFate(act)) {
            text += ": " + said
        }
        return text + entry(act)
    }

    /// What happened to the text of an act, whose field has the name that its type gives it.
    private func actFate(_ act: HistoryRow) -> SealedFields.Fate? {
        let names = ["text", "reason", "statement", "note", "exemption", "summary", "description", "title"]
        return composer.sealed.fate(of: names, at: act.positions(at: "position"))
    }

    /// The entry that records something.
    func entry(_ row: HistoryRow) -> Phrase {
        row.position("position").map { .words(" – entry \($0)") } ?? Phrase()
    }

    // MARK: The beginning and the end

    private var summary: [Block] {
        var facts: [Fact] = []
        facts.add(
            "Status",
            [.status(StatusWords.status(row)), row.date("when")].compactMap(\.self).joined(" ")
        )
        facts.add("To be noted", row.texts("flags").map { .words(StatusWords.flag($0)) })
        facts.add(
            "Waits for",
            row.rows("waitingFor").compactMap { composer.organisation($0.text("organisation")) }.joined(", ")
        )
        facts.add("Open for", row.number("age").map { .words(HistoryComposer.counted(Int($0), "day")) })
        facts.add("Decides", decider)
        facts.add("Revision", row.number("revision").flatMap { $0 > 1 ? .words("\($0)") : nil })
        facts.add("Origin", dossier.text("origin").map { .words(StatusWords.plain($0)) })
        facts.add("Concerns", dossier.texts("interfaces").map { "interface " + .code($0) })
        facts.add("To be decided by", dossier.date("deadline"))
        facts.add("In effect from", dossier.date("effectiveFrom"))
        facts.add("Call-in possible until", dossier.date("callInUntil"))
        facts.add("To be reviewed", dossier.date("reviewOn"))
        return [.facts(facts)]
    }

    private var decider: Phrase {
        if let alone = composer.organisation(dossier.text("organisation")) { return alone + " alone" }
        let body = dossier.text("body").map { composer.body($0) }
        let meeting = dossier.text("meeting").map { "at meeting " + Phrase.code($0) }
        let terms = dossier.number("termsVersion").map { Phrase.words("under version \($0) of its terms") }
        let known = [body, meeting, terms].compactMap(\.self)
        return known.isEmpty ? "the partners together" : known.joined(", ")
    }

    /// The entries that all this rests on.
    private var grounds: [Block] {
        let positions = entries.isEmpty ? row.positions("position") : entries
        guard !positions.isEmpty else { return [] }
        return [
            .subheading("Entries it rests on"),
            .paragraph(
                .words(
                    "\(positions.count == 1 ? "Entry" : "Entries") \(HistoryComposer.entries(positions)) of the ledger. To read them: "
                )
                    + .code("jvctl log --subject decision/\(key)")
            ),
        ]
    }
}
