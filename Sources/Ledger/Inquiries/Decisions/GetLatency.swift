// SPDX-License-Identifier: Apache-2.0

/// How long decisions took, and for whom they waited.
public struct GetLatency: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "GetLatency"
    public static let summary =
        "How many days each matter took from tabled to adopted, and how long each partner's consent took."
    public static let command = "decision latency"

    private let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey("decision", of: .decision, "Only this one.")
    }

    /// A matter as a whole, or one partner's consent to it.
    public struct Row: Sendable {
        let key: Key
        let title: Text
        let step: String
        let organisation: Key?
        let from: String
        let to: String?
        let days: DaySpan
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The matter.") { $0.key },
        .text("title", "What is or was to be decided.") { $0.title },
        .word(
            "step",
            "decision: from tabled to adopted; consent: from the revision adopted, or on the table, to the consent."
        ) { $0.step },
        .party("organisation", "The partner whose consent it is.") { $0.organisation },
        .word("from", "When it began.") { $0.from },
        .word("to", "When it ended; absent while it goes on.") { $0.to },
        .number("atLeastDays", "The fewest whole days that the dates allow; so far while it goes on.") {
            $0.days.atLeast
        },
        .number("atMostDays", "The most whole days that the dates allow.") { $0.days.atMost },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.decisions.filter { key, _ in decision.map { $0 == key } ?? true }
            .flatMap { key, decision in Self.rows(key, decision, world) }
        let adopted = rows.filter { $0.step == "decision" && $0.to != nil }
        let waiting = Set(rows.compactMap(\.organisation)).sorted().map { partner in
            let own = rows.filter { $0.organisation == partner && $0.to != nil }
            return Figure(
                "median days for \(partner)",
                Self.range(own),
                "of \(own.count) consents; the lower middle of the fewest and of the most days",
                entries: own.flatMap(\.entries)
            )
        }
        return Report(
            rows,
            figures: [
                Figure("adopted", adopted.count),
                Figure(
                    "median days to adoption",
                    Self.range(adopted),
                    "the lower middle of the fewest and of the most days that the dates allow"
                ),
            ] + waiting
        )
    }

    /// The medians of the fewest and of the most days; nil of none.
    private static func range(_ rows: [Row]) -> String? {
        guard let least = DaySpan.median(rows.compactMap(\.days.atLeast)),
            let most = DaySpan.median(rows.compactMap(\.days.atMost))
        else { return nil }
        return least == most ? "\(least)" : "\(least) to \(most)"
    }

    private static func rows(_ key: Key, _ decision: Decision, _ world: World) -> [Row] {
        guard let tabled = decision.tabled, decision.adoption != nil || decision.takesPositions else {
            return []
        }
        let now = Bounds(instant: world.instant)
        let adopted = decision.adoption?.happening
        let whole = Row(
            key: key,
            title: decision.title,
            step: "decision",
            organisation: nil,
            from: tabled.words,
            to: adopted?.occurrence.text,
            days: DaySpan(from: tabled.when, to: adopted?.occurrence.date.bounds ?? now),
            entries: [tabled.position] + (adopted.map { [$0.position] } ?? [])
        )
        let asked = decision.revisedWhen.prefix(decision.revision).last ?? tabled.when
        let partners =
            decision.adoption?.required ?? world.state.requiredPartners(of: decision, at: world.instant)
        return [whole]
            + partners.map { partner in
                let consent = decision.standing(of: partner).flatMap { $0.stance == .consents ? $0 : nil }
                return Row(
                    key: key,
                    title: decision.title,
                    step: "consent",
                    organisation: partner,
                    from: asked.words,
                    to: consent?.when.words,
                    days: DaySpan(from: asked, to: consent?.when ?? adopted?.occurrence.date.bounds ?? now),
                    entries: [tabled.position] + (consent.map { [$0.position] } ?? [])
                )
            }
    }
}
