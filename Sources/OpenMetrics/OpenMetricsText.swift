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
            for sample in samples(of: family) {
                let labels = (commonLabels + sample.labels).map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
                let braces = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
                text += "\(family.name)\(sample.suffix)\(braces) \(Self.number(sample.value))\n"
            }
        }
        return text + "# EOF\n"
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for letter in value.unicodeScalars {
            switch letter {
            case "\\": text += #"\\"#
            case "\"": text += #"\""#
            case "\n": text += #"\n"#
            default: text.unicodeScalars.append(letter)
            }
        }
        return text
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
