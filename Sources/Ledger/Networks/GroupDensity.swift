// SPDX-License-Identifier: Apache-2.0

/// How many arcs lead from each group to each, and of how many that could.
public struct GroupDensity: Hashable, Sendable {
    /// The number of nodes in each group.
    public let sizes: [Int]
    /// The arcs from group to group, row by row.
    private var counts: [Int]

    init(_ network: PartitionedGraph) {
        sizes = network.partition.sizes
        counts = [Int](repeating: 0, count: sizes.count * sizes.count)
        for from in network.graph.nodes {
            let row = network.partition.groups[from] * sizes.count
            for to in network.graph.successors[from] { counts[row + network.partition.groups[to]] += 1 }
        }
    }

    /// The number of arcs from a group to another, or within one.
    public func arcs(from: Int, to: Int) -> Int { counts[from * sizes.count + to] }

    /// The number of arcs that there could be.
    public func possibleArcs(from: Int, to: Int) -> Int {
        sizes[from] * (from == to ? sizes[to] - 1 : sizes[to])
    }

    /// The arcs by the arcs that there could be; nil within a group of one.
    public func density(from: Int, to: Int) -> Double? {
        let possible = possibleArcs(from: from, to: to)
        return possible == 0 ? nil : Double(arcs(from: from, to: to)) / Double(possible)
    }

    /// The density as a multiple of that of the network, above 1 for more contact than on average; nil if
    /// either is undefined or there are no arcs.
    public func relativeDensity(from: Int, to: Int) -> Double? {
        let arcs = counts.reduce(0, +)
        let nodes = sizes.reduce(0, +)
        guard arcs > 0, let density = density(from: from, to: to) else { return nil }
        return density * Double(nodes * (nodes - 1)) / Double(arcs)
    }
}

extension PartitionedGraph {
    /// How many arcs lead from each group to each.
    public var groupDensity: GroupDensity { GroupDensity(self) }
}
