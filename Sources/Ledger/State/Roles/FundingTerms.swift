// SPDX-License-Identifier: Apache-2.0

/// One organisation's share of what a post costs.
public struct FundingShare: Hashable, Codable, Sendable {
    /// The whole, in basis points.
    public static let whole: Int64 = 10_000

    /// The organisation that pays.
    public let organisation: Key
    /// Its share in hundredths of a per cent, 1 to 10,000.
    public let basisPoints: Int64
}

/// Who pays how much of a post: one version of its funding.
public struct FundingTerms: Hashable, Codable, Sendable {
    /// The shares, as recorded; together 10,000 basis points.
    public let shares: [FundingShare]
    /// The amount for the time of this version, if it is stated.
    public let total: Money?
    /// The decision behind it.
    public let decision: Key?
    /// How it ended, if that was recorded by an entry of its own.
    public internal(set) var ending: Ending?
}
