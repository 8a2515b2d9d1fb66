// SPDX-License-Identifier: Apache-2.0

/// Who paid how much for which post at an instant.
public struct FundingTable: Hashable, Sendable {
    /// Every version of a post's funding that held or may have held then, by post.
    public let posts: [PostFunding]
    /// What each organisation paid or may have paid in all, by organisation.
    public let organisations: [OrganisationFunding]
}

/// The funding of a post at an instant.
public struct PostFunding: Hashable, Sendable {
    /// The post.
    public let post: Key
    /// Whether it held then: yes or possibly.
    public let truth: Truth
    /// For how long.
    public let validity: Validity
    /// The amount for that time, if it is stated.
    public let total: Money?
    /// Who pays what, by organisation.
    public let shares: [FundedShare]
    /// The position of the entry that states it.
    public let position: UInt64
}

/// What one organisation pays of a post.
public struct FundedShare: Hashable, Sendable {
    /// The organisation.
    public let organisation: Key
    /// Its share of the whole of 10,000.
    public let basisPoints: Int64
    /// Its part of the total, if that is stated; the parts add up to the total exactly.
    public let amount: Money?
}

/// What one organisation pays for all posts at an instant.
public struct OrganisationFunding: Hashable, Sendable {
    /// The organisation.
    public let organisation: Key
    /// What it certainly pays.
    public let certain: FundedSum
    /// What it may pay besides.
    public let possible: FundedSum
}

/// Shares of several posts together.
public struct FundedSum: Hashable, Sendable {
    /// The basis points together: 10,000 are one post.
    public private(set) var basisPoints: Int64 = 0
    /// The stated amounts together, one for each currency, by currency.
    public private(set) var amounts: [Money] = []

    mutating func add(_ share: FundedShare) {
        basisPoints += share.basisPoints
        guard let amount = share.amount else { return }
        if let index = amounts.firstIndex(where: { $0.currency == amount.currency }) {
            let (sum, overflow) = amounts[index].minor.addingReportingOverflow(amount.minor)
            let bound: Int64 = amount.minor < 0 ? .min : .max
            amounts[index] = Money(minor: overflow ? bound : sum, currency: amount.currency)
        } else {
            amounts.append(amount)
            amounts.sort { $0.currency.utf8.lexicographicallyPrecedes($1.currency.utf8) }
        }
    }
}

extension State {
    /// Every version of one post's funding that held or may have held at an instant.
    public func fundingOfPost(_ post: Key, validAt t: Timestamp) -> [PostFunding] {
        funding(of: post).compactMap { version in
            let truth = version.validity.holds(at: t)
            guard truth != .no else { return nil }
            return PostFunding(
                post: post,
                truth: truth,
                validity: version.validity,
                total: version.value.total,
                shares: version.value.parts,
                position: version.position
            )
        }
    }

    /// Who paid or may have paid how much for which post at an instant.
    public func fundingTable(validAt t: Timestamp) -> FundingTable {
        let posts = roles.funding.keys.sorted().flatMap { fundingOfPost($0, validAt: t) }
        var certain: [Key: FundedSum] = [:]
        var possible: [Key: FundedSum] = [:]
        for post in posts {
            for share in post.shares {
                if post.truth == .yes {
                    certain[share.organisation, default: FundedSum()].add(share)
                } else {
                    possible[share.organisation, default: FundedSum()].add(share)
                }
            }
        }
        let organisations = Set(certain.keys).union(possible.keys).sorted().map { key in
            OrganisationFunding(
                organisation: key,
                certain: certain[key] ?? FundedSum(),
                possible: possible[key] ?? FundedSum()
            )
        }
        return FundingTable(posts: posts, organisations: organisations)
    }
}

extension FundingTerms {
    /// The shares with their part of the total, by organisation.
    ///
    /// Each part is rounded towards zero to a whole minor unit. What remains goes to the largest share, of
    /// equal ones to the first by organisation, so that the parts add up to the total.
    public var parts: [FundedShare] {
        let shares = shares.sorted { $0.organisation < $1.organisation }
        guard let total else {
            return shares.map {
                FundedShare(organisation: $0.organisation, basisPoints: $0.basisPoints, amount: nil)
            }
        }
        // A total is split into whole ten-thousandths and the rest, so that no product exceeds it.
        let (each, rest) = total.minor.quotientAndRemainder(dividingBy: FundingShare.whole)
        var amounts = shares.map { each * $0.basisPoints + rest * $0.basisPoints / FundingShare.whole }
        let largest = shares.map(\.basisPoints).max()
        if let index = shares.firstIndex(where: { $0.basisPoints == largest }) {
            amounts[index] += total.minor - amounts.reduce(0, +)
        }
        return zip(shares, amounts).map { share, amount in
            FundedShare(
                organisation: share.organisation,
                basisPoints: share.basisPoints,
                amount: Money(minor: amount, currency: total.currency)
            )
        }
    }
}
