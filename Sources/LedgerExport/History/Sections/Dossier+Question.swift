// SPDX-License-Identifier: Apache-2.0

/// What was to be decided, between what, and what was decided.
extension Dossier {
    var problem: [Block] {
        let question = composer.text(dossier, "question", fate("question"))
        let grounds = links("restsOn")
        return [
            .subheading("The problem"),
            question.map { .quotation($0) } ?? .paragraph("The question is not recorded at length."),
        ] + (grounds.isEmpty ? [] : [.paragraph("It rests on:"), .list(grounds)])
    }

    var options: [Block] {
        let heading = Block.subheading("Options considered")
        let options = dossier.rows("options").map(option)
        let none = composer.text(dossier, "noAlternatives", fate("noAlternatives"))
            .map { Block.paragraph("There was no alternative: " + $0) }
        if options.isEmpty { return [heading, none ?? .paragraph("No options are recorded.")] }
        return [heading] + options + [none].compactMap(\.self)
    }

    private func option(_ option: HistoryRow) -> Block {
        let number = option.number("number").map { "\($0)" } ?? ""
        var facts: [Fact] = []
        let title = composer.recorded(option, "title", optionFate)
        let kind = option.text("kind").map { Phrase.words(" (\(StatusWords.plain($0)))") } ?? Phrase()
        let marks = [option.isSet("chosen") ? "chosen" : nil, option.isSet("withdrawn") ? "withdrawn" : nil]
        facts.add(
            "Option \(number)",
            title + kind + marks.compactMap(\.self).map { " " + Phrase.status($0) }.joined(" ")
        )
        let arguments = option.rows("arguments")
        for (stance, label) in [("for", "For"), ("against", "Against"), ("neutral", "Neither way")] {
            facts.add(label, arguments.filter { $0.text("stance") == stance }.map(argument))
        }
        if arguments.isEmpty { facts.add("For, against", "No reasons are recorded.") }
        return .facts(facts)
    }

    /// What happened to the title of an option; the answer does not say which entry states it.
    private var optionFate: SealedFields.Fate? { fate("label") ?? fate("title") }

    private func argument(_ argument: HistoryRow) -> Phrase {
        let criterion = argument.text("criterion").map { Phrase.quoted($0) + ": " } ?? Phrase()
        let cost = HistoryComposer.amount(argument.row("cost")).map { " (cost " + $0 + ")" } ?? Phrase()
        let fate = composer.sealed.fate(of: ["text"], at: argument.positions(at: "position"))
        return criterion + composer.recorded(argument, "text", fate) + cost + entry(argument)
    }

    var outcome: [Block] {
        let heading = Block.subheading("What was chosen, and why")
        let chosen = dossier.rows("options").filter { $0.isSet("chosen") }.map { option in
            Block.paragraph(
                .words("Chosen: option \(option.number("number").map { "\($0)" } ?? ""), ")
                    + composer.recorded(option, "title", optionFate)
            )
        }
        if let reason = composer.text(dossier, "reason", fate("reason")) {
            return [heading] + chosen + [.quotation(reason)]
        }
        guard chosen.isEmpty else { return [heading] + chosen + [.paragraph("No reason is recorded.")] }
        let isOpen = row.number("age") != nil
        return [
            heading,
            .paragraph(isOpen ? "It has not been decided yet." : "No choice and no reason are recorded."),
        ]
    }
}
