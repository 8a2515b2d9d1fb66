// SPDX-License-Identifier: Apache-2.0

/// What is needed, and what was proposed and decided because of it.
public struct ListNeeds: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListNeeds"
    public static let summary = "What is needed, and the proposals and decisions that rest on it."
    public static let command = "need list"

    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those that this organisation or a unit of it raised."
        )
        all = try fields.flag("all", "Also those that were closed.")
    }

    /// A need and what rests on it.
    public struct Row: Sendable {
        let key: Key
        let need: Need
        let open: Truth
        let ended: String?
        var proposals: [Key] = []
        var decisions: [Key] = []
        var entries: [UInt64]

        var closed: NeedClosed? { ended == nil ? nil : need.closed?.content }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the need.") { $0.key },
        .text("title", "What is needed.") { $0.need.identified.content.title },
        .text("affected", "The groups of people whom it affects.") { $0.need.identified.content.affected },
        .party("organisation", "The organisation that raised it.") {
            $0.need.identified.content.organisation
        },
        .word("interface", "The interface between services at which it shows.") {
            $0.need.identified.content.interface?.text
        },
        .word("since", "When it was identified.") { $0.need.began.occurrence.text },
        .words("proposals", "The proposals that rest on it and have not been adopted.") {
            $0.proposals.map(\.text)
        },
        .words("decisions", "The decisions that rest on it.") { $0.decisions.map(\.text) },
        .word("open", "Whether it is still there: yes, no or possibly.") { $0.open.rawValue },
        .word("ended", "How it ended, met, withdrawn or accepted, and when.") { $0.ended },
        .word("decision", "The decision that ended it.") { $0.closed?.decision?.text },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let t = world.instant
        var rows: [Key: Row] = [:]
        for (key, need) in world.state.work.needs where need.began.happened(at: t) != .no {
            let open = need.isOpen(at: t)
            let raisedBy = need.identified.content.organisation
            guard all || open != .no else { continue }
            if let organisation {
                guard let raisedBy, world.state.belongs(raisedBy, to: organisation) else { continue }
            }
            rows[key] = Row(
                key: key,
                need: need,
                open: open,
                ended: need.closed.flatMap { $0.happening.ending($0.content.outcome.rawValue, at: t) },
                entries: need.positions(at: t)
            )
        }
        for (key, decision) in world.state.decisions.all.sorted(by: { $0.key < $1.key })
        where decision.status(at: t) != nil {
            let then = decision.asOf(t)
            for ground in decision.because where ground.kind == .need {
                if then.adoption == nil {
                    rows[ground.key]?.proposals.append(key)
                } else {
                    rows[ground.key]?.decisions.append(key)
                }
                rows[ground.key]?.entries += [decision.history.first?.position].compactMap(\.self)
            }
        }
        let sorted = rows.values.sorted { $0.key < $1.key }
        let unmet = sorted.filter { $0.open != .no && $0.proposals.isEmpty && $0.decisions.isEmpty }
        return Report(
            sorted,
            figures: [
                Figure("listed", sorted.count),
                Figure("on which nothing rests", unmet.count, "open, with neither proposal nor decision"),
            ]
        )
    }
}
