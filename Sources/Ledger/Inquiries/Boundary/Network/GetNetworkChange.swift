// SPDX-License-Identifier: Apache-2.0

/// How the network of one window differs from that of another, such as before and after a joint post.
public struct GetNetworkChange: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "GetNetworkChange"
    public static let summary =
        "How the network changed between two surveys or windows: figures, densities, and who changed group."
    public static let command = "network change"

    private let before: NetworkScope
    private let after: NetworkScope

    public init(_ fields: inout Fields) throws(FieldError) {
        let survey = try fields.optionalKey("survey", of: .survey, "The survey before.")
        let window = DateWindow(
            from: try fields.optionalDate("from", "The start of the window before."),
            until: try fields.optionalDate("until", "The end of the window before.")
        )
        let afterSurvey = try fields.optionalKey("afterSurvey", of: .survey, "The survey after.")
        let afterWindow = DateWindow(
            from: try fields.optionalDate("afterFrom", "The start of the window after."),
            until: try fields.optionalDate("afterUntil", "The end of the window after.")
        )
        let reading = try NetworkReading(&fields)
        before = NetworkScope(survey: survey, window: window, reading: reading)
        after = NetworkScope(survey: afterSurvey, window: afterWindow, reading: reading)
    }

    /// One thing that is compared.
    public struct Row: Sendable {
        /// What is compared: `figure`, `density` or `mover`.
        let kind: String
        var figure: String?
        var from: Key?
        var to: Key?
        var subject: Subject?
        var before: String?
        var after: String?
        var change: String?
        var entries: [UInt64] = []
    }

    public static let columns: [Column<Row>] = [
        .word("kind", "figure, density (between two groups) or mover (who changed group).") { $0.kind },
        .word("figure", "Which figure.") { $0.figure },
        .party("from", "Of a density, the group from which ties lead; of a mover, the group before.") {
            $0.from
        },
        .party("to", "Of a density, the group to which ties lead; of a mover, the group after.") { $0.to },
        .person("person", "Of a mover, the person.") { $0.subject?.kind == .person ? $0.subject?.key : nil },
        .party("organisation", "Of a mover, the organisation.") {
            $0.subject?.kind == .organisation ? $0.subject?.key : nil
        },
        .word("before", "The value before; absent where it is not defined.") { $0.before },
        .word("after", "The value after; absent where it is not defined.") { $0.after },
        .word("change", "after - before; absent where either is not defined.") { $0.change },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        do throws(GraphError) {
            let before = try world.network(before)
            let after = try world.network(after)
            let rows =
                Self.figures(before, after) + Self.densities(before, after) + Self.movers(before, after)
            let first = Set(before.nodes.map(\.subject))
            let second = Set(after.nodes.map(\.subject))
            return Report(
                rows,
                figures: before.description.map { $0.renamed("before.") }
                    + after.description.map { $0.renamed("after.") } + [
                        Figure("came", second.subtracting(first).count, "nodes of the second network alone"),
                        Figure("left", first.subtracting(second).count, "nodes of the first network alone"),
                    ],
                note: "That one followed the other does not say that it was caused by it."
            )
        } catch { return Report([], note: "\(error)") }
    }

    private static func figures(_ before: VentureNetwork, _ after: VentureNetwork) -> [Row] {
        let one = before.values
        let other = after.values
        return zip(one, other).map { first, second in
            Row(
                kind: "figure",
                figure: first.name,
                before: decimal(first.value),
                after: decimal(second.value),
                change: difference(first.value, second.value)
            )
        }
    }

    private static func densities(_ before: VentureNetwork, _ after: VentureNetwork) -> [Row] {
        let first = Dictionary(grouping: GetNetwork.rows(before)) { [$0.from, $0.to] }
        let second = Dictionary(grouping: GetNetwork.rows(after)) { [$0.from, $0.to] }
        return Set(first.keys).union(second.keys)
            .sorted { $0.lexicographicallyPrecedes($1) }
            .compactMap { pair in
                let one = first[pair]?.first
                let other = second[pair]?.first
                guard one?.density != nil || other?.density != nil else { return nil }
                return Row(
                    kind: "density",
                    from: pair.first,
                    to: pair.last,
                    before: decimal(one?.density),
                    after: decimal(other?.density),
                    change: difference(one?.density, other?.density),
                    entries: Set((one?.entries ?? []) + (other?.entries ?? [])).sorted()
                )
            }
    }

    private static func movers(_ before: VentureNetwork, _ after: VentureNetwork) -> [Row] {
        let groups = Dictionary(uniqueKeysWithValues: before.nodes.map { ($0.subject, $0.group) })
        return after.nodes.compactMap { node in
            guard let group = groups[node.subject], group != node.group else { return nil }
            return Row(kind: "mover", from: group, to: node.group, subject: node.subject)
        }
    }

    private static func difference(_ before: Double?, _ after: Double?) -> String? {
        guard let before, let after else { return nil }
        return decimal(after - before)
    }
}

extension Figure {
    /// The figure under a longer name.
    fileprivate func renamed(_ prefix: String) -> Figure {
        Figure(prefix + name, value, meaning, entries: entries)
    }
}

extension VentureNetwork {
    /// The figures that two networks are compared by, always the same ones in the same order.
    fileprivate var values: [(name: String, value: Double?)] {
        let dyads = graph.graph.dyadCensus
        let index = graph.externalInternalIndex
        let counts = graph.brokerage().networkCounts
        let brokers = BrokerageRole.allCases.map { ($0.rawValue, Double(counts[$0]) as Double?) }
        return [
            ("nodes", Double(nodes.count)),
            ("arcs", Double(graph.graph.arcCount)),
            ("density", graph.graph.density),
            ("reciprocity", dyads.reciprocity),
            ("crossBoundaryShare", index.arcs.share),
            ("externalInternalIndex", index.ties.index),
            ("externalInternalExpected", index.moments?.expectation),
            ("externalInternalScore", index.score),
            ("components", Double(graph.graph.weakComponents().count)),
            ("failurePoints", Double(graph.graph.articulationPoints.count)),
        ] + brokers
    }
}
