// SPDX-License-Identifier: Apache-2.0

/// The files of an export; see `LedgerExport.ExportEntries` for what is in them.
public struct ExportPaths: Hashable, Sendable {
    /// The entries.
    public let entries: String

    /// The files of the export whose entries are at a path.
    public init(entries: String) { self.entries = entries }

    /// The checkpoint.
    public var checkpoint: String { entries + ".checkpoint" }
    /// The leaf hashes.
    public var hashes: String { entries + ".hashes" }
    /// The decision register.
    public var decisions: String { entries + ".decisions.csv" }
}
