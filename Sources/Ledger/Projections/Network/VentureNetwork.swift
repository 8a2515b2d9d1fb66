// SPDX-License-Identifier: Apache-2.0

/// Who turns to whom in a venture: a graph with its nodes in groups, and what it rests on.
///
/// Everybody who could have had a tie is a node, also without one.
struct VentureNetwork: Sendable {
    /// A person or an organisation in the network.
    struct Node: Hashable, Sendable {
        /// The number under which answers name the node, from 1 in the order of keys.
        let number: Int
        /// The person or organisation.
        let subject: Subject
        /// The post or seat that the person held at the window's end, by its title.
        let role: Text?
        /// The organisation or unit that is its group, or a key in parentheses.
        let group: Key
        /// Whether it was asked and did not answer, so that its ties as asked are unknown.
        let isSilent: Bool

        /// The person, unless it is an organisation.
        var person: Key? { subject.kind == .person ? subject.key : nil }
        /// The organisation, unless it is a person.
        var organisation: Key? { subject.kind == .organisation ? subject.key : nil }
    }

    /// The nodes, in order.
    let nodes: [Node]
    /// The ties, and the groups of the nodes.
    let graph: PartitionedGraph
    /// The groups, by their numbers.
    let groups: [Key]
    /// The entries that report each tie.
    let entries: [Arc: [UInt64]]
    /// Whether an arc points from the one who reports it.
    let pointsFromReporter: Bool
    /// What has to be said with every figure.
    let description: [Figure]

    /// The positions of the entries on which the ties of each node rest, ascending.
    var entriesByNode: [[UInt64]] {
        var positions = [Set<UInt64>](repeating: [], count: nodes.count)
        for (arc, entries) in entries {
            positions[arc.from].formUnion(entries)
            positions[arc.to].formUnion(entries)
        }
        return positions.map { $0.sorted() }
    }

    /// The positions of the entries on which the ties from each group to each rest, ascending, by the two.
    var entriesByGroups: [Arc: [UInt64]] {
        var positions: [Arc: Set<UInt64>] = [:]
        let group = graph.partition.groups
        for (arc, entries) in entries {
            positions[Arc(from: group[arc.from], to: group[arc.to]), default: []].formUnion(entries)
        }
        return positions.mapValues { $0.sorted() }
    }

    /// How many arcs there may be from a group to another of which nothing is known, as those who would have
    /// reported them did not answer.
    func unknownArcs(from: Int, to: Int) -> Int {
        let reporters = pointsFromReporter ? from : to
        let named = pointsFromReporter ? to : from
        let silent = zip(nodes, graph.partition.groups).filter { $0.0.isSilent && $0.1 == reporters }.count
        return silent * (graph.partition.sizes[named] - (from == to ? 1 : 0))
    }
}

/// Groups that are no organisation.
enum NetworkGroup {
    /// Of those who hold a post that several organisations fund.
    static let jointlyFunded = Key(unchecked: "(jointly-funded)")
    /// Of those whose organisation then is not recorded.
    static let unknown = Key(unchecked: "(unknown)")
}

/// A figure as it stands in answers; nil when it is not defined.
func decimal(_ number: Double?) -> String? { number.flatMap { DecimalText($0)?.text } }
