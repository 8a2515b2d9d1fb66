// SPDX-License-Identifier: Apache-2.0

/// The bodies that decide, their terms, seats and meetings.
extension HistoryComposer {
    /// A body by its key.
    func body(_ key: String) -> Phrase {
        hasBody(key) ? .link(key, to: anchor("body", key)) : .code(key)
    }

    func body(_ body: HistoryRow) -> Part {
        let row = body.row("row") ?? body
        let key = row.text("key") ?? ""
        var facts: [Fact] = []
        facts.add("Kind", row.text("kind").map { .words(StatusWords.plain($0)) })
        facts.add("When", span(row))
        facts.add("Part of", row.text("parent").map { self.body($0) })
        facts.add("Parts", body.texts("parts").map { self.body($0) }.joined(", "))
        facts.add("Terms", body.row("terms").map(terms) ?? ["No terms of reference are recorded."])
        facts.add("In the chair", body.rows("chairs").map(chair))
        facts.add("Entries", .words(Self.entries(body.positions("entries"))))
        let name = PageText.line(key)
        let seats = body.rows("seats").map(seat)
        let seatTable = PageTable(
            "Seats of \(name)",
            ["Seat", "Nominated by", "Class", "Vote", "Held by"],
            seats
        )
        let meetings = body.rows("meetings").map(meeting)
        let meetingTable = PageTable(
            "Meetings of \(name)",
            ["Meeting", "Called", "When", "Quorum", "Minutes"],
            meetings
        )
        return Part(
            anchor: anchor("body", key),
            heading: recorded(row, "title", sealed.fate(of: ["title"], on: "body/\(key)")),
            key: key,
            blocks: [.facts(facts)] + (seats.isEmpty ? [] : [.table(seatTable)])
                + (meetings.isEmpty ? [] : [.table(meetingTable)])
        )
    }

    private func terms(_ terms: HistoryRow) -> [Phrase] {
        var lines: [Phrase] = [
            [.words("version \(terms.number("version") ?? 1)"), span(terms)].compactMap(\.self).joined(", ")
        ]
        if let rule = terms.text("decisionRule") {
            lines.append(.words("decides by \(StatusWords.plain(rule))"))
        }
        let parts = terms.rows("quorum").map { part in
            .words("\(part.number("count") ?? 0) of ") + (party(part.row("organisation")) ?? Phrase())
                + (part.text("seatClass").map { .words(" (\(StatusWords.plain($0)))") } ?? Phrase())
        }
        lines.append(parts.isEmpty ? "no quorum is stated" : "quorate with " + parts.joined(", "))
        if terms.isSet("acceptsReportedConsents") {
            lines.append("its decisions may rest on reported consents")
        }
        if terms.isSet("chairsFromDifferentPartners") {
            lines.append("chair and vice-chair come from different partners")
        }
        if terms.isSet("excludesConflicted") {
            lines.append("who withdrew for a conflict does not count for the quorum")
        }
        if let days = terms.number("papersDays") {
            lines.append(.words("papers are circulated \(days) days before a meeting"))
        }
        return lines
    }

    private func chair(_ chair: HistoryRow) -> Phrase {
        let certainty = chair.text("certainty") == "possibly" ? "possibly " : ""
        let office = StatusWords.plain(chair.text("office") ?? "")
        return [
            .words(certainty + office) + ": " + .code(chair.text("holder") ?? ""),
            parties(chair, "organisations"), span(chair),
        ]
        .compactMap(\.self).joined(", ")
    }

    private func seat(_ seat: HistoryRow) -> [Phrase] {
        let key = seat.text("key") ?? ""
        let title =
            text(seat, "title", sealed.fate(of: ["title"], on: "seat/\(key)")).map { ": " + $0 } ?? Phrase()
        return [
            .code(key) + title,
            party(seat.row("organisation")) ?? .missing("[not recorded]"),
            .words(seat.text("seatClass") ?? "–"),
            seat.isSet("voting") ? "yes" : "no",
            holders(seat).joined("; "),
        ]
    }

    private func meeting(_ meeting: HistoryRow) -> [Phrase] {
        let key = meeting.text("key") ?? ""
        let quorum =
            switch meeting.text("quorate") {
            case "yes"?: "quorate"
            case "no"?: "not quorate"
            default: "unknown"
            }
        let minutes =
            meeting.isSet("approved") ? "approved" : meeting.isSet("minuted") ? "recorded" : "not recorded"
        return [
            .code(key),
            text(meeting, "title", sealed.fate(of: ["title"], on: "meeting/\(key)")) ?? "–",
            meeting.date("when") ?? .missing("[not recorded]"),
            .words(quorum),
            .words(minutes),
        ]
    }
}
