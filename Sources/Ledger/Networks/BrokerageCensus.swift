// SPDX-License-Identifier: Apache-2.0

/// An ordered pair of nodes without an arc between them, that a third node brings together.
///
/// There are arcs from `from` to `broker` and from `broker` to `to`, and none from `from` to `to`; an arc
/// from `to` to `from` makes no difference.
public struct BrokeredPath: Hashable, Sendable {
    /// The node at which the path begins.
    public let from: Int
    /// The node in the middle.
    public let broker: Int
    /// The node at which the path ends.
    public let to: Int
    /// How many nodes broker between `from` and `to`, this one included.
    public let brokers: Int
}

/// Who brokers between whom in a network, and in which role.
///
/// The measures of R. Gould and R. Fernandez (Structures of mediation, Sociological Methodology 19, 1989,
/// pages 89 to 126), and the shared credit that UCINET calls partial scores. Roles follow the arcs as they
/// stand: where arcs say who asks whom, take the transposed graph to have knowledge flow along them.
public struct BrokerageCensus: Hashable, Sendable {
    /// For each node the number of paths that it brokers.
    public internal(set) var counts: [PerRole<Int>]
    /// For each node the sum over these paths of 1/k, where k nodes broker between the two ends.
    public internal(set) var shares: [PerRole<Double>]
    /// The paths whose broker is the only one between their ends, by from, broker and to.
    ///
    /// These are what a network loses when somebody leaves.
    public internal(set) var exclusive: [BrokeredPath]

    /// The number of paths in the network.
    public var networkCounts: PerRole<Int> { .sum(counts) }
}

extension PartitionedGraph {
    /// Who brokers between whom, and in which role.
    public func brokerage() -> BrokerageCensus {
        var census = BrokerageCensus(
            counts: graph.nodes.map { _ in .zero },
            shares: graph.nodes.map { _ in .zero },
            exclusive: []
        )
        graph.forEachBrokeredPath { path in
            let role = role(in: path)
            census.counts[path.broker].add(1, to: role)
            census.shares[path.broker].add(1 / Double(path.brokers), to: role)
            if path.brokers == 1 { census.exclusive.append(path) }
        }
        return census
    }

    /// The role of the broker of a path.
    public func role(in path: BrokeredPath) -> BrokerageRole {
        BrokerageRole(
            from: partition.groups[path.from],
            broker: partition.groups[path.broker],
            to: partition.groups[path.to]
        )
    }
}

extension DirectedGraph {
    /// Calls `body` for every brokered path, by from, broker and to; in time that of the paths of two arcs.
    func forEachBrokeredPath(_ body: (BrokeredPath) -> Void) {
        var isClosed = [Bool](repeating: false, count: nodeCount)
        var brokers = [Int](repeating: 0, count: nodeCount)
        for from in nodes {
            isClosed[from] = true
            for to in successors[from] { isClosed[to] = true }
            for broker in successors[from] {
                for to in successors[broker] where !isClosed[to] { brokers[to] += 1 }
            }
            for broker in successors[from] {
                for to in successors[broker] where !isClosed[to] {
                    body(BrokeredPath(from: from, broker: broker, to: to, brokers: brokers[to]))
                }
            }
            for broker in successors[from] {
                for to in successors[broker] { brokers[to] = 0 }
            }
            isClosed[from] = false
            for to in successors[from] { isClosed[to] = false }
        }
    }
}
