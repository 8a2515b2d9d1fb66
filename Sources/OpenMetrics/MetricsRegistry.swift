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
    /// What every line of the text carries, so that several registries' texts can stand in one place.
    let commonLabels: [MetricSample.Label]
    private let kinds: [String: MetricFamily.Kind]
    private let kept = Mutex<[String: [[MetricSample.Label]: MetricSeries]]>([:])

    /// Keeps these families; the labels stand first on every line of the text.
    public init(_ families: [MetricFamily], labels: KeyValuePairs<String, String> = [:]) {
        self.families = families
        commonLabels = labels.map { MetricSample.Label(name: $0, value: $1) }
        kinds = Dictionary(uniqueKeysWithValues: families.map { ($0.name, $0.kind) })
    }

    /// The series of a family that were used, by their labels.
    func series(of family: MetricFamily) -> [(labels: [MetricSample.Label], series: MetricSeries)] {
        kept.withLock { $0[family.name] ?? [:] }.map { ($0.key, $0.value) }
            .sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
    }

    private func series(_ label: String, _ dimensions: [(String, String)]) -> MetricSeries {
        guard let kind = kinds[label] else { return MetricSeries(.gauge) }
        let labels = dimensions.map { MetricSample.Label(name: $0, value: $1) }.sorted()
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
