// SPDX-License-Identifier: Apache-2.0

/// Why there is no such graph, or why a question about it is not answered.
public enum GraphError: Error, Hashable, Sendable {
    /// The number of nodes is negative or above `DirectedGraph.maximumNodes`.
    case nodeCount(Int)
    /// There are more distinct arcs than `DirectedGraph.maximumArcs`.
    case arcCount(Int)
    /// An arc begins or ends at something that is not a node.
    case arcOutside(Arc, nodes: Int)
    /// The partition is of another number of nodes than the graph has.
    case partition(of: Int, nodes: Int)
    /// The number of draws is below 1 or above `BrokeragePermutationTest.maximumDraws`.
    case drawCount(Int)
    /// The brokered paths times the draws are above `BrokeragePermutationTest.maximumSteps`.
    case tooManySteps(paths: Int, draws: Int)
}

extension GraphError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nodeCount(let count):
            "\(count) nodes: a network has from 0 to \(DirectedGraph.maximumNodes)"
        case .arcCount(let count):
            "\(count) arcs: a network has at most \(DirectedGraph.maximumArcs)"
        case .arcOutside(let arc, let nodes):
            "the arc from \(arc.from) to \(arc.to) is not between two of \(nodes) nodes"
        case .partition(let count, let nodes):
            "the groups of \(count) nodes are given, the network has \(nodes)"
        case .drawCount(let draws):
            "\(draws) draws: a permutation test has from 1 to \(BrokeragePermutationTest.maximumDraws)"
        case .tooManySteps(let paths, let draws):
            "\(draws) draws over \(paths) brokered paths are too many; use fewer draws"
        }
    }
}
