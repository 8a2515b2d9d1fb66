// SPDX-License-Identifier: Apache-2.0
public import LedgerExport

/// What an audit pack is asked to be.
public struct PackRequest: Sendable {
    /// The file.
    public let path: String
    /// For whom, a key: that of an organisation, or any other.
    public let receiver: String
    /// Which entries.
    public var filter: PackFilter
    /// Which sealed texts.
    public let shows: PackReceiver
    /// Whether it is about the latest checkpoint that the witness policy is content with.
    public var isWitnessed = false
    /// The date of the world for tables and page; nil for today.
    public var validAt: String?
    /// Whether a file that exists is replaced.
    public var replaces = false

    /// Asks for a pack.
    public init(path: String, receiver: String, filter: PackFilter, shows: PackReceiver) {
        self.path = path
        self.receiver = receiver
        self.filter = filter
        self.shows = shows
    }
}
