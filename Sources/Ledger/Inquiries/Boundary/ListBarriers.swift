// SPDX-License-Identifier: Apache-2.0

/// What stands in the way of working together, and what removed it.
public struct ListBarriers: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "ListBarriers"
    public static let summary =
        "What stands or stood in the way, whom it hinders, and the decision that removed it."
    public static let command = "barrier list"

    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those that hinder this organisation or a unit of it."
        )
        all = try fields.flag("all", "Also those that were removed.")
    }

    /// A barrier and whether it still stands.
    public struct Row: Sendable {
        let key: Key
        let barrier: Barrier
        let stands: Truth
        let severity: Int64?
        let assessed: UInt64?

        var removal: Recorded<BarrierRemoved>? { stands == .yes ? nil : barrier.removed }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the barrier.") { $0.key },
        .word("kind", "What kind of thing it is.") { $0.barrier.identified.content.barrier.rawValue },
        .text("title", "What it is.") { $0.barrier.identified.content.title },
        .parties("organisations", "The organisations it hinders.") {
            $0.barrier.identified.content.organisations
        },
        .number("severity", "From 1, little, to 5, stops the work, as last assessed.") {
            $0.severity.map { Int($0) }
        },
        .word("since", "When it was identified.") { $0.barrier.identified.happening.occurrence.text },
        .word("stands", "Whether it stands: yes, no or possibly.") { $0.stands.rawValue },
        .word("removed", "When it was removed.") { $0.removal?.happening.occurrence.text },
        .word("decision", "The decision that removed it.") { $0.removal?.content.decision?.text },
        .entries {
            let steps = [
                $0.barrier.identified.happening.position, $0.assessed, $0.removal?.happening.position,
            ]
            return Set(steps.compactMap(\.self)).sorted()
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.activity.barriers.sorted { $0.key < $1.key }.compactMap {
            key,
            barrier -> Row? in
            let hinders = organisation.map { asked in
                barrier.identified.content.organisations.contains { world.state.belongs($0, to: asked) }
            }
            guard hinders ?? true, barrier.identified.happening.happened(at: world.instant) != .no else {
                return nil
            }
            let stands = barrier.stands(at: world.instant)
            guard all || stands != .no else { return nil }
            let assessment = barrier.severity(at: world.instant)
            return Row(
                key: key,
                barrier: barrier,
                stands: stands,
                severity: assessment?.severity,
                assessed: assessment?.position
            )
        }
        return Report(rows)
    }
}
