// SPDX-License-Identifier: Apache-2.0

/// The pairs that only one member of the network brings together.
public struct ListExclusiveBridges: Inquiry {
    /// The most rows that are listed; the figures count all.
    static let rowLimit = 1_000

    public static let family = InquiryFamily.boundary
    public static let name = "ListExclusiveBridges"
    public static let summary = "The pairs that only one member of the network brings together, and who does."
    public static let command = "network bridges"

    private let scope: NetworkScope
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        scope = try NetworkAsked(&fields).scope
        all = try fields.flag("all", "Also pairs within one group.")
    }

    /// A pair and who brings it together.
    public struct Row: NetworkRow {
        let node: VentureNetwork.Node
        let from: VentureNetwork.Node
        let to: VentureNetwork.Node
        let role: BrokerageRole
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] =
        Column.member + [
            .word("as", "The broker's part, by the groups of the three.") { $0.role.rawValue },
            .number("fromNode", "The one at which the path begins, by its number.") { $0.from.number },
            .person("fromPerson", "That person; absent for an organisation.") { $0.from.person },
            .party("fromOrganisation", "That organisation; absent for a person.") { $0.from.organisation },
            .party("fromGroup", "Its group.") { $0.from.group },
            .number("toNode", "The one at which the path ends, by its number.") { $0.to.number },
            .person("toPerson", "That person; absent for an organisation.") { $0.to.person },
            .party("toOrganisation", "That organisation; absent for a person.") { $0.to.organisation },
            .party("toGroup", "Its group.") { $0.to.group },
            .entries { $0.entries },
        ]

    public func answer(in world: World) -> Report<Row> {
        do throws(GraphError) {
            let network = try world.network(scope)
            let exclusive = network.graph.brokerage().exclusive
            let crossing = exclusive.filter { network.graph.isBetweenGroups($0.from, $0.to) }
            let paths = all ? exclusive : crossing
            let ordered = paths.sorted { ($0.broker, $0.from, $0.to) < ($1.broker, $1.from, $1.to) }
            return Report(
                ordered.prefix(Self.rowLimit).map { Self.row($0, network) },
                figures: network.description + [
                    Figure("exclusive", exclusive.count, "ordered pairs that exactly one member brokers"),
                    Figure("exclusiveBetweenGroups", crossing.count, "of these, pairs of different groups"),
                ],
                note: ordered.count > Self.rowLimit ? "only the first \(Self.rowLimit) are listed" : nil
            )
        } catch { return Report([], note: "\(error)") }
    }

    private static func row(_ path: BrokeredPath, _ network: VentureNetwork) -> Row {
        let first = network.entries[Arc(from: path.from, to: path.broker)] ?? []
        let second = network.entries[Arc(from: path.broker, to: path.to)] ?? []
        return Row(
            node: network.nodes[path.broker],
            from: network.nodes[path.from],
            to: network.nodes[path.to],
            role: network.graph.role(in: path),
            entries: Set(first + second).sorted()
        )
    }
}
