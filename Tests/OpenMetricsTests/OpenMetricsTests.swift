// SPDX-License-Identifier: Apache-2.0
import CoreMetrics
import OpenMetrics
import Testing

@Suite("Metrics as OpenMetrics text") struct OpenMetricsTests {
    private static let families = [
        MetricFamily("calls", .counter, help: "How many calls."),
        MetricFamily("size_bytes", .gauge, unit: "bytes", help: "How large."),
        MetricFamily("call_seconds", .histogram(bounds: [0.001, 0.5]), unit: "seconds", help: "How long."),
    ]

    @Test("Counters, gauges and histograms are written as the format says")
    func text() {
        let registry = MetricsRegistry(Self.families)
        Counter(label: "calls", dimensions: [("reason", "full"), ("kind", "a\"b\\c\nd")], factory: registry)
            .increment(by: 2)
        Counter(label: "calls", dimensions: [("kind", "a\"b\\c\nd"), ("reason", "full")], factory: registry)
            .increment()
        Meter(label: "size_bytes", factory: registry).set(4096)
        // Nobody has called it: it has no samples.
        _ = Timer(label: "call_seconds", dimensions: [("method", "unused")], factory: registry)
        let timer = Timer(label: "call_seconds", factory: registry)
        for nanoseconds in [Int64(1_000_000), 1_000_001, 2_000_000_000] {
            timer.recordNanoseconds(nanoseconds)
        }
        #expect(
            registry.text == #"""
                # TYPE calls counter
                # HELP calls How many calls.
                calls_total{kind="a\"b\\c\nd",reason="full"} 3
                # TYPE size_bytes gauge
                # UNIT size_bytes bytes
                # HELP size_bytes How large.
                size_bytes 4096
                # TYPE call_seconds histogram
                # UNIT call_seconds seconds
                # HELP call_seconds How long.
                call_seconds_bucket{le="0.001"} 1
                call_seconds_bucket{le="0.5"} 2
                call_seconds_bucket{le="+Inf"} 3
                call_seconds_count 3
                call_seconds_sum 2.002000001
                # EOF

                """#
        )
    }

    @Test("What tells one ledger's text from another's stands on every line")
    func commonLabels() {
        let registry = MetricsRegistry(Self.families, labels: ["ledger": "mid-essex"])
        Counter(label: "calls", dimensions: [("kind", "a")], factory: registry).increment()
        Meter(label: "size_bytes", factory: registry).set(1)
        #expect(registry.text.contains(#"calls_total{ledger="mid-essex",kind="a"} 1"#))
        #expect(registry.text.contains(#"size_bytes{ledger="mid-essex"} 1"#))
    }

    @Test("What was not declared, and what has too many labels, is not kept")
    func limits() {
        let registry = MetricsRegistry(Self.families)
        Counter(label: "other", factory: registry).increment()
        for number in 0..<2 * MetricsRegistry.seriesPerFamily {
            Counter(label: "calls", dimensions: [("number", "\(number)")], factory: registry).increment()
        }
        let lines = registry.text.split(separator: "\n")
        #expect(!registry.text.contains("other"))
        #expect(lines.count { $0.hasPrefix("calls_total") } == MetricsRegistry.seriesPerFamily)
    }
}
