// SPDX-License-Identifier: Apache-2.0

extension World {
    /// The network of this scope.
    ///
    /// - Throws: `GraphError` if it is too large to be measured.
    func network(_ scope: NetworkScope) throws(GraphError) -> VentureNetwork {
        let ties = ties(scope)
        let reading = scope.reading
        let places = NetworkPlaces(state, at: ties.end, by: reading.grouping)
        let subjects = ties.population.keys.sorted()
        let nodes = subjects.enumerated().map { index, subject in
            let member = ties.population[subject] ?? subject
            return VentureNetwork.Node(
                number: index + 1,
                subject: subject,
                role: places.role(of: member, for: subject),
                group: places.group(of: member, for: subject),
                isSilent: ties.silent.contains(subject)
            )
        }
        let numbers = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($0.element, $0.offset) })
        let againstFlow = reading.isAsAsked && ties.isAskedAgainstFlow
        var entries: [Arc: [UInt64]] = [:]
        for (flow, positions) in ties.flows where positions.count >= least(scope) {
            guard let source = numbers[flow.source], let seeker = numbers[flow.seeker] else { continue }
            let arc = againstFlow ? Arc(from: seeker, to: source) : Arc(from: source, to: seeker)
            entries[arc] = positions.sorted()
        }
        let graph = try PartitionedGraph(
            DirectedGraph(nodes: nodes.count, arcs: entries.keys),
            in: Partition(labels: nodes.map(\.group))
        )
        let groups = Set(nodes.map(\.group)).sorted()
        return VentureNetwork(
            nodes: nodes,
            graph: graph,
            groups: groups,
            entries: entries,
            pointsFromReporter: againstFlow == ties.isAskedAgainstFlow,
            description: Self.describe(scope, ties, nodes, zip(groups, graph.partition.sizes))
        )
    }

    private func ties(_ scope: NetworkScope) -> NetworkTies {
        if let key = scope.survey {
            return state.survey(key).map { ties(of: key, $0, within: scope.window) }
                ?? NetworkTies(end: instant)
        }
        switch scope.reading.level {
        case .organisation: return tiesOfOrganisations(within: scope.window)
        case .person: return tiesOfPeople(within: scope.window)
        }
    }

    /// A survey asks everybody once, so that its ties rest on one answer each.
    private func least(_ scope: NetworkScope) -> Int { scope.survey == nil ? scope.reading.least : 1 }

    private static func describe(
        _ scope: NetworkScope,
        _ ties: NetworkTies,
        _ nodes: [VentureNetwork.Node],
        _ groups: some Sequence<(Key, Int)>
    ) -> [Figure] {
        let reading = scope.reading
        let isFromSurvey = scope.survey != nil
        let direction =
            reading.isAsAsked
            ? isFromSurvey ? "as asked: from who answers to who is named" : "as asked: from seeker to source"
            : "as knowledge flows: from source to seeker"
        var figures = [
            Figure(
                "ties",
                isFromSurvey || reading.least == 1
                    ? ties.source : "\(ties.source), at least \(reading.least) events each"
            ),
            Figure("direction", direction),
            Figure("grouping", reading.grouping.words),
            Figure("window", ties.window),
            Figure(
                "nodes",
                nodes.count,
                isFromSurvey
                    ? "the survey's population, with those who have no tie"
                    : "who has a tie, and every partner or holder of a post or seat without one"
            ),
            Figure("groupSizes", groups.map { "\($0.0.text) \($0.1)" }.joined(separator: ", ")),
        ]
        let unplaced = nodes.filter { $0.group == NetworkGroup.unknown }.count
        if unplaced > 0 {
            figures.append(Figure("unknownGroup", unplaced, "nodes whose organisation is not recorded"))
        }
        if isFromSurvey { figures += responses(nodes) }
        if ties.possible > 0 {
            figures.append(
                Figure("leftOut", ties.possible, "answers or events that may or may not lie in the window")
            )
        }
        return figures
    }

    private static func responses(_ nodes: [VentureNetwork.Node]) -> [Figure] {
        let silent = nodes.filter(\.isSilent)
        let answered = nodes.count - silent.count
        let rate = nodes.isEmpty ? nil : Double(answered) / Double(nodes.count)
        let numbers = silent.map { "\($0.number)" }.joined(separator: ", ")
        return [
            Figure("respondents", answered, "members of the population who answered"),
            Figure("responseRate", decimal(rate), "respondents / nodes"),
            Figure("silent", silent.count, silent.isEmpty ? nil : "who did not answer: nodes \(numbers)"),
            Figure(
                "unknownTies",
                silent.count * max(0, nodes.count - 1),
                "what those who did not answer could have reported, which is unknown and not absent"
            ),
        ]
    }
}
