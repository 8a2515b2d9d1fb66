// SPDX-License-Identifier: Apache-2.0

/// An entry with what it says, which is read once and on any thread.
public struct TypedEntry: Sendable {
    /// The entry.
    public let entry: Entry
    /// What it says, as it was recorded; nil for a type that this version does not know.
    public let event: (any Event)?

    /// Reads what an entry says.
    public init(_ entry: Entry) {
        self.entry = entry
        event = try? Catalogue.event(of: entry)
    }
}
