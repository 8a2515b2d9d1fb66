// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Composes the page of a decision history: its chapters from the answers, found by what they are about.
struct HistoryComposer {
    let history: DecisionHistory
    let register: [HistoryRow]
    /// The keys of the decisions, posts and bodies on the page, in the order of their lists.
    let decisionKeys: [String]
    let postKeys: [String]
    let bodyKeys: [String]
    /// The same, to look up.
    private let decisions: Set<String>
    private let bodies: Set<String>
    /// What organisations are called, by key.
    let organisationNames: [String: String]
    /// The accounts that contradict each other.
    let claims: [HistoryRow]
    /// What is about each decision, by its key.
    let commitments: [String: [HistoryRow]]
    let disagreements: [String: [HistoryRow]]
    let amendments: [String: [HistoryRow]]

    init(_ history: DecisionHistory) {
        self.history = history
        register = history.register.map(HistoryRow.init)
        claims = history.claims.map(HistoryRow.init)
        let asked = Set(history.scope.decisions)
        decisionKeys = Self.keys(history.register).filter { asked.isEmpty || asked.contains($0) }
        postKeys = Self.keys(history.posts)
        bodyKeys = Self.keys(history.bodies)
        decisions = Set(decisionKeys)
        bodies = history.scope.isPart ? [] : Set(bodyKeys)
        organisationNames = Dictionary(
            history.organisations.map(HistoryRow.init).compactMap { row in
                row.text("key").flatMap { key in row.text("name").map { (key, $0) } }
            },
            uniquingKeysWith: { first, _ in first }
        )
        commitments = Self.grouped(history.commitments) { $0.text("decision") }
        disagreements = Self.grouped(history.disagreements) { $0.text("about").flatMap(Self.decisionKey) }
        amendments = Self.grouped(history.amendments) { $0.text("subject").flatMap(Self.decisionKey) }
    }

    var scope: HistoryScope { history.scope }
    var sealed: SealedFields { history.sealed }
    var checkpoint: Checkpoint { history.proof.checkpoint.checkpoint }

    /// Whether a decision is on the page.
    func hasDecision(_ key: String) -> Bool { decisions.contains(key) }
    /// Whether a body is on the page.
    func hasBody(_ key: String) -> Bool { bodies.contains(key) }

    private var chapters: [Chapter] { Chapter.allCases.filter { !scope.isPart || $0.isOfPart } }

    /// What comes before the first chapter.
    var opening: HistoryOpening {
        let name = checkpoint.origin.text
        return HistoryOpening(
            windowTitle: PageText.line("Decision history – \(name)"),
            name: .quoted(name),
            lead: lead,
            contents: chapters.enumerated().map { index, chapter in
                ContentsLine(
                    anchor: chapter.anchor,
                    number: index + 1,
                    heading: .words(chapter.heading),
                    key: "",
                    parts: chapter == .decisions ? decisionLines : []
                )
            }
        )
    }

    private var decisionLines: [ContentsLine] {
        register.compactMap { row in
            guard let key = row.text("key"), hasDecision(key) else { return nil }
            let title = recorded(row, "title", sealed.fate(of: ["title"], on: "decision/\(key)"))
            return ContentsLine(anchor: anchor("decision", key), number: 0, heading: title, key: key)
        }
    }

    /// The chapters, each up to its first part.
    var sections: [Section] {
        chapters.enumerated().map { index, chapter in Section(chapter, index + 1, blocks(chapter)) }
    }

    private func blocks(_ chapter: Chapter) -> [Block] {
        switch chapter {
        case .purpose: purpose
        case .register: registerTable
        case .decisions: decisionsIntroduction
        case .posts: postKeys.isEmpty ? [.paragraph("No post is recorded as of then.")] : []
        case .partners: partnersTable
        case .bodies: bodyKeys.isEmpty ? [.paragraph("No body is recorded as of then.")] : []
        case .disputes: disputes
        case .sealed: sealedTexts
        case .verification: verification
        }
    }

    /// The key of a decision in KIND/KEY.
    static func decisionKey(_ subject: String) -> String? {
        let prefix = "decision/".utf8
        return subject.utf8.starts(with: prefix)
            ? String(decoding: subject.utf8.dropFirst(prefix.count), as: UTF8.self) : nil
    }

    private static func keys(_ rows: [JSONObject]) -> [String] { rows.compactMap { $0["key"]?.text } }

    private static func grouped(
        _ rows: [JSONObject],
        by key: (HistoryRow) -> String?
    ) -> [String: [HistoryRow]] {
        Dictionary(grouping: rows.map(HistoryRow.init)) { key($0) ?? "" }
    }
}
