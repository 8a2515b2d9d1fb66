// SPDX-License-Identifier: Apache-2.0

/// Which terms of reference applied to a body.
public struct GetTerms: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "GetTerms"
    public static let summary = "The terms of reference of a body that applied, or every version up to then."
    public static let command = "body terms"

    private let body: Key
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.key("body", of: .body, "The body.")
        all = try fields.flag("all", "Also the versions that applied no longer.")
    }

    /// A version of the terms and whether it applied.
    public struct Row: Sendable {
        let terms: Terms
        let from: EDTF?
        let to: EDTF?
        let truth: Truth
        let position: UInt64
    }

    public static let columns: [Column<Row>] = [
        .number("version", "1 for those it was constituted with, then in the order of recording.") {
            $0.terms.version
        },
        .word("applies", "Whether they applied: yes, no or possibly.") { $0.truth.rawValue },
        .word("from", "From when.") { $0.from?.short },
        .word("to", "When the next version came into force.") { $0.to?.short },
        .word("decisionRule", "How the body decides; absent when they do not say.") {
            $0.terms.decisionRule?.rawValue
        },
        .words("quorum", "Who must be there for a joint decision; empty when they do not say.") {
            $0.terms.quorum.map(\.words)
        },
        .number("papersDays", "How many days before a meeting papers are circulated.") {
            $0.terms.papersDays
        },
        .flag("acceptsReportedConsents", "Whether decisions may rest on reported consents.") {
            $0.terms.acceptsReportedConsents
        },
        .flag("chairsFromDifferentPartners", "Whether chair and vice-chair come from different partners.") {
            $0.terms.chairsFromDifferentPartners
        },
        .flag("excludesConflicted", "Whether who withdrew for a conflict does not count for the quorum.") {
            $0.terms.excludesConflicted
        },
        .entries { [$0.position] },
    ]

    public func answer(in world: World) -> Report<Row> {
        let timeline = world.state.governance.bodies[body]?.terms
        let begun = timeline?.periods(at: world.instant) ?? []
        let certain = begun.lastIndex { $0.validity.holds(at: world.instant) == .yes }
        let rows = begun.indices.map { index in
            let isLast = begun.index(after: index) == begun.endIndex
            let truth: Truth
            if let certain, index < certain {
                truth = .no
            } else {
                truth = index == certain && isLast ? .yes : .possibly
            }
            return Row(
                terms: begun[index].value,
                from: begun[index].validity.from,
                to: isLast ? nil : begun[index + 1].validity.from,
                truth: truth,
                position: begun[index].position
            )
        }
        return Report(rows.filter { all || $0.truth != .no })
    }
}

extension QuorumPart {
    /// How many of whom, such as `1 of council (member)`.
    var words: String { "\(count) of \(organisation)\(seatClass.map { " (\($0.rawValue))" } ?? "")" }
}
