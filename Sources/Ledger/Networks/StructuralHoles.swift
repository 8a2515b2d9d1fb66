// SPDX-License-Identifier: Apache-2.0

/// How far the contacts of a node know each other, so that it adds little by knowing them.
///
/// The measures of R. Burt (Structural Holes, 1992). Contacts of a node are all who have an arc with it in
/// either direction, pure advisers and pure askers too; an arc in both directions weighs 2, one in one
/// direction 1. All values are nil for a node without contacts.
public struct StructuralHoles: Hashable, Sendable {
    /// The number of contacts.
    public let contacts: Int
    /// The constraint: how much the node's ties lead back to the same few people, above 0.
    ///
    /// It is the sum over contacts j of (p(i,j) + sum over other contacts q of p(i,q) p(q,j))², where p(i,j)
    /// is the share of j in the weights of the ties of i.
    public let constraint: Double?
    /// The effective size: the number of contacts less what they have in common, at most `contacts`.
    ///
    /// It is the sum over contacts j of 1 less the sum over other contacts q of p(i,q) m(j,q), where m(j,q)
    /// is the weight of the tie of j and q as a part of the strongest tie of j.
    public let effectiveSize: Double?

    /// The effective size by contact, at most 1.
    public var efficiency: Double? { effectiveSize.map { $0 / Double(contacts) } }
}

extension DirectedGraph {
    /// How far the contacts of each node know each other.
    public var structuralHoles: [StructuralHoles] {
        let ties = nodes.map(weightedTies(of:))
        // Shares of the node in hand, and how far it reaches each contact through the other ones.
        var shares = [Double](repeating: 0, count: nodeCount)
        var indirect = [Double](repeating: 0, count: nodeCount)
        return nodes.map { node in
            let contacts = ties[node].ties
            guard !contacts.isEmpty else {
                return StructuralHoles(contacts: 0, constraint: nil, effectiveSize: nil)
            }
            for tie in contacts { shares[tie.contact] = tie.weight / ties[node].sum }
            var effectiveSize = Double(contacts.count)
            for tie in contacts {
                let theirs = ties[tie.contact]
                for next in theirs.ties where next.contact != node {
                    indirect[next.contact] += shares[tie.contact] * next.weight / theirs.sum
                    effectiveSize -= shares[next.contact] * next.weight / theirs.strongest
                }
            }
            var constraint = 0.0
            for tie in contacts {
                let proportion = shares[tie.contact] + indirect[tie.contact]
                constraint += proportion * proportion
            }
            for tie in contacts {
                shares[tie.contact] = 0
                for next in ties[tie.contact].ties { indirect[next.contact] = 0 }
            }
            return StructuralHoles(
                contacts: contacts.count,
                constraint: constraint,
                effectiveSize: effectiveSize
            )
        }
    }

    private func weightedTies(of node: Int) -> WeightedTies {
        let out = Set(successors[node])
        let back = Set(predecessors[node])
        let ties = neighbours[node].map { contact in
            let isMutual = out.contains(contact) && back.contains(contact)
            return (contact: contact, weight: isMutual ? 2.0 : 1.0)
        }
        return WeightedTies(ties: ties)
    }
}

/// The ties of a node with their weights.
private struct WeightedTies {
    let ties: [(contact: Int, weight: Double)]
    let sum: Double
    let strongest: Double

    init(ties: [(contact: Int, weight: Double)]) {
        self.ties = ties
        sum = ties.reduce(0) { $0 + $1.weight }
        strongest = ties.reduce(0) { max($0, $1.weight) }
    }
}
