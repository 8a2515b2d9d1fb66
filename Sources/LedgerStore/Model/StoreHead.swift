// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// How far a store has come.
public struct StoreHead: Hashable, Sendable {
    /// The tree over all entries, from which the next root is computed.
    public let tree: CompactRange
    /// The checkpoint of the last commit; nil while the store is empty.
    public let checkpoint: StoredCheckpoint?

    /// The number of entries, and so the next position.
    public var size: UInt64 { tree.size }

    /// The head of a store without entries.
    public static let empty = StoreHead(tree: CompactRange(), checkpoint: nil)
}
