// SPDX-License-Identifier: Apache-2.0

/// Risks, assumptions, issues and dependencies.
public struct ListRaid: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListRaid"
    public static let summary =
        "Risks, assumptions, issues and dependencies, the highest score first, and who watches them."
    public static let command = "raid list"

    private let kind: RaidKind?
    private let organisation: Key?
    private let decision: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        kind = try fields.optionalChoice("kind", RaidKind.self, "Only those of this kind.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those that this organisation or a unit of it watches, or a role that acts for it."
        )
        decision = try fields.optionalKey("decision", of: .decision, "Only those that this decision led to.")
        all = try fields.flag("all", "Also those that were closed.")
    }

    /// A risk or its like as it was seen.
    public struct Row: Sendable {
        let key: Key
        let content: RaidRaised
        let view: RaidView
        let role: Text?
        let since: String
        let orphaned: Truth
        let open: Truth
        let ended: String?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the entry in the register.") { $0.key },
        .word("kind", "risk, assumption, issue or dependency.") { $0.content.raidKind.rawValue },
        .text("title", "What it is.") { $0.content.title },
        .number("likelihood", "How likely it is, from 1 to 5.") { $0.view.likelihood.map(Int.init) },
        .number("impact", "How much it would matter, from 1 to 5.") { $0.view.impact.map(Int.init) },
        .number("score", "Likelihood times impact; absent while one of them is not rated.") {
            $0.view.score.map(Int.init)
        },
        .word("owner", "The assignment of whoever watches it.") { $0.view.owner?.text },
        .text("role", "The post or seat of that assignment.") { $0.role },
        .party("organisation", "The organisation that watches it.") { $0.view.organisation },
        .word("orphaned", "Whether it is open and its owner's role has ended: yes, no or possibly.") {
            $0.orphaned.rawValue
        },
        .text("note", "What was last said of it.") { $0.view.note },
        .word("since", "When it was raised.") { $0.since },
        .word("open", "Whether it is open: yes, no or possibly.") { $0.open.rawValue },
        .word("ended", "How it ended, resolved, occurred, accepted or unfounded, and when.") { $0.ended },
        .word("decision", "The decision that led to it.") { $0.content.decision?.text },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.work.raid.compactMap { row($0.key, $0.value, world) }
            .sorted { (-($0.view.score ?? 0), $0.key) < (-($1.view.score ?? 0), $1.key) }
        return Report(
            rows,
            figures: RaidKind.allCases.map { kind in
                Figure("of the kind \(kind.rawValue)", rows.count { $0.content.raidKind == kind })
            } + [Figure("not rated", rows.count { $0.view.score == nil }, "without likelihood or impact")]
        )
    }

    private func row(_ key: Key, _ item: RaidItem, _ world: World) -> Row? {
        let (state, t) = (world.state, world.instant)
        let open = item.isOpen(at: t)
        let content = item.raised.content
        guard item.began.happened(at: t) != .no, all || open != .no,
            kind.map({ $0 == content.raidKind }) ?? true,
            decision.map({ $0 == content.decision }) ?? true
        else { return nil }
        let view = RaidView(item, at: t)
        if let organisation {
            let responsible = Responsibility(owner: view.owner, organisation: view.organisation)
            let watching = state.organisations(of: responsible, at: t)
            guard watching.contains(where: { state.belongs($0, to: organisation) }) else { return nil }
        }
        return Row(
            key: key,
            content: content,
            view: view,
            role: view.owner.flatMap { state.title(of: Subject(.assignment, $0)) },
            since: item.began.occurrence.text,
            orphaned: open.and(view.owner.map { state.roleHasEnded($0, at: t) } ?? .no),
            open: open,
            ended: item.closed.flatMap { $0.happening.ending($0.content.outcome.rawValue, at: t) },
            entries: item.positions(at: t)
        )
    }
}
