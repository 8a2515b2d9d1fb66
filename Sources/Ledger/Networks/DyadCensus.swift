// SPDX-License-Identifier: Apache-2.0

/// How many pairs of nodes have arcs both ways, one way, or none.
///
/// Several figures are called reciprocity. The one to report is `reciprocity`; the others are there to
/// compare with what other programs print under the same name.
public struct DyadCensus: Hashable, Sendable {
    /// Pairs with arcs both ways.
    public let mutual: Int
    /// Pairs with an arc one way.
    public let asymmetric: Int
    /// Pairs without an arc.
    public let null: Int

    /// The share of arcs that are returned, 2 Mut / m; nil without arcs.
    ///
    /// It is the default of igraph and the overall reciprocity of networkx.
    public var reciprocity: Double? {
        let arcs = 2 * mutual + asymmetric
        return arcs == 0 ? nil : Double(2 * mutual) / Double(arcs)
    }

    /// The share of pairs that are alike in both directions, (Mut + Null) / pairs; nil below two nodes.
    ///
    /// It is the default of the R package sna. A network with few arcs scores high.
    public var dyadicReciprocity: Double? {
        let pairs = mutual + asymmetric + null
        return pairs == 0 ? nil : Double(mutual + null) / Double(pairs)
    }

    /// The share of tied pairs with arcs both ways, Mut / (Mut + Asym); nil without arcs.
    public var tiedReciprocity: Double? {
        let tied = mutual + asymmetric
        return tied == 0 ? nil : Double(mutual) / Double(tied)
    }
}

extension DirectedGraph {
    /// How many pairs of nodes have arcs both ways, one way, or none.
    public var dyadCensus: DyadCensus {
        let tied = neighbours.reduce(0) { $0 + $1.count } / 2
        return DyadCensus(
            mutual: arcCount - tied,
            asymmetric: 2 * tied - arcCount,
            null: nodeCount * (nodeCount - 1) / 2 - tied
        )
    }
}
