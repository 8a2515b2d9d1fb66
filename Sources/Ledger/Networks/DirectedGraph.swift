// SPDX-License-Identifier: Apache-2.0

/// A directed graph without loops or parallel arcs, whose nodes are numbered from 0.
///
/// In the terms of the measures: N nodes, m arcs, and M = N(N - 1) ordered pairs that could be arcs. Whoever
/// could have had a tie is a node even without one, since N enters every expectation and normalisation.
public struct DirectedGraph: Hashable, Sendable {
    /// The most nodes a graph may have, so that no question takes more than seconds.
    public static let maximumNodes = 2_000
    /// The most arcs a graph may have, for the same reason.
    public static let maximumArcs = 50_000

    /// The number of nodes, N.
    public var nodeCount: Int { successors.count }
    /// The number of arcs, m.
    public let arcCount: Int
    /// The nodes to which each node has an arc, ascending.
    public let successors: [[Int]]
    /// The nodes from which each node has an arc, ascending.
    public let predecessors: [[Int]]
    /// The nodes with which each node has an arc in either direction or both, ascending.
    public let neighbours: [[Int]]

    /// The graph with nodes `0..<nodes` and these arcs.
    ///
    /// Arcs given twice count once and an arc from a node to itself is dropped: either would spoil the
    /// density and with it every expectation.
    ///
    /// - Throws: `nodeCount`, `arcOutside` or `arcCount`.
    public init(nodes: Int, arcs: some Sequence<Arc>) throws(GraphError) {
        guard (0...Self.maximumNodes).contains(nodes) else { throw .nodeCount(nodes) }
        var ends = [Set<Int>](repeating: [], count: nodes)
        for arc in arcs {
            guard ends.indices.contains(arc.from), ends.indices.contains(arc.to) else {
                throw .arcOutside(arc, nodes: nodes)
            }
            if arc.from != arc.to { ends[arc.from].insert(arc.to) }
        }
        let count = ends.reduce(0) { $0 + $1.count }
        guard count <= Self.maximumArcs else { throw .arcCount(count) }
        var starts = [[Int]](repeating: [], count: nodes)
        for (from, ends) in ends.enumerated() {
            for to in ends { starts[to].append(from) }
        }
        let neighbours = ends.indices.map { ends[$0].union(starts[$0]).sorted() }
        self.init(
            arcCount: count,
            successors: ends.map { $0.sorted() },
            predecessors: starts,
            neighbours: neighbours
        )
    }

    private init(arcCount: Int, successors: [[Int]], predecessors: [[Int]], neighbours: [[Int]]) {
        self.arcCount = arcCount
        self.successors = successors
        self.predecessors = predecessors
        self.neighbours = neighbours
    }

    /// The nodes, in order.
    public var nodes: Range<Int> { successors.indices }

    /// The arcs, ascending by where they begin and then by where they end.
    public var arcs: [Arc] {
        nodes.flatMap { from in successors[from].map { Arc(from: from, to: $0) } }
    }

    /// The graph with every arc turned round.
    ///
    /// Who asks whom becomes how knowledge flows; in brokerage, representatives and gatekeepers change
    /// places.
    public var transposed: DirectedGraph {
        DirectedGraph(
            arcCount: arcCount,
            successors: predecessors,
            predecessors: successors,
            neighbours: neighbours
        )
    }

    /// The graph with an arc in both directions wherever there is one in either.
    public var symmetrised: DirectedGraph {
        DirectedGraph(
            arcCount: neighbours.reduce(0) { $0 + $1.count },
            successors: neighbours,
            predecessors: neighbours,
            neighbours: neighbours
        )
    }

    /// The share of the possible arcs that are there, m / N(N - 1); nil below two nodes.
    public var density: Double? {
        nodeCount < 2 ? nil : Double(arcCount) / Double(nodeCount * (nodeCount - 1))
    }
}
