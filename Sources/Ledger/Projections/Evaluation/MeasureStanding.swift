// SPDX-License-Identifier: Apache-2.0

/// How a measure stands at an instant: its definition in force, its last value, and how old that is.
public struct MeasureStanding: Sendable {
    /// Its key.
    public let key: Key
    /// The measure.
    public let measure: Measure
    /// Whether it is taken then.
    public let isTaken: Truth
    /// The series of the version in force then.
    public let series: MeasureSeries
    /// Where it should be: its own target, or that of its objective.
    public let target: DecimalNumber?
    /// The instant.
    public let instant: Timestamp

    /// Its definition in force then.
    public var definition: MeasureDefinition { series.version.definition }
    /// The last observation of the series; nil when there is none.
    public var last: MeasureSeries.Point? { series.points.last }

    /// How a measure stands; nil when it was neither defined nor observed by then.
    ///
    /// A measure that was defined later, with observations of earlier periods, stands by the version of the last of
    /// them.
    init?(_ key: Key, _ measure: Measure, in world: World) {
        let all = measure.series(at: world.instant)
        let inForce = measure.definition(at: world.instant)?.number
        guard let series = all.first(where: { $0.number == inForce }) ?? all.last else { return nil }
        self.key = key
        self.measure = measure
        self.series = series
        isTaken = measure.isTaken(at: world.instant)
        instant = world.instant
        let objective = series.version.definition.objective.flatMap {
            world.state.evaluation.objectives[$0]?.asOf(world.instant)
        }
        target = series.version.definition.target(under: objective)
    }

    /// Every measure that stands in the world, in the order of the keys.
    static func all(in world: World) -> [MeasureStanding] {
        world.state.evaluation.measures.sorted { $0.key < $1.key }
            .compactMap { MeasureStanding($0.key, $0.value, in: world) }
    }

    /// Whether it was retired by then; then nobody waits for its values.
    public var isRetired: Bool {
        measure.retired.map { $0.happening.happened(at: instant) == .yes } ?? false
    }

    /// Red, amber or green; nil without a value, a target or a direction (rule 82).
    public var rating: MeasureRating? {
        last?.value.flatMap {
            MeasureRating($0, target: target, better: definition.better, amber: definition.amber)
        }
    }

    /// The limits of the rating in words.
    public var band: String? {
        MeasureRating.band(target: target, better: definition.better, amber: definition.amber)
    }

    /// Whether the last value is better or worse than the one before it in the series.
    public var direction: String? {
        let values = series.chart.points.suffix(2)
        guard let better = definition.better, values.count == 2, let old = values.first, let new = values.last
        else { return nil }
        return better.direction(from: old, to: new, target: target)
    }

    /// The whole days since the end of the last period; nil without one.
    ///
    /// A date asked for is over at its end.
    public var age: Int? {
        guard let end = last?.observation.content.period.bounds.latest else { return nil }
        let elapsed = instant.microseconds + 1 - end.microseconds
        return max(0, Int(elapsed).dividedDown(by: Timestamp.microsecondsPerDay))
    }

    /// Whether a value is missing: another whole period of its frequency is over since the last one.
    ///
    /// Irregular measures are never late, and those that have no value yet are told apart from late ones.
    public var isStale: Bool {
        guard let end = last?.observation.content.period.bounds.latest else { return false }
        let day = Int(end.microseconds).dividedDown(by: Timestamp.microsecondsPerDay)
        guard let due = definition.frequency.end(ofPeriodFrom: day) else { return false }
        return Timestamp(daysSinceEpoch: due) <= instant
    }

    /// The positions of the entries that it rests on.
    public var entries: [UInt64] {
        [series.version.happening.position] + series.points.map(\.observation.happening.position)
    }
}
