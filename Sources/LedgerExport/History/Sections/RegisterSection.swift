// SPDX-License-Identifier: Apache-2.0

/// The register of decisions.
extension HistoryComposer {
    var registerTable: [Block] {
        let rows = register.filter { hasDecision($0.text("key") ?? "") }
        guard !rows.isEmpty else { return [.paragraph("No decision is recorded as of then.")] }
        let headings = ["Key", "Decision", "Where it stands", "Since", "Waits for"]
        return [
            .paragraph(tally(rows)),
            .table(PageTable("Every decision on this page, by key", headings, rows.map(line))),
        ]
    }

    private func tally(_ rows: [HistoryRow]) -> Phrase {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for row in rows {
            let status = StatusWords.status(row)
            if counts[status] == nil { order.append(status) }
            counts[status, default: 0] += 1
        }
        let parts = order.map { "\(counts[$0] ?? 0) \($0)" }
        let left = register.count - rows.count
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
            ([.status(StatusWords.status(row))] + flags).joined(" "),
            row.date("when") ?? .missing("[not recorded]"),
            waiting.isEmpty ? "nobody" : waiting.joined(", "),
        ]
    }
}
