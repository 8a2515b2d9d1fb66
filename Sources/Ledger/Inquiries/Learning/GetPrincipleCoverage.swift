// SPDX-License-Identifier: Apache-2.0

/// What shows that the six principles are followed, and where nothing does.
public struct GetPrincipleCoverage: Inquiry {
    public static let family = InquiryFamily.learning
    public static let name = "GetPrincipleCoverage"
    public static let summary = """
        For each of the six principles for adopting innovation what shows that it is followed, and what might.
        """
    public static let command = "principle coverage"

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A principle, with what was confirmed and what is suggested.
    public struct Row: Sendable {
        let principle: CQCPrinciple
        let links: [(key: Key, link: PrincipleLink, truth: Truth)]
        let suggestions: [PrincipleSuggestion]

        func count(_ strength: LinkStrength) -> Int {
            links.count { $0.link.linked.content.strength == strength }
        }

        /// The strongest, of several the one confirmed first.
        var strongest: PrincipleLink? {
            let best = links.map(\.link.linked.content.strength).max()
            return links.first { $0.link.linked.content.strength == best }?.link
        }

        var gap: String? {
            guard let best = strongest?.linked.content.strength else { return "nothing is confirmed" }
            switch best {
            case .weak: return "only weak evidence"
            case .moderate, .strong: return links.count == 1 ? "only one thing shows it" : nil
            }
        }
    }

    public static let columns: [Column<Row>] = [
        .number("principle", "The number of the principle.") { $0.principle.rawValue },
        .word("name", "Its name, as the Care Quality Commission published it.") { $0.principle.name },
        .number("strong", "How many things show it strongly, as somebody confirmed.") { $0.count(.strong) },
        .number("moderate", "How many show it moderately.") { $0.count(.moderate) },
        .number("weak", "How many show it weakly.") { $0.count(.weak) },
        .word("strongest", "What shows it best, as KIND/KEY.") {
            $0.strongest?.linked.content.artefact.description
        },
        .text("rationale", "Why that shows it.") { $0.strongest?.linked.content.rationale },
        .words("links", "What shows it, as KIND/KEY, marked where dates leave open whether it counts.") {
            row in
            row.links.map { link in
                let artefact = link.link.linked.content.artefact
                return link.truth == .possibly ? "\(artefact) (possibly)" : "\(artefact)"
            }
        },
        .word("gap", "What is missing.") { $0.gap },
        .words("suggestions", "What might show it by what is recorded; it counts once somebody confirms it.")
        {
            $0.suggestions.map { "\($0.artefact): \($0.reason)" }
        },
        .entries { row in
            Set(row.links.map(\.link.linked.happening.position) + row.suggestions.flatMap(\.entries)).sorted()
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        var links: [CQCPrinciple: [(key: Key, link: PrincipleLink, truth: Truth)]] = [:]
        for (key, link) in world.state.learning.principleLinks.sorted(by: { $0.key < $1.key }) {
            let truth = link.stands(at: world.instant)
            guard truth != .no else { continue }
            links[link.linked.content.principle, default: []].append((key, link, truth))
        }
        let suggestions = Dictionary(grouping: world.principleSuggestions, by: \.principle)
        let rows = CQCPrinciple.allCases.map { principle in
            let confirmed = links[principle] ?? []
            let known = Set(confirmed.map(\.link.linked.content.artefact))
            return Row(
                principle: principle,
                links: confirmed,
                suggestions: (suggestions[principle] ?? []).filter { !known.contains($0.artefact) }
            )
        }
        let covered = rows.count { !$0.links.isEmpty }
        return Report(
            rows,
            figures: [
                Figure("principles with confirmed evidence", covered, "of 6"),
                Figure("suggestions to confirm", rows.reduce(0) { $0 + $1.suggestions.count }),
            ],
            note:
                "Suggestions follow from what is recorded and count for nothing until somebody confirms them: "
                + "jvctl principle link."
        )
    }
}
