// SPDX-License-Identifier: Apache-2.0

/// An amount in minor units of a currency: pence, never pounds, and never a fraction.
public struct Money: Hashable, Codable, Sendable {
    /// The amount in minor units.
    public let minor: Int64
    /// The currency, three capital letters of ISO 4217.
    public let currency: String

    /// An amount in minor units of a currency.
    public init(minor: Int64, currency: String) {
        self.minor = minor
        self.currency = currency
    }
}
