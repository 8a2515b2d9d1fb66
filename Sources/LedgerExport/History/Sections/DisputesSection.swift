// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Accounts that contradict each other, disagreements, corrections.
extension HistoryComposer {
    /// The disputes in which an account is about a thing.
    func claims(about subject: String) -> [HistoryRow] {
        claims.filter { claim in claim.rows("sides").contains { $0.text("subject") == subject } }
    }

    /// The disputes on the page: all, or those in which an account is about one of its decisions.
    var shownClaims: [HistoryRow] {
        scope.isPart
            ? decisionKeys.flatMap { claims(about: "decision/\($0)") }.uniqued(by: "key") : claims
    }

    private func shown(_ rows: [String: [HistoryRow]]) -> [HistoryRow] {
        rows.filter { !scope.isPart || hasDecision($0.key) }.sorted { $0.key < $1.key }.flatMap(
            \.value
        )
    }

    var disputes: [Block] {
        var blocks: [Block] = []
        let disagreements = shown(disagreements).map(disagreement)
        if !disagreements.isEmpty {
            blocks += [.paragraph("Partners disagree about:"), .list(disagreements)]
        }
        let amendments = shown(amendments).sorted { $0.number("position") ?? 0 < $1.number("position") ?? 0 }
        if !amendments.isEmpty {
            let headings = ["Entry", "Does", "To entry", "About", "Why", "Recorded for"]
            blocks.append(
                .table(PageTable("Corrections and retractions", headings, amendments.map(cells)))
            )
        }
        if blocks.isEmpty {
            blocks.append(.paragraph("No entry was corrected or retracted."))
        }
        blocks.append(.paragraph(Self.introduction(shownClaims.isEmpty)))
        return blocks
    }

    private static func introduction(_ isEmpty: Bool) -> Phrase {
        isEmpty
            ? "No two accounts are recorded as contradicting each other."
            : "Accounts that contradict each other all stay in the ledger; which one stands is said where that is settled."
    }

    func part(_ claim: HistoryRow) -> Part {
        let key = claim.text("key") ?? ""
        var blocks: [Block] = []
        let rows = claim.rows("sides").map(side)
        let headings = ["Entry", "Says", "When", "Source", "Standing"]
        blocks.append(.table(PageTable("The accounts in \(PageText.line(key))", headings, rows)))
        if claim.isSet("settled") {
            let reason =
                text(claim, "reason", sealed.fate(of: ["reason"], on: "claim/\(key)"))
                ?? .missing("[not recorded]")
            blocks.append(.paragraph("It is settled: " + reason))
        } else {
            blocks.append(.paragraph("It is not settled."))
        }
        return Part(anchor: anchor("claim", key), heading: question(of: claim), key: key, blocks: blocks)
    }

    /// What a dispute is about.
    func question(of claim: HistoryRow) -> Phrase {
        let fate = sealed.fate(of: ["question"], at: claim.positions("entries"))
        return text(claim, "question", fate) ?? .missing("[question not stated]")
    }

    private func side(_ side: HistoryRow) -> [Phrase] {
        let stands: Phrase =
            side.isSet("retracted")
            ? "retracted" : side.json["stands"]?.bool.map { $0 ? "stands" : "does not stand" } ?? "open"
        let title = side.text("title")
        return [
            side.position("position").map { .words("\($0)") } ?? "–",
            .words("\(side.text("type") ?? ""), ") + subject(side.text("subject") ?? "", title: title),
            side.date("when") ?? .missing("[not recorded]"),
            side.texts("sources").map { .quoted($0) }.joined("; "),
            stands,
        ]
    }

    /// A disagreement between partners.
    func disagreement(_ row: HistoryRow) -> Phrase {
        let key = row.text("key") ?? ""
        let fate = sealed.fate(of: ["title"], at: row.positions("entries"))
        var parts = [.code(key) + " " + recorded(row, "title", fate), parties(row, "parties")]
        if let stage = row.text("stage") { parts.append(.words("at stage \(StatusWords.plain(stage))")) }
        parts.append(row.date("ended") ?? "open")
        if let note = row.text("note") { parts.append(.quoted(note)) }
        return parts.joined("; ")
    }

    /// A correction or retraction, in a sentence.
    func amendment(_ row: HistoryRow) -> Phrase {
        let position = row.position("position")
        let why = text(row, "why", reasonFate(row)) ?? .missing("[reason not recorded]")
        let verb = StatusWords.plain(row.text("kind") ?? "amends")
        let inForce = row.isSet("inForce") ? "" : ", itself replaced since"
        return .words(
            "Entry \(position.map { "\($0)" } ?? "?") \(verb) entry \(row.number("corrects").map { "\($0)" } ?? "?")"
        )
            + .words(inForce) + ": " + why
    }

    private func reasonFate(_ row: HistoryRow) -> SealedFields.Fate? {
        sealed.fate(of: ["reason", "why"], at: row.positions(at: "position"))
    }

    private func cells(_ row: HistoryRow) -> [Phrase] {
        [
            row.number("position").map { .words("\($0)") } ?? "–",
            .words(StatusWords.plain(row.text("kind") ?? "")),
            row.number("corrects").map { .words("\($0)") } ?? "–",
            subject(row.text("subject") ?? "", title: nil),
            text(row, "why", reasonFate(row)) ?? .missing("[not recorded]"),
            [party(row.row("organisation")), row.date("recorded")].compactMap(\.self).joined(", "),
        ]
    }
}

extension [HistoryRow] {
    /// The first of those with the same text in a member.
    fileprivate func uniqued(by name: String) -> [HistoryRow] {
        var seen: Set<String> = []
        return filter { seen.insert($0.text(name) ?? "").inserted }
    }
}
