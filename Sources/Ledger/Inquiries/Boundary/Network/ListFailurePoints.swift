// SPDX-License-Identifier: Apache-2.0

/// Those without whom a part of the network falls apart.
public struct ListFailurePoints: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "ListFailurePoints"
    public static let summary =
        "Those without whom the network falls apart, what would be cut off and which groups lose each other."
    public static let command = "network failure-points"

    private let scope: NetworkScope

    public init(_ fields: inout Fields) throws(FieldError) { scope = try NetworkAsked(&fields).scope }

    /// A member of the network and what falls apart without it.
    public struct Row: NetworkRow {
        let node: VentureNetwork.Node
        let parts: Int
        let cutOff: [VentureNetwork.Node]
        let groups: [String]
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] =
        Column.member + [
            .number("parts", "Into how many parts those around it fall without it.") { $0.parts },
            .words("disconnected", "The pairs of groups that then have no connection left.") { $0.groups },
            .number("cutOff", "How many are cut off from the largest part.") { $0.cutOff.count },
            .people("cutOffPeople", "The people among them.") { $0.cutOff.compactMap(\.person) },
            .parties("cutOffOrganisations", "The organisations among them.") {
                $0.cutOff.compactMap(\.organisation)
            },
            .entries { $0.entries },
        ]

    public func answer(in world: World) -> Report<Row> {
        do throws(GraphError) {
            let network = try world.network(scope)
            let entries = network.entriesByNode
            let rows = network.graph.graph.articulationPoints.map { Self.row($0, network, entries) }
            let components = network.graph.graph.weakComponents()
            return Report(
                rows.sorted { ($1.groups.count, $1.cutOff.count) < ($0.groups.count, $0.cutOff.count) },
                figures: network.description + [
                    Figure("components", components.count, "parts without any tie between them"),
                    Figure(
                        "isolates",
                        components.filter { $0.count == 1 }.count,
                        "members without a tie, each a part of its own"
                    ),
                    Figure(
                        "points",
                        rows.count,
                        "articulation points; the direction of ties does not matter"
                    ),
                ],
                note: network.nodes.contains(where: \.isSilent)
                    ? "ties of those who did not answer are unknown: there may be fewer such points" : nil
            )
        } catch { return Report([], note: "\(error)") }
    }

    private static func row(
        _ point: ArticulationPoint,
        _ network: VentureNetwork,
        _ entries: [[UInt64]]
    ) -> Row {
        let neighbours = Set(network.graph.graph.neighbours[point.node])
        let parts = network.graph.graph.weakComponents(without: point.node)
            .filter { !neighbours.isDisjoint(with: $0) }
        let largest = parts.indices.max { (parts[$0].count, -$0) < (parts[$1].count, -$1) }
        let cutOff = parts.indices.filter { $0 != largest }.flatMap { parts[$0] }.sorted()
        let groups = network.graph.groupsDisconnected(without: point.node).map { pair in
            "\(network.groups[pair.first]) - \(network.groups[pair.second])"
        }
        return Row(
            node: network.nodes[point.node],
            parts: point.parts,
            cutOff: cutOff.map { network.nodes[$0] },
            groups: groups,
            entries: entries[point.node]
        )
    }
}
