// SPDX-License-Identifier: Apache-2.0

extension MetricsRegistry {
    /// All that is kept, in the text format of OpenMetrics 1.0, which Prometheus and node_exporter's textfile collector
    /// read.
    ///
    ///     # TYPE jvledger_commit_seconds histogram
    ///     # UNIT jvledger_commit_seconds seconds
    ///     # HELP jvledger_commit_seconds How long commits took.
    ///     jvledger_commit_seconds_bucket{le="0.001"} 17
    ///     …
    ///     # EOF
    ///
    /// A family that was not used yet has its head alone.
    public var text: String {
        var text = ""
        for family in families {
            text += "# TYPE \(family.name) \(family.kind.name)\n"
            if let unit = family.unit { text += "# UNIT \(family.name) \(unit)\n" }
            text += "# HELP \(family.name) \(family.help)\n"
            for (labels, value) in series(of: family).map({ ($0.labels, $0.series.value) }) {
                // A series for each method that nobody has called yet would be thousands of lines.
                if case .histogram = family.kind, value.count == 0 { continue }
                Self.write(family, labels, value, to: &text)
            }
        }
        return text + "# EOF\n"
    }

    private static func write(
        _ family: MetricFamily,
        _ labels: Labels,
        _ value: MetricSeries.Value,
        to text: inout String
    ) {
        func sample(_ suffix: String, _ more: [String] = [], _ number: String) {
            let pairs = labels.pairs + more
            let braces = pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
            text += "\(family.name)\(suffix)\(braces) \(number)\n"
        }
        switch family.kind {
        case .counter: sample("_total", [], number(value.sum))
        case .gauge: sample("", [], number(value.sum))
        case .histogram(let bounds):
            var count: UInt64 = 0
            for (bound, bucket) in zip(bounds, value.buckets) {
                count += bucket
                sample("_bucket", [#"le="\#(bound)""#], "\(count)")
            }
            sample("_bucket", [#"le="+Inf""#], "\(value.count)")
            sample("_count", [], "\(value.count)")
            sample("_sum", [], number(value.sum))
        }
    }

    /// A whole number without a point.
    private static func number(_ value: Double) -> String {
        Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }
}

extension MetricFamily.Kind {
    var name: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }
}
