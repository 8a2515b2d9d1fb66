// SPDX-License-Identifier: Apache-2.0

extension HistoryComposer {
    /// What the page is, before its first chapter.
    var lead: [Phrase] {
        var opening: Phrase =
            "What the partners decided together, why, who consented and how, and what came of it: "
        opening += .words(Self.counted(history.dossiers.count, "decision"))
        if scope.isPart { opening += .words(" of the \(register.count) in the register") }
        opening += ", as the ledger " + .code(checkpoint.origin.text) + " records them."
        return [opening, asOf, Self.caution]
    }

    private var asOf: Phrase {
        var text: Phrase = "It shows "
        switch (scope.validAt, scope.knownAt) {
        case (nil, nil):
            text += .words(
                "what the ledger held at \(Self.counted(Int(clamping: checkpoint.size), "entry", "entries"))"
            )
        case (let date?, nil):
            text += "the state of the world on " + .quoted(DateWords.text(date)) + ", as best known now"
        case (nil, let known?): text += "what the ledger held " + Self.known(known)
        case (let date?, let known?):
            text += "the state of the world on " + .quoted(DateWords.text(date)) + " as the ledger knew it "
            text += Self.known(known)
        }
        text += .words("; it was made on \(UnixTime.text(scope.made)) by a reader with the ")
        text += .words(scope.roles.count == 1 ? "role " : "roles ")
        return text + .words((scope.roles.isEmpty ? ["none"] : scope.roles).joined(separator: ", ")) + "."
    }

    private static func known(_ text: String) -> Phrase {
        if text.hasPrefix("@") { return .words("up to entry \(text.dropFirst())") }
        if text.hasPrefix("checkpoint:") {
            return .words("under its checkpoint of size \(text.dropFirst(11))")
        }
        return "at the end of " + .quoted(DateWords.text(text))
    }

    private static let caution: Phrase =
        "This page is a reading copy and proves nothing by itself: "
        + .link("how it was verified", to: "verification")
        + " says what does."

    /// The last line of the page.
    var colophon: Phrase {
        "Ledger " + .code(checkpoint.origin.text)
            + .words(", checkpoint \(checkpoint.size), root ") + .code(checkpoint.root.base64)
            + .words(". Made by jvctl export --format html on \(UnixTime.text(scope.made)). ")
            + "Not evidence: verify the export or the audit pack."
    }

    /// The register of decisions.
    var registerSection: Section {
        var section = Section(anchor: "register", heading: "The register of decisions")
        section.blocks = history.notes.map { .notice(.quoted($0)) }
        let rows = register.filter { dossierKeys.contains($0.text("key") ?? "") }
        guard !rows.isEmpty else {
            section.blocks.append(.paragraph("No decision is recorded in what was asked for."))
            return section
        }
        section.blocks.append(.paragraph(tally(rows)))
        section.blocks.append(
            .table(
                PageTable(
                    "Every decision on this page, by key",
                    ["Key", "Decision", "Where it stands", "Since", "Waits for"],
                    rows.map(line)
                )
            )
        )
        return section
    }

    private func tally(_ rows: [HistoryRow]) -> Phrase {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for row in rows {
            let status = StatusWords.change(row.text("status") ?? "unknown")
            if counts[status] == nil { order.append(status) }
            counts[status, default: 0] += 1
        }
        let parts = order.map { "\(counts[$0] ?? 0) \($0)" }
        let left = scope.isPart ? register.count - rows.count : 0
        let remainder =
            left > 0
            ? " The register has \(Self.counted(left, "more decision")), which this page leaves out." : ""
        return .words(
            "\(Self.counted(rows.count, "decision")): \(parts.joined(separator: ", ")).\(remainder)"
        )
    }

    private func line(_ row: HistoryRow) -> [Phrase] {
        let key = row.text("key") ?? ""
        let waiting = row.rows("waitingFor").map { missing in
            (organisation(missing.text("organisation")) ?? Phrase())
                + (missing.text("reason").map { .words(" (\($0))") } ?? Phrase())
        }
        let flags = row.texts("flags").filter { $0 != row.text("status") }.map {
            Phrase.words(StatusWords.flag($0))
        }
        return [
            .link(key, to: anchor("decision", key)),
            recorded(row, "title", sealed.fate(of: ["title"], on: "decision/\(key)")),
            ([StatusWords.status(row)] + flags).joined(" "),
            row.date("when") ?? .missing("[not recorded]"),
            waiting.isEmpty ? "nobody" : waiting.joined(", "),
        ]
    }
}
