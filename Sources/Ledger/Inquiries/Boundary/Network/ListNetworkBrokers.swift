// SPDX-License-Identifier: Apache-2.0

/// Who brokers between others in the network, and in which role.
public struct ListNetworkBrokers: Inquiry {
    /// The fewest nodes of a network in which scores are shown; of fewer the normal distribution says nothing.
    static let scoreFloor = 10

    public static let family = InquiryFamily.boundary
    public static let name = "ListNetworkBrokers"
    public static let summary =
        "Who brings others together in the network: five roles, betweenness, constraint, effective size."
    public static let command = "network brokers"

    private let scope: NetworkScope
    private let draws: Int?
    private let seed: UInt64

    public init(_ fields: inout Fields) throws(FieldError) {
        scope = try NetworkAsked(&fields).scope
        draws =
            try fields.optionalInteger(
                "draws",
                in: 1...Int64(BrokeragePermutationTest.maximumDraws),
                "Tests by so many shuffles of the group labels whether roles go with the groups."
            ).map(Int.init)
        seed = UInt64(
            try fields.optionalInteger("seed", "The seed of the shuffles, to draw the same again; 1.") ?? 1
        )
    }

    /// A member of the network as a broker.
    public struct Row: NetworkRow {
        let node: VentureNetwork.Node
        let counts: PerRole<Int>
        let partial: Double
        let score: Double?
        let betweenness: Double?
        let holes: StructuralHoles
        let exclusive: Int
        let chances: PerRole<Double>?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] =
        Column.member + [
            .flag("silent", "Whether it was asked and did not answer, so that its own ties are unknown.") {
                $0.node.isSilent
            },
            .number("coordinator", "Paths within its group, A A A.") { $0.counts.coordinator },
            .number("itinerant", "Paths between two of another group, A B A.") { $0.counts.itinerant },
            .number("representative", "Paths out of its group, A A B.") { $0.counts.representative },
            .number("gatekeeper", "Paths into its group, A B B.") { $0.counts.gatekeeper },
            .number("liaison", "Paths between two other groups, A B C.") { $0.counts.liaison },
            .number("total", "Paths in any role.") { $0.counts.total },
            .word("partial", "Shared credit: each path counts 1/k where k broker between its two ends.") {
                decimal($0.partial)
            },
            .word("score", "z of the total; absent where it cannot vary, or the network is too small.") {
                decimal($0.score)
            },
            .word("betweenness", "The share of shortest ways between others that pass through.") {
                decimal($0.betweenness)
            },
            .word("constraint", "How much the ties lead back to the same few; absent without ties.") {
                decimal($0.holes.constraint)
            },
            .word("effectiveSize", "The contacts less what they have in common; absent without ties.") {
                decimal($0.holes.effectiveSize)
            },
            .number("contacts", "Those with a tie in either direction.") { $0.holes.contacts },
            .number("exclusive", "Pairs, from one to another, that nobody else brokers.") { $0.exclusive },
            .words("chance", "With draws: the probability of as many paths in each role by chance.") { row in
                BrokerageRole.allCases.compactMap { role in
                    guard row.counts[role] > 0 else { return nil }
                    return row.chances.flatMap { decimal($0[role]) }.map { "\(role.rawValue) \($0)" }
                }
            },
            .entries { $0.entries },
        ]

    public func answer(in world: World) -> Report<Row> {
        do throws(GraphError) {
            let network = try world.network(scope)
            let test =
                if let draws { try network.graph.brokeragePermutationTest(seed: seed, draws: draws) } else {
                    BrokeragePermutationTest?.none
                }
            let isLarge = network.nodes.count >= Self.scoreFloor
            return Report(
                Self.rows(network, test, showsScores: isLarge),
                figures: network.description + Self.formulas + (test.map(Self.figures) ?? []),
                note: isLarge
                    ? nil
                    : "scores are not shown of networks with fewer than \(Self.scoreFloor) nodes, of which "
                        + "they say nothing"
            )
        } catch { return Report([], note: "\(error)") }
    }

    private static func rows(
        _ network: VentureNetwork,
        _ test: BrokeragePermutationTest?,
        showsScores: Bool
    ) -> [Row] {
        let graph = network.graph
        let census = graph.brokerage()
        let moments = graph.partition.sizes.indices.map(graph.brokerageNull.nodeMoments(inGroup:))
        let betweenness = graph.graph.betweenness.normalised
        let holes = graph.graph.structuralHoles
        let entries = network.entriesByNode
        var exclusive = [Int](repeating: 0, count: network.nodes.count)
        for path in census.exclusive { exclusive[path.broker] += 1 }
        return network.nodes.enumerated().map { index, node in
            let total = Double(census.counts[index].total)
            let score = moments[graph.partition.groups[index]].total.score(of: total)
            return Row(
                node: node,
                counts: census.counts[index],
                partial: census.shares[index].total,
                score: showsScores ? score : nil,
                betweenness: betweenness[index],
                holes: holes[index],
                exclusive: exclusive[index],
                chances: test?.nodes[index],
                entries: entries[index]
            )
        }
        .sorted { ($1.counts.total, $0.node.number) < ($0.counts.total, $1.node.number) }
    }

    private static let formulas = [
        Figure(
            "brokerage",
            "Gould and Fernandez 1989",
            "a path from a over v to b without a tie from a to b; roles by the groups of a, v and b"
        ),
        Figure(
            "scoreModel",
            "independent ties",
            "z of the total given groups and density, exact moments; ranks what to look at and is no proof"
        ),
        Figure("betweennessFormula", "Freeman 1979", "directed, divided by (N - 1)(N - 2)"),
        Figure(
            "structuralHoles",
            "Burt 1992",
            "constraint and effective size over contacts in either direction"
        ),
    ]

    private static func figures(_ test: BrokeragePermutationTest) -> [Figure] {
        [
            Figure("draws", test.draws, "p = (1 + draws with at least the count) / (1 + draws)"),
            Figure("seed", "\(test.seed)", "SplitMix64 over the group labels by node number"),
        ]
    }
}
