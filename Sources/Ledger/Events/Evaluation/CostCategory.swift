// SPDX-License-Identifier: Apache-2.0

/// What money and time go into, together or with a contractor instead.
///
/// Those of coordinating are meetings to learning. Price negotiation to contract enforcement are the costs of a
/// contract with a provider (Health Policy 83 (2007) 17-26); the search for one is added here.
public enum CostCategory: String, CaseIterable, Codable, Sendable {
    case meetings, travel, boundaryActions, governance, evaluation, learning
    case priceNegotiation, volumeControl, dataCollection, contractMonitoring, contractEnforcement
    case searchAndTender
    /// What the services themselves cost, which is not a cost of coordinating.
    case service
    case other

    /// Whether it counts as a cost of coordinating: all but the services themselves.
    public var isCoordination: Bool {
        switch self {
        case .service: false
        case .meetings, .travel, .boundaryActions, .governance, .evaluation, .learning, .priceNegotiation,
            .volumeControl, .dataCollection, .contractMonitoring, .contractEnforcement, .searchAndTender,
            .other:
            true
        }
    }
}
