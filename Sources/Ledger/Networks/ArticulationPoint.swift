// SPDX-License-Identifier: Apache-2.0

/// A node without which a part of the network falls apart.
///
/// Direction does not matter: two nodes are in one component if any ties lead from one to the other.
public struct ArticulationPoint: Hashable, Sendable {
    /// The node.
    public let node: Int
    /// Into how many parts its component falls without it, at least 2.
    public let parts: Int
}

/// Two groups, in ascending order.
public struct GroupPair: Hashable, Sendable {
    /// The group with the lower number.
    public let first: Int
    /// The group with the higher number.
    public let second: Int
}

extension DirectedGraph {
    /// The nodes whose removal increases the number of weakly connected components, ascending.
    public var articulationPoints: [ArticulationPoint] {
        let whole = weakComponents().count
        return nodes.filter { neighbours[$0].count > 1 }.compactMap { node in
            let parts = weakComponents(without: node).count - whole + 1
            return parts > 1 ? ArticulationPoint(node: node, parts: parts) : nil
        }
    }

    /// The weakly connected components, by their lowest nodes, as if `removed` and its ties were not there.
    ///
    /// The nodes of a component are in no particular order, but for the first, which is the lowest.
    public func weakComponents(without removed: Int? = nil) -> [[Int]] {
        var components: [[Int]] = []
        var isFound = [Bool](repeating: false, count: nodeCount)
        if let removed { isFound[removed] = true }
        for start in nodes where !isFound[start] {
            var component = [start]
            isFound[start] = true
            var next = 0
            while next < component.count {
                for neighbour in neighbours[component[next]] where !isFound[neighbour] {
                    isFound[neighbour] = true
                    component.append(neighbour)
                }
                next += 1
            }
            components.append(component)
        }
        return components
    }
}

extension PartitionedGraph {
    /// The pairs of groups that have no connection left without a node, direct or through others, and had one
    /// between other members than the node itself; ascending.
    public func groupsDisconnected(without node: Int) -> [GroupPair] {
        let before = connections(in: graph.weakComponents(), without: node)
        let after = connections(in: graph.weakComponents(without: node), without: node)
        let count = partition.groupCount
        return (0..<count).flatMap { first in
            (first..<count).compactMap { second in
                let pair = first * count + second
                return before[pair] && !after[pair] ? GroupPair(first: first, second: second) : nil
            }
        }
    }

    /// Whether each group has a member in one component with a member of each other group, row by row.
    private func connections(in components: [[Int]], without node: Int) -> [Bool] {
        let count = partition.groupCount
        var isConnected = [Bool](repeating: false, count: count * count)
        for component in components {
            let members = component.filter { $0 != node }
            let groups = Set(members.map { partition.groups[$0] })
            for first in groups {
                for second in groups where first != second { isConnected[first * count + second] = true }
            }
        }
        return isConnected
    }
}
