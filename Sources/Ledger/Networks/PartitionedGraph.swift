// SPDX-License-Identifier: Apache-2.0

/// A directed graph whose nodes are in groups, such as people by organisation.
public struct PartitionedGraph: Hashable, Sendable {
    /// The graph.
    public let graph: DirectedGraph
    /// The groups of its nodes.
    public let partition: Partition

    /// The graph with its nodes in these groups.
    ///
    /// - Throws: `partition` if the two are not of the same number of nodes.
    public init(_ graph: DirectedGraph, in partition: Partition) throws(GraphError) {
        guard graph.nodeCount == partition.nodeCount else {
            throw .partition(of: partition.nodeCount, nodes: graph.nodeCount)
        }
        self.init(checked: graph, partition)
    }

    private init(checked graph: DirectedGraph, _ partition: Partition) {
        self.graph = graph
        self.partition = partition
    }

    /// The same nodes in the same groups, with every arc turned round.
    public var transposed: PartitionedGraph { PartitionedGraph(checked: graph.transposed, partition) }

    /// Whether two nodes are in different groups.
    func isBetweenGroups(_ one: Int, _ other: Int) -> Bool {
        partition.groups[one] != partition.groups[other]
    }
}
