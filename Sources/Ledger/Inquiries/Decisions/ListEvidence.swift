// SPDX-License-Identifier: Apache-2.0

/// The evidence there is, what rests on it and what it is worth.
public struct ListEvidence: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListEvidence"
    public static let summary =
        "The evidence there is: which decisions use it or go against it, what it is worth, what was retracted."
    public static let command = "evidence list"

    private let decision: Key?
    private let unused: Bool
    private let contradicting: Bool
    private let retracted: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey("decision", of: .decision, "Only what this decision uses.")
        unused = try fields.flag("unused", "Only what no decision uses.")
        contradicting = try fields.flag("contradicting", "Only what speaks against some decision.")
        retracted = try fields.flag("retracted", "Only what was retracted.")
    }

    /// A piece of evidence and its uses.
    public struct Row: Sendable {
        let key: Key
        let evidence: Evidence
        let uses: [EvidenceUse]
        let appraisal: Recorded<EvidenceAppraised>?
        let retraction: Recorded<EvidenceRetracted>?

        func decisions(_ role: EvidenceUse.Role) -> [String] {
            Set(uses.filter { $0.role == role }.map(\.decision)).sorted().map(\.text)
        }

        /// Whether something rested on it before it was retracted; nil when it was not.
        var wasReliedOn: Truth? {
            guard let bounds = retraction?.happening.occurrence.date.bounds else { return nil }
            return uses.reduce(.no) { $0.or($1.when.precedes(bounds)) }
        }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the evidence.") { $0.key },
        .word("kind", "What kind of thing it is.") { $0.evidence.kind.rawValue },
        .text("title", "What it is called.") { $0.evidence.title },
        .word("dated", "When it was written or published.") { $0.evidence.dated?.short },
        .words("supports", "The decisions to which it was put as support.") {
            $0.decisions(.linked(.supports))
        },
        .words("contradicts", "The decisions against which it speaks.") {
            $0.decisions(.linked(.contradicts))
        },
        .words("context", "The decisions to which it was put as context.") {
            $0.decisions(.linked(.context))
        },
        .words("cited", "The decisions that were proposed because of it, or for which it reports a consent.")
        {
            $0.decisions(.cited)
        },
        .flag("unused", "Whether no decision uses it.") { $0.uses.isEmpty },
        .word("strength", "What it was last judged to be worth: strong, moderate, weak or insufficient.") {
            $0.appraisal?.content.strength.rawValue
        },
        .party("appraiser", "The organisation that judged so.") { $0.appraisal?.content.organisation },
        .word("retracted", "When it was retracted.") { $0.retraction?.happening.occurrence.text },
        .word(
            "reliedOn",
            "Whether a decision used it before it was retracted: yes, no or possibly; absent when it was not."
        ) { $0.wasReliedOn?.rawValue },
        .entries { row in
            let own =
                [row.evidence.position]
                + [row.appraisal?.happening.position, row.retraction?.happening.position]
                .compactMap(\.self)
            return Set(own + row.uses.map(\.position)).sorted()
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let t = world.instant
        let uses = world.state.evidenceUses(at: t)
        let rows = world.state.decisions.evidence.sorted { $0.key < $1.key }.compactMap {
            key,
            evidence -> Row? in
            let used = uses[key] ?? []
            let isThere = evidence.dated?.bounds.isAtOrBefore(t) ?? evidence.happening.happened(at: t)
            guard isThere != .no || !used.isEmpty else { return nil }
            let row = Row(
                key: key,
                evidence: evidence,
                uses: used,
                appraisal: evidence.appraisal(at: t),
                retraction: evidence.retraction.flatMap { $0.happening.happened(at: t) == .no ? nil : $0 }
            )
            return isAsked(row) ? row : nil
        }
        return Report(
            rows,
            figures: [
                Figure("listed", rows.count),
                Figure("unused", rows.count { $0.uses.isEmpty }, "no decision uses it"),
                Figure("contradicting", rows.count { !$0.decisions(.linked(.contradicts)).isEmpty }),
                Figure("not appraised", rows.count { $0.appraisal == nil }),
                Figure(
                    "retracted after use",
                    rows.count { $0.wasReliedOn == .yes },
                    "a decision used it before it was retracted"
                ),
            ],
            note: """
                Uses are links to decisions, grounds of proposals and reported consents; other entries name their sources \
                themselves: jvctl log shows them.
                """
        )
    }

    private func isAsked(_ row: Row) -> Bool {
        if let decision, !row.uses.contains(where: { $0.decision == decision }) { return false }
        if unused, !row.uses.isEmpty { return false }
        if contradicting, row.decisions(.linked(.contradicts)).isEmpty { return false }
        return !retracted || row.retraction != nil
    }
}
