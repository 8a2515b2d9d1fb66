// SPDX-License-Identifier: Apache-2.0

/// Who turns to whom, between groups and within them.
public struct GetNetwork: Inquiry {
    /// The most groups of which every pair is a row; of more only those with ties.
    static let fullTableLimit = 20

    public static let family = InquiryFamily.boundary
    public static let name = "GetNetwork"
    public static let summary =
        "Who turns to whom: ties from group to group with their density, and the figures of the network."
    public static let command = "network show"

    private let scope: NetworkScope

    public init(_ fields: inout Fields) throws(FieldError) { scope = try NetworkAsked(&fields).scope }

    /// The ties from one group to another, or within one.
    public struct Row: Sendable {
        let from: Key
        let to: Key
        let arcs: Int
        let possible: Int
        let unknown: Int
        let density: Double?
        let relativeDensity: Double?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .party("from", "The group from which the ties lead, or a key in parentheses.") { $0.from },
        .party("to", "The group to which they lead; the same for ties within it.") { $0.to },
        .number("arcs", "How many ties there are.") { $0.arcs },
        .number("possible", "How many there could be.") { $0.possible },
        .number("unknown", "Of how many nothing is known, as who would have reported them did not answer.") {
            $0.unknown
        },
        .word("density", "arcs / possible; absent within a group of one.") { decimal($0.density) },
        .word("relativeDensity", "The density as a multiple of the network's: above 1 is more than average.")
        {
            decimal($0.relativeDensity)
        },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        do throws(GraphError) {
            let network = try world.network(scope)
            return Report(Self.rows(network), figures: network.description + network.figures)
        } catch { return Report([], note: "\(error)") }
    }

    /// The ties between all groups, or if these are many between those that have some.
    static func rows(_ network: VentureNetwork) -> [Row] {
        let density = network.graph.groupDensity
        let entries = network.entriesByGroups
        let groups = network.groups.indices
        return groups.flatMap { from in
            groups.compactMap { to in
                let arcs = density.arcs(from: from, to: to)
                guard groups.count <= fullTableLimit || arcs > 0 else { return nil }
                return Row(
                    from: network.groups[from],
                    to: network.groups[to],
                    arcs: arcs,
                    possible: density.possibleArcs(from: from, to: to),
                    unknown: network.unknownArcs(from: from, to: to),
                    density: density.density(from: from, to: to),
                    relativeDensity: density.relativeDensity(from: from, to: to),
                    entries: entries[Arc(from: from, to: to)] ?? []
                )
            }
        }
    }
}

extension VentureNetwork {
    /// The figures of the network as a whole, each with its formula.
    var figures: [Figure] {
        let dyads = graph.graph.dyadCensus
        let index = graph.externalInternalIndex
        let range = index.range
        return [
            Figure("arcs", graph.graph.arcCount, "m, the ties with their direction"),
            Figure("density", decimal(graph.graph.density), "m / N(N - 1)"),
            Figure("reciprocity", decimal(dyads.reciprocity), "edgewise: 2 Mut / m"),
            Figure("mutual", dyads.mutual, "Mut, pairs with ties both ways"),
            Figure("asymmetric", dyads.asymmetric, "Asym, pairs with a tie one way"),
            Figure("null", dyads.null, "pairs without a tie"),
            Figure(
                "crossBoundaryShare",
                decimal(index.arcs.share),
                "ties between groups / m, each direction counted"
            ),
            Figure(
                "externalInternalIndex",
                decimal(index.ties.index),
                "Krackhardt and Stern: (E - I) / (E + I) of undirected ties; -1 all within groups, 1 all between"
            ),
            Figure(
                "externalInternalExpected",
                decimal(index.moments?.expectation),
                "the index of as many ties placed at random; compare with this and not with 0"
            ),
            Figure(
                "externalInternalLowest",
                decimal(range?.lowerBound),
                "the lowest index that these groups and ties allow"
            ),
            Figure(
                "externalInternalHighest",
                decimal(range?.upperBound),
                "the highest index that these groups and ties allow"
            ),
            Figure(
                "externalInternalScore",
                decimal(index.score),
                "z of the index under random placing (hypergeometric); ranks what to look at and is no proof"
            ),
        ]
    }
}
