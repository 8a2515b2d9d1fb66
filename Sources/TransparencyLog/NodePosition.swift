// SPDX-License-Identifier: Apache-2.0

/// The place of a perfect subtree: `index` counts the subtrees of 2^`level` leaves from the left, from 0.
///
/// The subtree covers the leaves `index << level` up to but without `(index + 1) << level`.
public struct NodePosition: Hashable, Sendable {
    /// The height above the leaves, 0 to 63.
    public let level: Int
    /// The number of subtrees of this level to the left.
    public let index: UInt64

    /// Names a place; the caller keeps to levels 0 to 63.
    public init(level: Int, index: UInt64) {
        self.level = level
        self.index = index
    }

    /// Whether the subtree is complete in a tree of `size` leaves.
    public func isComplete(inSize size: UInt64) -> Bool { index < size >> UInt64(level) }

    /// The places above the leaf that become complete when leaf number `leaf` is appended, lowest first.
    ///
    /// A store writes these, and never changes one that it has written. On average there is one to a leaf;
    /// there are as many as `leaf` has trailing one bits.
    public static func completed(byAppending leaf: UInt64) -> some Collection<NodePosition> {
        let count = (~leaf).trailingZeroBitCount
        return (0..<count).lazy.map { NodePosition(level: $0 + 1, index: leaf >> UInt64($0 + 1)) }
    }
}
