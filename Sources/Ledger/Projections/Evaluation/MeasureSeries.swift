// SPDX-License-Identifier: Apache-2.0

/// The observations of one version of a measure in the order of their periods, and the run chart that they make.
///
/// Series of different versions are never joined (rule 81).
public struct MeasureSeries: Hashable, Sendable {
    /// One observation and its value.
    public struct Point: Hashable, Sendable {
        /// The observation.
        public let observation: Recorded<ObservationRecorded>
        /// The value as stated, or the ratio to a billionth; nil for a ratio of nothing.
        public let value: DecimalNumber?
    }

    /// The number of the version.
    public let number: Int
    /// The definition.
    public let version: MeasureVersion
    /// The observations, by their periods and then in the order of recording.
    public let points: [Point]
    /// The chart of those that have a value.
    public let chart: RunChart

    /// The points of a chart: those that have a value.
    public var charted: [Point] { points.filter { $0.value != nil } }

    /// The series of one version.
    init(_ number: Int, _ version: MeasureVersion, _ observations: [Recorded<ObservationRecorded>]) {
        self.number = number
        self.version = version
        let per = version.definition.per ?? 1
        points = observations.sorted(by: Self.inOrder).map { observation in
            let content = observation.content
            var value = content.stated
            if let numerator = content.numerator, let denominator = content.denominator {
                value = DecimalNumber(numerator, of: denominator, per: per)
            }
            return Point(observation: observation, value: value)
        }
        chart = RunChart(points.compactMap(\.value))
    }

    private static func inOrder(
        _ left: Recorded<ObservationRecorded>,
        _ right: Recorded<ObservationRecorded>
    ) -> Bool {
        let (a, b) = (left.content.period.bounds, right.content.period.bounds)
        return (a.earliestOrPast, a.latestOrFuture, left.happening.position)
            < (b.earliestOrPast, b.latestOrFuture, right.happening.position)
    }

    /// The signals of the chart in words with their periods, such as `shift up: 7 points, Jan 2020 to Jul 2020`.
    public var signalTexts: [String] { Self.texts(chart.signals, charted) }

    /// Signals in words, with the periods of the points that they are in.
    static func texts(_ signals: [RunSignal], _ charted: [Point]) -> [String] {
        signals.map { signal in
            let periods = [signal.first, signal.last].map { charted[$0].observation.content.period.words }
            return "\(signal.name): \(signal.count) points, \(periods[0]) to \(periods[1])"
        }
    }
}

extension Measure {
    /// The series of each version that has or may have come into force at an instant, in the order of the versions,
    /// of the observations that tell of the world by then.
    public func series(at t: Timestamp) -> [MeasureSeries] {
        let told = observations.values.filter { $0.tells(at: t) }
        return versions.enumerated().compactMap { index, version in
            let own = told.filter { self.version(of: $0.content) == index + 1 }
            guard !own.isEmpty || version.happening.happened(at: t) != .no else { return nil }
            return MeasureSeries(index + 1, version, own)
        }
    }
}
