// SPDX-License-Identifier: Apache-2.0

/// The group of each node: every node is in exactly one, and no group is empty.
public struct Partition: Hashable, Sendable {
    /// The group of each node, as a number from 0.
    public let groups: [Int]
    /// The number of nodes in each group, at least 1.
    public let sizes: [Int]

    /// The partition in which nodes with equal labels are together.
    ///
    /// Groups are numbered in the ascending order of their labels, so that the numbering does not depend on
    /// the order of the nodes: group g is element g of `Set(labels).sorted()`.
    public init<Label: Hashable & Comparable>(labels: [Label]) {
        let distinct = Set(labels).sorted()
        var numbers: [Label: Int] = [:]
        for (number, label) in distinct.enumerated() { numbers[label] = number }
        groups = labels.compactMap { numbers[$0] }
        var sizes = [Int](repeating: 0, count: distinct.count)
        for group in groups { sizes[group] += 1 }
        self.sizes = sizes
    }

    /// The number of nodes.
    public var nodeCount: Int { groups.count }

    /// The number of groups.
    public var groupCount: Int { sizes.count }

    /// The pairs of different nodes in one group, unordered.
    var pairsWithin: Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

    /// The pairs of nodes in different groups, unordered.
    var pairsBetween: Int { nodeCount * (nodeCount - 1) / 2 - pairsWithin }
}
