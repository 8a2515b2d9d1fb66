// SPDX-License-Identifier: Apache-2.0

/// One number of a family; a histogram has several for each of its series.
public struct MetricSample: Hashable, Sendable {
    /// A name and a value that tell the series of a family apart.
    public struct Label: Hashable, Comparable, Sendable {
        public let name: String
        public let value: String

        public static func < (left: Label, right: Label) -> Bool {
            (left.name, left.value) < (right.name, right.value)
        }
    }

    /// What follows the family's name: `_total`, `_bucket`, `_count`, `_sum` or nothing.
    public let suffix: String
    /// The labels of the series, by name; of a bucket also `le`, the bound that it is for.
    public let labels: [Label]
    /// The number.
    public let value: Double
}

extension MetricsRegistry {
    /// All numbers of a family, by their labels.
    ///
    /// A histogram that nothing was observed for has none: a series for each method that nobody has called yet would be
    /// thousands.
    public func samples(of family: MetricFamily) -> [MetricSample] {
        series(of: family).flatMap { labels, series in Self.samples(family.kind, labels, series.value) }
    }

    private static func samples(
        _ kind: MetricFamily.Kind,
        _ labels: [MetricSample.Label],
        _ value: MetricSeries.Value
    ) -> [MetricSample] {
        func sample(_ suffix: String, _ number: Double, bound: String? = nil) -> MetricSample {
            let more = bound.map { [MetricSample.Label(name: "le", value: $0)] } ?? []
            return MetricSample(suffix: suffix, labels: labels + more, value: number)
        }
        switch kind {
        case .counter: return [sample("_total", value.sum)]
        case .gauge: return [sample("", value.sum)]
        case .histogram(let bounds):
            guard value.count > 0 else { return [] }
            var samples: [MetricSample] = []
            var count: UInt64 = 0
            for (bound, bucket) in zip(bounds, value.buckets) {
                count += bucket
                samples.append(sample("_bucket", Double(count), bound: "\(bound)"))
            }
            samples.append(sample("_bucket", Double(value.count), bound: "+Inf"))
            return samples + [sample("_count", Double(value.count)), sample("_sum", value.sum)]
        }
    }
}
