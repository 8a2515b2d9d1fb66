// SPDX-License-Identifier: Apache-2.0

/// The brokerage that chance alone would give, if every arc were there or not independently of the others.
///
/// Groups and their sizes are held fixed and every ordered pair is an arc with the same probability d, taken
/// from the density of the network (Gould and Fernandez 1989). Given d, expectations and variances are exact.
/// For a path by one broker the probability is p = d²(1 - d), and two paths that share an arc have the
/// covariance d³(1 - d)³; paths that share none but the missing one are counted for the network, see there.
public struct BrokerageNull: Hashable, Sendable {
    /// The groups of the nodes.
    public let partition: Partition
    /// The probability of an arc, from 0 to 1.
    public let density: Double

    /// The null model for these groups and this probability of an arc.
    public init(partition: Partition, density: Double) {
        self.partition = partition
        self.density = density
    }

    /// The probability that a given ordered pair of nodes is brokered by a given third one.
    var pathProbability: Double { density * density * (1 - density) }

    /// The expectation and variance of the paths brokered by a node of this group.
    public func nodeMoments(inGroup group: Int) -> PerRole<Moments> {
        let paths = nodePaths(inGroup: group)
        let step = density * (1 - density)
        let covariance = step * step * step
        return paths.combined(with: nodeOverlaps(inGroup: group)) { paths, overlaps in
            let expectation = pathProbability * Double(paths)
            return Moments(
                expectation: expectation,
                variance: expectation * (1 - pathProbability) + covariance * Double(overlaps)
            )
        }
    }

    /// How many ordered pairs of other nodes a node of this group could broker between.
    func nodePaths(inGroup group: Int) -> PerRole<Int> {
        let all = partition.nodeCount
        let own = partition.sizes[group]
        let itinerant = others(than: group).reduce(0) { $0 + $1 * ($1 - 1) }
        let squares = others(than: group).reduce(0) { $0 + $1 * $1 }
        return PerRole(
            coordinator: (own - 1) * (own - 2),
            itinerant: itinerant,
            representative: (all - own) * (own - 1),
            gatekeeper: (all - own) * (own - 1),
            liaison: (all - own) * (all - own) - squares,
            total: (all - 1) * (all - 2)
        )
    }

    /// How many ordered pairs of these paths share one of their two arcs.
    private func nodeOverlaps(inGroup group: Int) -> PerRole<Int> {
        let all = partition.nodeCount
        let own = partition.sizes[group]
        let itinerant = others(than: group).reduce(0) { $0 + 2 * $1 * ($1 - 1) * ($1 - 2) }
        let crossing = 2 * ((own - 1) * Self.pairs(all - own) + (all - own) * Self.pairs(own - 1))
        return PerRole(
            coordinator: 2 * (own - 1) * (own - 2) * (own - 3),
            itinerant: itinerant,
            representative: crossing,
            gatekeeper: crossing,
            liaison: others(than: group).reduce(0) { $0 + 4 * $1 * Self.pairs(all - $1 - own) },
            total: 2 * (all - 1) * (all - 2) * (all - 3)
        )
    }

    /// The sizes of the other groups.
    private func others(than group: Int) -> some Sequence<Int> {
        partition.sizes.enumerated().lazy.filter { $0.offset != group }.map(\.element)
    }

    private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
}

extension PartitionedGraph {
    /// The null model with the groups and the density of this network.
    ///
    /// Below two nodes there is no density; nothing can be brokered, whichever is put in its place.
    public var brokerageNull: BrokerageNull {
        BrokerageNull(partition: partition, density: graph.density ?? 0)
    }
}
