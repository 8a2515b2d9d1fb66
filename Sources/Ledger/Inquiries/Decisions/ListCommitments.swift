// SPDX-License-Identifier: Apache-2.0

/// What is to be done, by whom and by when.
public struct ListCommitments: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListCommitments"
    public static let summary =
        "What is to be done, by whom and by when; what is overdue, and what nobody is left to do."
    public static let command = "commitment list"

    private let organisation: Key?
    private let owner: Key?
    private let decision: Key?
    private let overdue: Bool
    private let orphaned: Bool
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            """
            Only those of this organisation or a unit of it; where only an owner is named, those of every organisation \
            for which the owner's role acts.
            """
        )
        owner = try fields.optionalKey("owner", of: .assignment, "Only those of this assignment.")
        decision = try fields.optionalKey("decision", of: .decision, "Only those that this decision led to.")
        overdue = try fields.flag("overdue", "Only those that are overdue or may be.")
        orphaned = try fields.flag("orphaned", "Only those whose owner's role has ended or may have.")
        all = try fields.flag("all", "Also those that were completed or cancelled.")
    }

    /// A commitment as it stood.
    public struct Row: Sendable {
        let key: Key
        let content: CommitmentAssigned
        let responsible: Responsibility?
        let role: Text?
        let organisations: [Key]
        let due: EDTF?
        let open: Truth
        let overdue: Truth
        let orphaned: Truth
        let postponed: Int
        let percent: Int64?
        let ended: String?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the commitment.") { $0.key },
        .word("kind", "What kind of thing it is: action, training, report or other.") {
            ($0.content.commitmentKind ?? .action).rawValue
        },
        .text("title", "What is to be done.") { $0.content.title },
        .word("owner", "The assignment of whoever is to do it.") { $0.responsible?.owner?.text },
        .text("role", "The post or seat of that assignment.") { $0.role },
        .parties(
            "organisations",
            "The organisation that is to do it; where only an owner is named, those for which that role acts."
        ) { $0.organisations },
        .word("due", "By when; a day counts to its end.") { $0.due?.short },
        .word("overdue", "Whether it is open and that date has passed: yes, no or possibly.") {
            $0.overdue.rawValue
        },
        .word("orphaned", "Whether it is open and its owner's role has ended: yes, no or possibly.") {
            $0.orphaned.rawValue
        },
        .number("postponed", "How often it was given another date.") { $0.postponed },
        .number("percent", "How much of it is done, in per cent, as last said.") { $0.percent.map(Int.init) },
        .word("open", "Whether it is still to be done: yes, no or possibly.") { $0.open.rawValue },
        .word("ended", "How it ended, and when.") { $0.ended },
        .word("decision", "The decision that led to it.") { $0.content.decision?.text },
        .word("meeting", "The meeting at which it was agreed.") { $0.content.meeting?.text },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.work.commitments.compactMap { row($0.key, $0.value, world) }
            .sorted { Self.urgency($0) < Self.urgency($1) }
        func count(_ truth: (Row) -> Truth) -> (String, Int) {
            let possible = rows.count { truth($0) == .possibly }
            return (possible == 0 ? "" : "; possibly \(possible) more", rows.count { truth($0) == .yes })
        }
        let overdue = count(\.overdue)
        let orphaned = count(\.orphaned)
        return Report(
            rows,
            figures: [
                Figure("listed", rows.count),
                Figure("overdue", overdue.1, "open, and the date has passed" + overdue.0),
                Figure("orphaned", orphaned.1, "open, and the owner's role has ended" + orphaned.0),
                Figure("without a date", rows.count { $0.due == nil }),
            ]
        )
    }

    /// Whoever is asked for first comes first: by date, those without one last, then by key.
    private static func urgency(_ row: Row) -> (Timestamp, Key) {
        (row.due?.bounds.latestOrFuture ?? .distantFuture, row.key)
    }

    private func row(_ key: Key, _ commitment: Commitment, _ world: World) -> Row? {
        let (state, t) = (world.state, world.instant)
        let open = commitment.isOpen(at: t)
        guard commitment.began.happened(at: t) != .no, all || open != .no else { return nil }
        let candidates = commitment.responsible(at: t)
        if let owner, !candidates.contains(where: { $0.owner == owner }) { return nil }
        if let decision, commitment.assigned.content.decision != decision { return nil }
        if let organisation {
            let owing = candidates.flatMap { state.organisations(of: $0, at: t) }
            guard owing.contains(where: { state.belongs($0, to: organisation) }) else { return nil }
        }
        let isOverdue = commitment.isOverdue(at: t)
        let isOrphaned = state.isOrphaned(commitment, at: t)
        guard !overdue || isOverdue != .no, !orphaned || isOrphaned != .no else { return nil }
        let responsible = candidates.first
        return Row(
            key: key,
            content: commitment.assigned.content,
            responsible: responsible,
            role: responsible?.owner.flatMap { state.title(of: Subject(.assignment, $0)) },
            organisations: responsible.map { state.organisations(of: $0, at: t) } ?? [],
            due: commitment.due(at: t).first ?? nil,
            open: open,
            overdue: isOverdue,
            orphaned: isOrphaned,
            postponed: commitment.reschedulings.count { $0.happening.happened(at: t) != .no },
            percent: commitment.percent(at: t),
            ended: commitment.ending.flatMap { $0.happening.ending($0.word, at: t) },
            entries: commitment.positions(at: t)
        )
    }
}

extension Happening {
    /// How something ended and when, such as `completed Aug 2019`; nil when that had not happened at `t`.
    func ending(_ outcome: String, at t: Timestamp) -> String? {
        happened(at: t) == .no ? nil : "\(outcome) \(occurrence.text)"
    }
}
