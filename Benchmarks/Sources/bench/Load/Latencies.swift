// SPDX-License-Identifier: Apache-2.0

/// How long each call took, in nanoseconds; all are kept, so that every percentile is exact.
struct Latencies {
    private(set) var nanoseconds: [Int64] = []

    /// How many there are.
    var count: Int { nanoseconds.count }

    mutating func add(_ latency: Int64) { nanoseconds.append(latency) }

    mutating func add(_ others: Latencies) { nanoseconds += others.nanoseconds }

    /// Those that a reader wants to see.
    var percentiles: Percentiles {
        let sorted = nanoseconds.sorted()
        func at(_ share: Double) -> Double {
            guard !sorted.isEmpty else { return 0 }
            let rank = Int((share * Double(sorted.count)).rounded(.up))
            return Double(sorted[min(max(rank, 1), sorted.count) - 1]) / 1e9
        }
        return Percentiles(p50: at(0.5), p99: at(0.99), p999: at(0.999), worst: at(1))
    }
}

/// The latencies that a share of all calls do not exceed, in seconds, and the worst.
struct Percentiles: Codable {
    let p50: Double
    let p99: Double
    let p999: Double
    let worst: Double
}
