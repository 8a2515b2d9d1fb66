// SPDX-License-Identifier: Apache-2.0
import Ledger

/// A random network and the answers of definitions read off an adjacency matrix, slow and plain.
struct RandomNetwork {
    let network: PartitionedGraph
    let labels: [Int]
    let isArc: [[Bool]]

    var graph: DirectedGraph { network.graph }

    init(seed: Int, atMost limit: Int = 9) throws {
        var random = SplitMix64(seed: seed)
        let nodes = Int.random(in: 0...limit, using: &random)
        let density = Double.random(in: 0...1, using: &random)
        let groups = Int.random(in: 1...4, using: &random)
        let labels = (0..<nodes).map { _ in Int.random(in: 0..<groups, using: &random) }
        var arcs: [Arc] = []
        for from in 0..<nodes {
            for to in 0..<nodes where Double.random(in: 0..<1, using: &random) < density {
                arcs.append(Arc(from: from, to: to))
            }
        }
        try self.init(nodes: nodes, arcs: arcs, labels: labels)
    }

    init(nodes: Int, arcs: [Arc], labels: [Int]) throws {
        self.labels = labels
        network = try PartitionedGraph(
            DirectedGraph(nodes: nodes, arcs: arcs),
            in: Partition(labels: labels)
        )
        var isArc = [[Bool]](repeating: [Bool](repeating: false, count: nodes), count: nodes)
        for arc in arcs where arc.from != arc.to { isArc[arc.from][arc.to] = true }
        self.isArc = isArc
    }

    /// The same network under other node numbers: node i becomes `order[i]`.
    func renumbered(_ order: [Int]) throws -> RandomNetwork {
        var moved = labels
        for (node, label) in labels.enumerated() { moved[order[node]] = label }
        return try RandomNetwork(
            nodes: labels.count,
            arcs: graph.arcs.map { Arc(from: order[$0.from], to: order[$0.to]) },
            labels: moved
        )
    }

    /// The brokers between two nodes, by the definition.
    func brokers(from: Int, to: Int) -> [Int] {
        from == to || isArc[from][to] ? [] : graph.nodes.filter { isArc[from][$0] && isArc[$0][to] }
    }

    /// The number of arcs from each node to each, nil if there is no path (Floyd and Warshall).
    func distances(isTie: (Int, Int) -> Bool, without removed: Int? = nil) -> [[Int?]] {
        let nodes = graph.nodes.filter { $0 != removed }
        var distances = [[Int?]](
            repeating: [Int?](repeating: nil, count: graph.nodeCount),
            count: graph.nodeCount
        )
        for from in nodes {
            for to in nodes where isTie(from, to) { distances[from][to] = 1 }
            distances[from][from] = 0
        }
        for middle in nodes {
            for from in nodes {
                guard let first = distances[from][middle] else { continue }
                for to in nodes {
                    guard let second = distances[middle][to] else { continue }
                    distances[from][to] = min(distances[from][to] ?? .max, first + second)
                }
            }
        }
        return distances
    }

    /// The number of arcs from each node to each along the arcs.
    var directedDistances: [[Int?]] { distances { isArc[$0][$1] } }

    /// Whether ties lead from each node to each, in whatever direction.
    func isConnected(without removed: Int? = nil) -> [[Bool]] {
        distances(isTie: { isArc[$0][$1] || isArc[$1][$0] }, without: removed).map { $0.map { $0 != nil } }
    }
}
