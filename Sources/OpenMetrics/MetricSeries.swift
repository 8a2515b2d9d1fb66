// SPDX-License-Identifier: Apache-2.0
import CoreMetrics
import Synchronization

/// One series of a metric: what swift-metrics adds to, whichever way it does.
final class MetricSeries: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler,
    TimerHandler
{
    /// What a series holds.
    struct Value: Sendable {
        /// The sum of all that was observed; of a gauge, what it was set to last.
        var sum: Double = 0
        var count: UInt64 = 0
        /// How many were at most each bound and above the one before; the last has those above all.
        var buckets: [UInt64] = []
    }

    private let bounds: [Double]
    private let kept: Mutex<Value>

    init(_ kind: MetricFamily.Kind) {
        switch kind {
        case .counter, .gauge:
            bounds = []
            kept = Mutex(Value())
        case .histogram(let bounds):
            self.bounds = bounds
            kept = Mutex(Value(buckets: Array(repeating: 0, count: bounds.count + 1)))
        }
    }

    var value: Value { kept.withLock { $0 } }

    private func add(_ amount: Double) { kept.withLock { $0.sum += amount } }

    private func observe(_ value: Double) {
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        kept.withLock { kept in
            kept.sum += value
            kept.count += 1
            if kept.buckets.indices.contains(bucket) { kept.buckets[bucket] += 1 }
        }
    }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { kept.withLock { $0.sum = value } }
    func record(_ value: Int64) { observe(Double(value)) }
    func record(_ value: Double) { observe(value) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }
    func reset() { kept.withLock { $0 = Value(buckets: Array(repeating: 0, count: $0.buckets.count)) } }
}
