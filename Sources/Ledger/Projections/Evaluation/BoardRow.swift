// SPDX-License-Identifier: Apache-2.0

/// An objective with one of its measures; either may be missing.
public struct BoardRow: Sendable {
    /// The key of the objective.
    public let objectiveKey: Key?
    /// The objective as it was.
    public let objective: Objective?
    /// The measure as it stood.
    public let standing: MeasureStanding?
    /// The instant.
    public let instant: Timestamp

    /// The service interface: that of the measure, or else of its objective.
    public var interface: Key? { standing?.definition.interface ?? objective?.interface }

    /// Where the objective stands: open, overdue, or how it was closed, with `possibly` where dates leave it open.
    public var status: String? {
        guard let objective else { return nil }
        if let closed = objective.closed {
            let outcome = closed.content.outcome.rawValue
            return closed.happening.happened(at: instant) == .yes ? outcome : "possibly \(outcome)"
        }
        guard objective.set.happening.happened(at: instant) == .yes else { return "possibly open" }
        // What is due in 2021 is due by the end of it.
        let isOverdue = objective.due?.bounds.last.map { $0 < instant } ?? false
        return isOverdue ? "overdue" : "open"
    }

    /// The positions of the entries that it rests on.
    public var entries: [UInt64] { ((objective?.entries ?? []) + (standing?.entries ?? [])).sorted() }

    /// Every objective with its measures, by key, then the measures without an objective.
    ///
    /// Retired measures and closed objectives are left out unless all are asked for.
    static func all(in world: World, includingEnded: Bool) -> [BoardRow] {
        let standings = MeasureStanding.all(in: world).filter { includingEnded || !$0.isRetired }
        let objectives = world.state.evaluation.objectives.sorted { $0.key < $1.key }
            .compactMap { key, objective in objective.asOf(world.instant).map { (key, $0) } }
        var rows: [BoardRow] = []
        for (key, objective) in objectives {
            let isClosed = objective.closed?.happening.happened(at: world.instant) == .yes
            guard includingEnded || !isClosed else { continue }
            let own = standings.filter { $0.definition.objective == key }
            for standing in own.isEmpty ? [nil] : own.map(Optional.some) {
                rows.append(
                    BoardRow(
                        objectiveKey: key,
                        objective: objective,
                        standing: standing,
                        instant: world.instant
                    )
                )
            }
        }
        let known = Set(objectives.map(\.0))
        for standing in standings where standing.definition.objective.map({ !known.contains($0) }) ?? true {
            rows.append(
                BoardRow(
                    objectiveKey: standing.definition.objective,
                    objective: nil,
                    standing: standing,
                    instant: world.instant
                )
            )
        }
        return rows
    }
}

extension BoardRow {
    /// What the measure of a row shows: definition, value, rating, direction, age and signals.
    static let measureColumns: [Column<BoardRow>] = [
        .word("measure", "The key of the measure; absent when the objective has none.") {
            $0.standing?.key.text
        },
        .text("measureTitle", "What the measure is called.") { $0.standing?.definition.title },
        .word("kind", "What it tells about: outcome, process, balancing, experience or cost.") {
            $0.standing?.definition.measure.rawValue
        },
        .number("version", "The version of its definition that is in force.") { $0.standing?.series.number },
        .word("target", "Where it should be.") { $0.standing?.target?.description },
        .word("value", "Its last value in that version, a decimal number.") {
            $0.standing?.last?.value?.description
        },
        .text("unit", "The unit of its values.") { $0.standing?.definition.unit },
        .word("period", "The period of the last value.") {
            $0.standing?.last?.observation.content.period.words
        },
        .word("quality", "How good the last value is: good, estimated or provisional.") {
            $0.standing?.last?.observation.content.quality?.rawValue
        },
        .word("rag", "Red, amber or green; absent without a value, a target or a direction.") {
            $0.standing?.rating?.rawValue
        },
        .word("band", "The limits between green, amber and red.") { $0.standing?.band },
        .word("direction", "Whether the last value is better or worse than the one before, or the same.") {
            $0.standing?.direction
        },
        .number("age", "Whole days from the end of the last value's period to the date asked for.") {
            $0.standing?.age
        },
        .flag("possibly", "Whether dates leave open that the measure was taken then.") {
            $0.standing?.isTaken == .possibly
        },
        .flag("stale", "Whether another whole period is over without a value.") {
            $0.standing?.isStale ?? false
        },
        .words("signals", "What in the run chart of that version is not chance.") {
            $0.standing?.series.signalTexts ?? []
        },
    ]

    /// How the run charts are read: said with every answer that has signals.
    static let runChartFigures = [
        Figure(
            "shift",
            RunChart.shiftLength,
            "at least so many consecutive points on one side of the median, points on it passed over"
        ),
        Figure(
            "trend",
            RunChart.trendLength,
            "at least so many consecutive points rising or falling, equal ones counted once"
        ),
        Figure(
            "median of",
            RunChart.baselineLength,
            "the first so many points of a version's series, or all when there are fewer"
        ),
    ]

    /// What has to be said with run charts.
    static let runChartNote = """
        Run chart rules of Perla, Provost and Murray (BMJ Qual Saf 2011; 20: 46-51): shift and trend. Points unlike \
        all others are left to the eye, and runs are not counted. Versions of a definition are never joined.
        """
}
