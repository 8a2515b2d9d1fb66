// SPDX-License-Identifier: Apache-2.0

/// What the product must reach.
struct Reach: Codable {
    enum Bound: String, Codable {
        case atMost, atLeast
    }

    let bound: Bound
    let limit: Double
    /// Set when the limit is of the measured quantity itself and not of its ratio to the floor.
    var unit: Quantity.Unit?

    static func atMost(_ limit: Double) -> Reach { Reach(bound: .atMost, limit: limit) }
    static func atLeast(_ limit: Double) -> Reach { Reach(bound: .atLeast, limit: limit) }
    static func under(_ quantity: Quantity) -> Reach {
        Reach(bound: .atMost, limit: quantity.value, unit: quantity.unit)
    }
    static func over(_ quantity: Quantity) -> Reach {
        Reach(bound: .atLeast, limit: quantity.value, unit: quantity.unit)
    }
}

/// A line of the table.
struct Row: Codable {
    /// What was measured.
    let work: String
    /// How many entries the ledger held, where that matters.
    var entries: Int?
    /// Nil when it was left out.
    let measured: Quantity?
    /// The floor or peer, measured in the same run.
    var floor: Quantity?
    var reach: Reach?
    var latencies: Percentiles?
    /// What has to be said with it.
    var note: String?

    /// Measured by floor, both in the same unit.
    var ratio: Double? {
        guard let measured, let floor else { return nil }
        return measured.value / floor.value
    }

    /// Whether it is what the product must reach; nil when there is nothing to reach or nothing was measured.
    var isReached: Bool? {
        guard let reach, let value = reach.unit == nil ? ratio : measured?.value else { return nil }
        switch reach.bound {
        case .atMost: return value <= reach.limit
        case .atLeast: return value >= reach.limit
        }
    }

    /// What rows of two runs have in common when they are about the same.
    var key: String { "\(work)|\(entries ?? 0)" }
}
