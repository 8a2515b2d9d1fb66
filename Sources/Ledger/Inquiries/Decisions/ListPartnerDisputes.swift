// SPDX-License-Identifier: Apache-2.0

/// What partners disagree about.
public struct ListPartnerDisputes: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListPartnerDisputes"
    public static let summary =
        "What partners disagree about, and how far it has gone; not where entries contradict each other."
    public static let command = "disagreement list"

    private let organisation: Key?
    private let about: Subject?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those to which this organisation or a unit of it is a party."
        )
        about = try fields.optionalSubject(
            "about",
            of: SubjectKind.matters,
            "Only those about this, such as decision/D-0004."
        )
        all = try fields.flag("all", "Also those that are over.")
    }

    /// A dispute and how far it has gone.
    public struct Row: Sendable {
        let key: Key
        let content: DisputeOpened
        let since: String
        let stage: DisputeStage?
        let open: Truth
        let ended: String?
        let resolution: DisputeResolved?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the dispute.") { $0.key },
        .text("title", "What they disagree about.") { $0.content.title },
        .parties("parties", "The organisations that disagree.") { $0.content.parties },
        .word("about", "What it is about, as KIND/KEY.") { $0.content.about?.description },
        .word("since", "When it was opened.") { $0.since },
        .word("stage", "How far up it has gone; absent while it is between the parties.") {
            $0.stage?.rawValue
        },
        .word("open", "Whether it is open: yes, no or possibly.") { $0.open.rawValue },
        .word("ended", "How it ended, agreed, withdrawn, determined or parted, and when.") { $0.ended },
        .word("decision", "The decision that ended it.") { $0.resolution?.decision?.text },
        .text("note", "What the parties agreed, or what was decided; before that, what was said of it.") {
            $0.resolution?.note ?? $0.content.note
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let t = world.instant
        let rows = world.state.work.disputes.sorted { $0.key < $1.key }.compactMap {
            key,
            dispute -> Row? in
            let open = dispute.isOpen(at: t)
            let content = dispute.opened.content
            guard dispute.began.happened(at: t) != .no, all || open != .no,
                about.map({ $0 == content.about }) ?? true
            else { return nil }
            if let organisation {
                let isParty = content.parties.contains { world.state.belongs($0, to: organisation) }
                guard isParty else { return nil }
            }
            let ended = dispute.resolved.flatMap { $0.happening.ending($0.content.outcome.rawValue, at: t) }
            return Row(
                key: key,
                content: content,
                since: dispute.began.occurrence.text,
                stage: dispute.stage(at: t),
                open: open,
                ended: ended,
                resolution: ended == nil ? nil : dispute.resolved?.content,
                entries: dispute.positions(at: t)
            )
        }
        return Report(rows)
    }
}
