// SPDX-License-Identifier: Apache-2.0

/// An arrow from one node of a graph to another, such as knowledge that flows from the one to the other.
///
/// Nodes are numbers from 0.
public struct Arc: Hashable, Sendable {
    /// The node at which the arrow begins.
    public let from: Int
    /// The node at which the arrow ends.
    public let to: Int

    /// The arrow from one node to another.
    public init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }
}

extension Arc: Comparable {
    public static func < (left: Arc, right: Arc) -> Bool { (left.from, left.to) < (right.from, right.to) }
}
