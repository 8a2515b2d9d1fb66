// SPDX-License-Identifier: Apache-2.0
public import CoreMetrics
import Synchronization

/// Keeps what is measured with swift-metrics, and writes it as OpenMetrics.
///
/// Every metric is declared beforehand; one that is not is not kept, so that what a scrape has is what the
/// documentation lists. What a series costs is paid once, when it is first used: recording is an addition under a lock
/// of its own.
public final class MetricsRegistry: MetricsFactory {
    /// The most series of a family: more labels than that would be a mistake that grows with the callers.
    public static let seriesPerFamily = 256

    /// The declared families, in the order of the text.
    public let families: [MetricFamily]
    private let kinds: [String: MetricFamily.Kind]
    private let kept = Mutex<[String: [Labels: MetricSeries]]>([:])

    /// Keeps these families.
    public init(_ families: [MetricFamily]) {
        self.families = families
        kinds = Dictionary(uniqueKeysWithValues: families.map { ($0.name, $0.kind) })
    }

    /// The series of a family that were used, by their labels.
    func series(of family: MetricFamily) -> [(labels: Labels, series: MetricSeries)] {
        kept.withLock { $0[family.name] ?? [:] }.map { ($0.key, $0.value) }.sorted { $0.labels < $1.labels }
    }

    private func series(_ label: String, _ dimensions: [(String, String)]) -> MetricSeries {
        guard let kind = kinds[label] else { return MetricSeries(.gauge) }
        let labels = Labels(dimensions)
        return kept.withLock { kept in
            if let series = kept[label]?[labels] { return series }
            let series = MetricSeries(kind)
            if kept[label]?.count ?? 0 < Self.seriesPerFamily { kept[label, default: [:]][labels] = series }
            return series
        }
    }

    // MARK: MetricsFactory

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions)
    }

    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler { series(label, dimensions) }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions)
    }

    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler { series(label, dimensions) }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions)
    }

    // What was counted stays: a counter that vanishes would look like a daemon that started again.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
}

/// The labels of a series, ascending by name.
struct Labels: Hashable, Comparable {
    let pairs: [String]

    init(_ dimensions: [(String, String)]) {
        pairs = dimensions.map { #"\#($0)="\#(Self.escaped($1))""# }.sorted()
    }

    static func < (left: Labels, right: Labels) -> Bool { left.pairs.lexicographicallyPrecedes(right.pairs) }

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
}
