// SPDX-License-Identifier: Apache-2.0

/// What got in the way and out of it in each phase of the venture.
public struct GetBarriersByPhase: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "GetBarriersByPhase"
    public static let summary =
        "The barriers raised and removed in each phase, and the decisions credited with it."
    public static let command = "barrier phases"

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A phase, or all that is in none.
    public struct Row: Sendable {
        let phase: PhaseView?
        var raised: [Step] = []
        var removed: [Step] = []

        /// That a barrier was raised or removed.
        struct Step: Sendable {
            let barrier: Key
            let truth: Truth
            let decision: Key?
            let position: UInt64

            var words: String {
                let credited = decision.map { "\(barrier) by \($0)" } ?? barrier.text
                return truth == .yes ? credited : "\(credited) (possibly)"
            }
        }
    }

    public static let columns: [Column<Row>] = [
        .number("phase", "The number of the phase; absent for what is in none.") { $0.phase?.ordinal },
        .text("title", "What the phase is called.") { $0.phase?.title },
        .word("when", "From when until when it was.") { row in
            guard let phase = row.phase else { return nil }
            let from = phase.validity.from?.short ?? ""
            return phase.validity.to.map { "\(from) until \($0.short)" } ?? "since \(from)"
        },
        .number("raised", "How many barriers were identified in it.") { $0.raised.count },
        .number("removed", "How many were removed in it.") { $0.removed.count },
        .words("raisedBarriers", "Those identified, marked where dates leave the phase open.") {
            $0.raised.map(\.words)
        },
        .words("removedBarriers", "Those removed, each with the decision credited with it.") {
            $0.removed.map(\.words)
        },
        .entries { row in
            Set((row.phase.map { [$0.position] } ?? []) + (row.raised + row.removed).map(\.position)).sorted()
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let phases = world.state.phases(validAt: world.instant).filter {
            $0.validity.from?.bounds.isAtOrBefore(world.instant) != .no
        }
        var rows = phases.map { Row(phase: $0) }
        var rest = Row(phase: nil)
        func note(
            _ key: Key,
            _ happening: Happening,
            _ decision: Key?,
            _ list: WritableKeyPath<Row, [Row.Step]>
        ) {
            let happened = happening.happened(at: world.instant)
            guard happened != .no else { return }
            let place = world.state.phase(of: happening.occurrence.date)
            let step = Row.Step(
                barrier: key,
                truth: happened.and(place?.truth ?? .yes),
                decision: decision,
                position: happening.position
            )
            if let index = rows.firstIndex(where: { $0.phase?.ordinal == place?.ordinal && place != nil }) {
                rows[index][keyPath: list].append(step)
            } else {
                rest[keyPath: list].append(step)
            }
        }
        for (key, barrier) in world.state.activity.barriers.sorted(by: { $0.key < $1.key }) {
            note(key, barrier.identified.happening, nil, \.raised)
            if let removed = barrier.removed {
                note(key, removed.happening, removed.content.decision, \.removed)
            }
        }
        return Report(rows + (rest.raised.isEmpty && rest.removed.isEmpty ? [] : [rest]))
    }
}
