// SPDX-License-Identifier: Apache-2.0

/// How often a node lies on the shortest ways between others.
///
/// L. Freeman's measure (Centrality in social networks, Social Networks 1, 1979, pages 215 to 239), for
/// directed graphs and summed over ordered pairs: of every pair, the share of its shortest paths that pass
/// through the node. The ends of a path are not passed through, and a pair without a path adds nothing.
///
/// For an undirected reading take the symmetrised graph and half of `sums`; `normalised` is then right as it
/// is.
public struct Betweenness: Hashable, Sendable {
    /// The sum for each node.
    public let sums: [Double]
    /// The sum for each node divided by (N - 1)(N - 2), from 0 to 1; nil below three nodes.
    public var normalised: [Double?] {
        let pairs = (sums.count - 1) * (sums.count - 2)
        return sums.map { pairs > 0 ? $0 / Double(pairs) : nil }
    }
}

extension DirectedGraph {
    /// How often each node lies on the shortest ways between others, in time N(N + m).
    ///
    /// The algorithm is that of U. Brandes (A faster algorithm for betweenness centrality, Journal of
    /// Mathematical Sociology 25, 2001, pages 163 to 177).
    public var betweenness: Betweenness {
        var sums = [Double](repeating: 0, count: nodeCount)
        for source in nodes {
            let ways = shortestWays(from: source)
            var dependency = [Double](repeating: 0, count: nodeCount)
            for node in ways.order.reversed() where node != source {
                for before in predecessors[node] where ways.isStep(from: before, to: node) {
                    dependency[before] += ways.counts[before] / ways.counts[node] * (1 + dependency[node])
                }
                sums[node] += dependency[node]
            }
        }
        return Betweenness(sums: sums)
    }

    /// The shortest ways from a node to all that it reaches, by breadth-first search.
    private func shortestWays(from source: Int) -> ShortestWays {
        var ways = ShortestWays(source: source, nodes: nodeCount)
        var next = 0
        while next < ways.order.count {
            let node = ways.order[next]
            next += 1
            for after in successors[node] {
                if ways.distances[after] < 0 {
                    ways.distances[after] = ways.distances[node] + 1
                    ways.order.append(after)
                }
                if ways.isStep(from: node, to: after) { ways.counts[after] += ways.counts[node] }
            }
        }
        return ways
    }
}

/// The shortest ways from one node to the others.
private struct ShortestWays {
    /// The nodes that are reached, nearest first.
    var order: [Int]
    /// The number of arcs to each node, or -1 if it is not reached.
    var distances: [Int]
    /// The number of shortest paths to each node; as doubles, which do not overflow.
    var counts: [Double]

    init(source: Int, nodes: Int) {
        order = [source]
        distances = [Int](repeating: -1, count: nodes)
        counts = [Double](repeating: 0, count: nodes)
        distances[source] = 0
        counts[source] = 1
    }

    /// Whether an arc lies on a shortest way.
    func isStep(from node: Int, to after: Int) -> Bool {
        distances[node] >= 0 && distances[after] == distances[node] + 1
    }
}
