// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Composes the page of a decision history: its chapters from the answers, found by what they are about.
struct HistoryComposer {
    let history: DecisionHistory
    /// The keys of the decisions on the page.
    let dossierKeys: Set<String>
    /// What organisations are called, by key.
    let organisationNames: [String: String]
    /// The keys of the bodies on the page.
    let bodyKeys: Set<String>
    let register: [HistoryRow]
    /// The accounts that contradict each other.
    let claims: [HistoryRow]
    /// What each act of consent, refusal or adoption rested on, by the position of its entry.
    let authority: [UInt64: HistoryRow]
    /// What is about each decision, by its key.
    let conflicts: [String: [HistoryRow]]
    let commitments: [String: [HistoryRow]]
    let disagreements: [String: [HistoryRow]]
    let amendments: [String: [HistoryRow]]

    init(_ history: DecisionHistory) {
        self.history = history
        register = history.register.map(HistoryRow.init)
        claims = history.claims.map(HistoryRow.init)
        bodyKeys = Set(
            history.bodies.compactMap { HistoryRow($0).row("row")?.text("key") }
        )
        dossierKeys = Set(history.dossiers.compactMap { HistoryRow($0).row("row")?.text("key") })
        organisationNames = Dictionary(
            history.organisations.map(HistoryRow.init).compactMap { row in
                row.text("key").flatMap { key in row.text("name").map { (key, $0) } }
            },
            uniquingKeysWith: { first, _ in first }
        )
        authority = Dictionary(
            history.authority.map(HistoryRow.init).flatMap { row in row.positions("entries").map { ($0, row) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        conflicts = Self.grouped(history.conflicts) { $0.text("decision") }
        commitments = Self.grouped(history.commitments) { $0.text("decision") }
        disagreements = Self.grouped(history.disagreements) { $0.text("about").flatMap(Self.decisionKey) }
        amendments = Self.grouped(history.amendments) { $0.text("subject").flatMap(Self.decisionKey) }
    }

    var scope: DecisionHistory.Scope { history.scope }
    var sealed: SealedFields { history.sealed }
    var checkpoint: Checkpoint { history.proof.checkpoint.checkpoint }

    /// The page with all its chapters, numbered.
    var page: HistoryPage {
        let whole = scope.isPart ? [] : [postsSection, partnersSection, bodiesSection]
        var sections =
            [registerSection, dossiersSection] + whole + [
                disputesSection, sealedSection, verificationSection,
            ]
        for index in sections.indices { sections[index].number = index + 1 }
        let name = history.ventureName ?? checkpoint.origin.text
        return HistoryPage(
            windowTitle: PageText.line("Decision history – \(name)"),
            name: .quoted(name),
            lead: lead,
            sections: sections,
            colophon: colophon
        )
    }

    /// The key of a decision in KIND/KEY.
    static func decisionKey(_ subject: String) -> String? {
        subject.hasPrefix("decision/") ? String(subject.dropFirst("decision/".count)) : nil
    }

    private static func grouped(_ rows: [JSONObject], by key: (HistoryRow) -> String?) -> [String:
        [HistoryRow]]
    {
        Dictionary(grouping: rows.map(HistoryRow.init)) { key($0) ?? "" }
    }
}
