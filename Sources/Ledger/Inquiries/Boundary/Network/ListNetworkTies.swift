// SPDX-License-Identifier: Apache-2.0

/// The network as it is drawn: every tie from one member to another.
public struct ListNetworkTies: Inquiry {
    /// The most rows of an answer: some 10 MB.
    ///
    /// A network with more is refused and not cut, because a part of it would
    /// look like another network.
    static let rowLimit = 20_000

    public static let family = InquiryFamily.boundary
    public static let name = "ListNetworkTies"
    public static let summary =
        "Every tie of the network, from whom to whom; whoever has none is in a row of their own."
    public static let command = "network ties"

    private let scope: NetworkScope

    public init(_ fields: inout Fields) throws(FieldError) { scope = try NetworkAsked(&fields).scope }

    /// A tie, or a member without one.
    public struct Row: Sendable {
        let from: VentureNetwork.Node
        let to: VentureNetwork.Node?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] =
        columns("from", "The one from which the tie leads; in a row without the other, one who has no tie.") {
            $0.from
        }
        + columns("to", "The one to which it leads; absent for who has no tie.") { $0.to }
        + [
            .number("weight", "How many entries report the tie; absent for who has none.") { row in
                row.to.map { _ in row.entries.count }
            },
            .entries { $0.entries },
        ]

    private static func columns(
        _ end: String,
        _ documentation: String,
        _ node: @escaping @Sendable (Row) -> VentureNetwork.Node?
    ) -> [Column<Row>] {
        [
            .number("\(end)Node", "\(documentation) By number in this network.") { node($0)?.number },
            .person("\(end)Person", "That person; absent for an organisation.") { node($0)?.person },
            .party("\(end)Organisation", "That organisation or unit; absent for a person.") {
                node($0)?.organisation
            },
            .text("\(end)Role", "The post or seat that the person held at the window's end.") {
                node($0)?.role
            },
            .party("\(end)Group", "The group, or a key in parentheses.") { node($0)?.group },
            .flag("\(end)Silent", "Whether it was asked and did not answer, so that its ties are unknown.") {
                node($0)?.isSilent ?? false
            },
        ]
    }

    public func answer(in world: World) -> Report<Row> {
        do throws(GraphError) {
            let network = try world.network(scope)
            var alone = Set(network.nodes.indices)
            for arc in network.entries.keys { alone.subtract([arc.from, arc.to]) }
            guard network.entries.count + alone.count <= Self.rowLimit else {
                return Report(
                    [],
                    figures: network.description,
                    note:
                        "it has \(network.entries.count) ties and more than \(Self.rowLimit) rows: narrow it down"
                )
            }
            let ties = network.entries.sorted { $0.key < $1.key }.map { arc, entries in
                Row(from: network.nodes[arc.from], to: network.nodes[arc.to], entries: entries)
            }
            let others = alone.sorted().map { Row(from: network.nodes[$0], to: nil, entries: []) }
            let count = Figure("arcs", ties.count, "m, the ties with their direction")
            return Report(ties + others, figures: network.description + [count])
        } catch { return Report([], note: "\(error)") }
    }
}
