// SPDX-License-Identifier: Apache-2.0

/// What is missing from the record of decisions that were adopted.
public struct GetCompleteness: Inquiry {
    public static let family = InquiryFamily.audit
    public static let name = "GetCompleteness"
    public static let summary = "The adopted decisions, and what the record of each one lacks."
    public static let command = "audit completeness"

    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        all = try fields.flag("all", "Also those that lack nothing.")
    }

    /// An adopted decision and what its record lacks.
    public struct Row: Sendable {
        let key: Key
        let title: Text
        let adopted: StatusChange
        let lacks: [String]
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The decision.") { $0.key },
        .text("title", "What was decided.") { $0.title },
        .word("adopted", "When it was adopted.") { $0.adopted.words },
        .words(
            "lacks",
            """
            What is not recorded: option, alternatives, rejectedReasons, conflicts, consents, givenConsents, \
            authority, quorum, evidence.
            """
        ) { $0.lacks },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        var rows: [Row] = []
        var counts: [String: Int] = [:]
        var total = 0
        for (key, recorded) in world.state.decisions.all.sorted(by: { $0.key < $1.key }) {
            let decision = recorded.asOf(world.instant)
            guard let adoption = decision.adoption,
                let adopted = decision.history.last(where: { $0.status == .adopted })
            else { continue }
            total += 1
            let lacks = Self.lacks(decision, adoption, world.state)
            for lack in lacks { counts[lack, default: 0] += 1 }
            guard all || !lacks.isEmpty else { continue }
            rows.append(
                Row(
                    key: key,
                    title: decision.title,
                    adopted: adopted,
                    lacks: lacks,
                    entries: [adoption.position] + decision.positions.map(\.position)
                )
            )
        }
        let figures =
            [
                Figure(
                    "gaps in the sequence",
                    0,
                    "positions are assigned in the commit, one after the other"
                ),
                Figure("adopted decisions", total),
            ] + counts.sorted { $0.key < $1.key }.map { Figure("without \($0.key)", $0.value) }
        return Report(rows, figures: figures)
    }

    private static func lacks(_ decision: Decision, _ adoption: Adoption, _ state: State) -> [String] {
        let consents = adoption.required.map { decision.standing(of: $0) }
        let rejected = decision.options.filter { $0.number != adoption.option }
        let checks: [(String, Bool)] = [
            ("option", adoption.option != nil),
            ("alternatives", !rejected.isEmpty || adoption.noAlternatives != nil),
            (
                "rejectedReasons",
                rejected.allSatisfy(\.isRejectedWithReason)
            ),
            ("conflicts", adoption.conflicts != nil),
            ("consents", decision.organisation != nil || consents.allSatisfy { $0?.stance == .consents }),
            ("givenConsents", decision.organisation != nil || consents.allSatisfy { $0?.mode == .given }),
            (
                "authority",
                adoption.delegation != nil || decision.positions.contains { $0.by != nil }
                    || adoption.meeting != nil
            ),
            (
                "quorum",
                adoption.meeting.flatMap { state.quorum(of: $0) }?.isQuorate ?? (adoption.body == nil)
            ),
            ("evidence", !decision.evidence.isEmpty || !decision.because.isEmpty),
        ]
        return checks.filter { !$0.1 }.map(\.0)
    }
}
