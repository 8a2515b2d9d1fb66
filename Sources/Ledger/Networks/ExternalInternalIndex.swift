// SPDX-License-Identifier: Apache-2.0

/// How many ties there are between groups and within them.
public struct TieBalance: Hashable, Sendable {
    /// Ties between nodes of different groups, E.
    public internal(set) var between: Int
    /// Ties between nodes of one group, I.
    public internal(set) var within: Int

    /// The index of Krackhardt and Stern, (E - I) / (E + I); nil without ties.
    ///
    /// It is -1 if all ties are within groups and 1 if all are between them.
    public var index: Double? {
        let ties = between + within
        return ties == 0 ? nil : Double(between - within) / Double(ties)
    }

    /// The share of ties that are between groups, E / (E + I); nil without ties.
    public var share: Double? {
        let ties = between + within
        return ties == 0 ? nil : Double(between) / Double(ties)
    }

    mutating func count(isBetween: Bool) {
        if isBetween { between += 1 } else { within += 1 }
    }
}

/// Whether the ties of a network lie between its groups or within them.
///
/// The E-I index of D. Krackhardt and R. Stern (Informal networks and organizational crises, Social
/// Psychology Quarterly 51, 1988, pages 123 to 140). A tie is undirected, an arc in either direction or both,
/// unless said otherwise. The index of a network that came about by chance is not 0: with many small groups
/// it is well above, so the index is always shown beside its expectation.
public struct ExternalInternalIndex: Hashable, Sendable {
    /// The ties of the network.
    public let ties: TieBalance
    /// The arcs of the network: ties in both directions count twice.
    public let arcs: TieBalance
    /// The ties of each node.
    public let nodes: [TieBalance]
    /// The ties of each group, with at least one end in it; those with both ends in it count once.
    public let groups: [TieBalance]
    /// The lowest and highest index that these groups and this number of ties allow; nil without ties.
    public let range: ClosedRange<Double>?
    /// The expectation and variance of the index, if this number of ties had been placed at random between
    /// nodes; nil without ties.
    ///
    /// The ties between groups then have a hypergeometric distribution.
    public let moments: Moments?

    /// The standard score of the index of the network; nil without ties or if it could not vary.
    public var score: Double? {
        guard let index = ties.index else { return nil }
        return moments?.score(of: index)
    }

    /// The index stretched so that the attainable range is from -1 to 1; nil if only one value is attainable.
    ///
    /// UCINET also rescales but does not say how: this is our own definition.
    public var rescaled: Double? {
        guard let index = ties.index, let range, range.lowerBound < range.upperBound else { return nil }
        return 2 * (index - range.lowerBound) / (range.upperBound - range.lowerBound) - 1
    }
}

extension PartitionedGraph {
    /// Whether the ties of the network lie between its groups or within them.
    public var externalInternalIndex: ExternalInternalIndex {
        let none = TieBalance(between: 0, within: 0)
        var ties = none
        var arcs = none
        var nodes = [TieBalance](repeating: none, count: graph.nodeCount)
        var groups = [TieBalance](repeating: none, count: partition.groupCount)
        for node in graph.nodes {
            for other in graph.successors[node] { arcs.count(isBetween: isBetweenGroups(node, other)) }
            for other in graph.neighbours[node] {
                let isBetween = isBetweenGroups(node, other)
                nodes[node].count(isBetween: isBetween)
                // Each tie is seen from both its ends; what counts it once takes it from the lower one.
                if node < other { ties.count(isBetween: isBetween) }
                if isBetween || node < other { groups[partition.groups[node]].count(isBetween: isBetween) }
            }
        }
        return ExternalInternalIndex(
            ties: ties,
            arcs: arcs,
            nodes: nodes,
            groups: groups,
            range: partition.indexRange(ties: ties.between + ties.within),
            moments: partition.indexMoments(ties: ties.between + ties.within)
        )
    }
}

extension Partition {
    /// The lowest and highest E-I index of a network with so many ties.
    fileprivate func indexRange(ties: Int) -> ClosedRange<Double>? {
        guard ties > 0 else { return nil }
        let fewest = max(0, ties - pairsWithin)
        let most = min(ties, pairsBetween)
        return Double(2 * fewest - ties) / Double(ties)...Double(2 * most - ties) / Double(ties)
    }

    /// The moments of the E-I index of a network with so many ties, placed at random.
    fileprivate func indexMoments(ties: Int) -> Moments? {
        guard ties > 0 else { return nil }
        let pairs = pairsWithin + pairsBetween
        let share = Double(pairsBetween) / Double(pairs)
        let variance =
            ties == pairs
            ? 0
            : 4 / Double(ties) * share * (1 - share) * Double(pairs - ties) / Double(pairs - 1)
        return Moments(expectation: 2 * share - 1, variance: variance)
    }
}
