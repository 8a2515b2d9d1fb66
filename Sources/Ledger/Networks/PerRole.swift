// SPDX-License-Identifier: Apache-2.0

/// A value for each of the five brokerage roles, and one for all of them together.
public struct PerRole<Value: Sendable>: Sendable {
    /// The value of coordinators.
    public internal(set) var coordinator: Value
    /// The value of itinerant brokers.
    public internal(set) var itinerant: Value
    /// The value of representatives.
    public internal(set) var representative: Value
    /// The value of gatekeepers.
    public internal(set) var gatekeeper: Value
    /// The value of liaisons.
    public internal(set) var liaison: Value
    /// The value of brokers in any role.
    public internal(set) var total: Value

    /// The value of a role.
    public internal(set) subscript(role: BrokerageRole) -> Value {
        get {
            switch role {
            case .coordinator: coordinator
            case .itinerant: itinerant
            case .representative: representative
            case .gatekeeper: gatekeeper
            case .liaison: liaison
            }
        }
        set {
            switch role {
            case .coordinator: coordinator = newValue
            case .itinerant: itinerant = newValue
            case .representative: representative = newValue
            case .gatekeeper: gatekeeper = newValue
            case .liaison: liaison = newValue
            }
        }
    }

    /// What `transform` makes of each value.
    func map<Result>(_ transform: (Value) -> Result) -> PerRole<Result> {
        combined(with: self) { value, _ in transform(value) }
    }

    /// What `transform` makes of each value, together with the other value for the same role.
    func combined<Other, Result>(
        with other: PerRole<Other>,
        _ transform: (Value, Other) -> Result
    ) -> PerRole<Result> {
        PerRole<Result>(
            coordinator: transform(coordinator, other.coordinator),
            itinerant: transform(itinerant, other.itinerant),
            representative: transform(representative, other.representative),
            gatekeeper: transform(gatekeeper, other.gatekeeper),
            liaison: transform(liaison, other.liaison),
            total: transform(total, other.total)
        )
    }
}

extension PerRole: Equatable where Value: Equatable {}
extension PerRole: Hashable where Value: Hashable {}

extension PerRole where Value: AdditiveArithmetic {
    /// Zero for every role.
    static var zero: PerRole {
        PerRole(
            coordinator: .zero,
            itinerant: .zero,
            representative: .zero,
            gatekeeper: .zero,
            liaison: .zero,
            total: .zero
        )
    }

    /// Adds to a role and to the total.
    mutating func add(_ value: Value, to role: BrokerageRole) {
        self[role] += value
        total += value
    }

    /// The sum for each role.
    static func sum(_ values: [PerRole]) -> PerRole {
        values.reduce(PerRole.zero) { $0.combined(with: $1, +) }
    }
}
