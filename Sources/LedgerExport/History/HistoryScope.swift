// SPDX-License-Identifier: Apache-2.0

/// As of when, of what, by and for whom a decision history is made.
public struct HistoryScope: Hashable, Sendable {
    /// The date for which the state of the world was asked; nil for now.
    public var validAt: String?
    /// The date, `@POSITION` or `checkpoint:SIZE` up to which the ledger was asked; nil for all of it.
    public var knownAt: String?
    /// The date up to which sources were believed; nil for all of them.
    public var sourcedBy: String?
    /// The decisions that were asked for; empty for all, with posts, partners and bodies.
    public var decisions: [String] = []
    /// How many entries the ledger held as of then.
    public var size: UInt64
    /// When the page was made, in seconds since 1970-01-01T00:00:00Z.
    public var made: UInt64
    /// The roles in which the ledger was read.
    public var roles: [String]

    /// Everything that a ledger of so many entries holds now.
    public init(size: UInt64, made: UInt64, roles: [String]) {
        self.size = size
        self.made = made
        self.roles = roles
    }

    /// Whether only some decisions were asked for.
    var isPart: Bool { !decisions.isEmpty }
    /// Whether the reader sees who the people are.
    var mayNamePeople: Bool { roles.contains { ["recorder", "auditor"].contains($0) } }
}
