// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// A survey that reports the ties of a golden network, asked about, gives the golden values.
@Suite("Questions about the network")
struct NetworkQuestionTests {
    /// A history whose survey SV-0001 has a golden network as its ties, as asked.
    private static func surveyed(
        _ golden: GoldenNetwork,
        _ direction: SurveyDirection,
        order: [Int]? = nil
    ) throws -> History {
        let nodes = Array(golden.network.graph.nodes)
        let order = order ?? nodes
        // Node i of the network is person order[i] + 1.
        var groups = nodes.map { _ in "" }
        for node in nodes { groups[order[node]] = golden.labels[golden.network.partition.groups[node]] }
        var history = try History.people(of: groups)
        let survey = try history.survey(nodes.map { $0 + 1 }, direction)
        for node in nodes {
            let named = golden.network.graph.successors[node].map { order[$0] + 1 }
            try history.answer(survey, by: order[node] + 1, naming: named)
        }
        return history
    }

    private func number(_ text: String?) -> Double? { text.flatMap(Double.init) }

    @Test("The figures of a surveyed network are golden", arguments: GoldenNetwork.names)
    func figures(name: String) throws {
        let golden = try GoldenNetwork.named(name)
        let history = try Self.surveyed(golden, .sourceToSeeker)
        let report = try ask(GetNetwork.self, ["survey": "SV-0001"], of: history)
        golden.expect(number(report.figure("density")), equals: try golden.value("density"), "density")
        golden.expect(
            number(report.figure("mutual")),
            equals: try golden.value("dyads", "mutual"),
            "mutual"
        )
        golden.expect(
            number(report.figure("externalInternalIndex")),
            equals: try golden.value("ei", "undirected_global"),
            "E-I"
        )
        for row in report.rows {
            let arrow = "\(row.from)->\(row.to)"
            golden.expect(
                number(decimal(row.density)),
                equals: try golden.value("group_density", arrow),
                arrow
            )
        }
        #expect(report.rows.count == golden.labels.count * golden.labels.count)
        #expect(report.figure("responseRate") == "1")
        #expect(report.figure("unknownTies") == "0")
        #expect(report.figure("nodes") == "\(golden.network.graph.nodeCount)")
        #expect(report.figure("direction")?.hasPrefix("as knowledge flows") == true)
        #expect(
            report.figure("window") == "from 2011-06 until before 2011-09"
                || report.figure("window")?.contains("2011") == true
        )
    }

    @Test(
        "The brokers of a surveyed network are golden, as asked and as knowledge flows",
        arguments: GoldenNetwork.names
    )
    func brokers(name: String) throws {
        let golden = try GoldenNetwork.named(name)
        let flow = try Self.surveyed(golden, .sourceToSeeker)
        let asked = try Self.surveyed(golden, .seekerToSource)
        let counts = try #require(try golden.value("brokerage_raw").array)
        let partial = try #require(try golden.value("brokerage_partial").array)
        let scores = try #require(try golden.value("z").array)
        let questions: [(History, JSON)] = [
            (flow, ["survey": "SV-0001"]), (flow, ["survey": "SV-0001", "asAsked": true]),
            (asked, ["survey": "SV-0001", "asAsked": true]),
        ]
        for (history, parameters) in questions {
            let rows = try ask(ListNetworkBrokers.self, parameters, of: history).rows
            for row in rows {
                let node = row.node.number - 1
                try golden.expect(row.counts.row, equals: counts[node], "counts \(node)")
                golden.expect(row.partial, equals: try #require(partial[node].array?.last), "partial")
                golden.expect(
                    row.betweenness,
                    equals: try #require(try golden.value("betweenness_normalised").array)[node],
                    "betweenness"
                )
                golden.expect(
                    row.holes.constraint,
                    equals: try #require(try golden.value("constraint").array)[node],
                    "constraint"
                )
                golden.expect(
                    row.holes.effectiveSize,
                    equals: try #require(try golden.value("effective_size").array)[node],
                    "effective size"
                )
                if rows.count >= ListNetworkBrokers.scoreFloor {
                    golden.expect(row.score, equals: try #require(scores[node].array?.last), "z")
                } else {
                    #expect(row.score == nil)
                }
            }
            #expect(rows.map(\.counts.total) == rows.map(\.counts.total).sorted(by: >))
        }
        // Turned round, representatives are gatekeepers and the other roles stay.
        let turned = try ask(ListNetworkBrokers.self, ["survey": "SV-0001"], of: asked).rows
        for row in turned {
            let golden = try #require(counts[row.node.number - 1].array).map(\.number)
            #expect(
                [Double(row.counts.representative), Double(row.counts.gatekeeper)] == [golden[3], golden[2]]
            )
            #expect(Double(row.counts.total) == golden[5])
        }
    }

    @Test(
        "Other numbers for the same people change nothing but the numbers",
        arguments: ["lcg-15-uneven", "isolates"]
    )
    func relabelled(name: String) throws {
        let golden = try GoldenNetwork.named(name)
        let order = Array(golden.network.graph.nodes.reversed())
        let one = try Self.surveyed(golden, .sourceToSeeker)
        let other = try Self.surveyed(golden, .sourceToSeeker, order: order)
        let figures = { (history: History) in
            try ask(GetNetwork.self, ["survey": "SV-0001"], of: history).figures.map(\.value)
        }
        #expect(try figures(one) == figures(other))
        let first = try ask(ListNetworkBrokers.self, ["survey": "SV-0001"], of: one).rows
        let second = try ask(ListNetworkBrokers.self, ["survey": "SV-0001"], of: other).rows
        for row in first {
            let twin = try #require(second.first { $0.node.number == order[row.node.number - 1] + 1 })
            #expect(twin.counts == row.counts)
            #expect(twin.exclusive == row.exclusive)
            #expect(isClose(twin.betweenness, row.betweenness))
            #expect(isClose(twin.score, row.score))
        }
    }

    @Test("Who did not answer is named, and what they would have said is unknown and not absent")
    func silence() throws {
        var history = try History.people(of: ["a", "a", "b"])
        let survey = try history.survey([1, 2, 3])
        try history.answer(survey, by: 1, naming: [3])
        try history.answer(survey, by: 2, naming: [])
        let report = try ask(GetNetwork.self, ["survey": "SV-0001"], of: history)
        #expect(report.figure("respondents") == "2")
        #expect(report.figure("silent") == "1")
        #expect(report.figure("unknownTies") == "2")
        // Advice flows from 3 to 1; it is what flows to 3 that nobody told of.
        let rows = Dictionary(uniqueKeysWithValues: report.rows.map { ("\($0.from)\($0.to)", $0) })
        #expect(rows["ba"]?.arcs == 1)
        #expect(rows.mapValues(\.unknown) == ["aa": 0, "ab": 2, "ba": 0, "bb": 0])
        #expect(rows["bb"]?.density == nil)
        let asked = try ask(GetNetwork.self, ["survey": "SV-0001", "asAsked": true], of: history)
        let turned = Dictionary(uniqueKeysWithValues: asked.rows.map { ("\($0.from)\($0.to)", $0) })
        #expect(turned["ab"]?.arcs == 1)
        #expect(turned.mapValues(\.unknown) == ["aa": 0, "ab": 0, "ba": 2, "bb": 0])
        let brokers = try ask(ListNetworkBrokers.self, ["survey": "SV-0001"], of: history).rows
        #expect(brokers.filter(\.node.isSilent).map(\.node.number) == [3])
        // Before the answers were given, nobody had said anything.
        let early = try ask(GetNetwork.self, ["survey": "SV-0001"], of: history, at: "2011-06")
        #expect(early.figure("respondents") == "0")
        #expect(early.figure("arcs") == "0")
    }

    @Test("Groups are those at the window's end, and jointly funded posts are one of their own")
    func groups() throws {
        var history = try History.people(of: ["a", "a", "b"])
        try history.record(
            "affiliation.changed",
            "person/P-0002",
            ["organisation": "b", "from": "2011-08"],
            occurred: "2011-08"
        )
        try history.record(
            "post.defined",
            "post/joint",
            [
                "title": "Integration lead", "organisations": ["a", "b"], "host": "a", "from": "2011",
                "jointlyFunded": true, "accountableTo": ["a", "b"],
            ]
        )
        try history.record(
            "role.assigned",
            "assignment/",
            ["role": "post/joint", "person": "P-0001", "from": "2011-07"],
            occurred: "2011-07"
        )
        let summer = try history.survey([1, 2, 3])
        let spring = try history.survey([1, 2, 3], window: ("2011-03", "2011-06"))
        for (survey, when) in [(summer, "2011-07"), (spring, "2011-04")] {
            try history.answer(survey, by: 1, naming: [2], occurred: when)
            try history.answer(survey, by: 2, naming: [3], occurred: when)
        }
        let groups = { (parameters: JSON) in
            try ask(ListNetworkBrokers.self, parameters, of: history).rows
                .sorted { $0.node.number < $1.node.number }.map(\.node.group.text)
        }
        #expect(try groups(["survey": "SV-0001"]) == ["a", "b", "b"])
        #expect(try groups(["survey": "SV-0002"]) == ["a", "a", "b"])
        #expect(
            try groups(["survey": "SV-0001", "by": "post"]) == ["(jointly-funded)", "(unknown)", "(unknown)"]
        )
        let change = try ask(
            GetNetworkChange.self,
            ["survey": "SV-0002", "afterSurvey": "SV-0001"],
            of: history
        )
        let movers = change.rows.filter { $0.kind == "mover" }
        #expect(movers.map { $0.subject?.key.text } == ["P-0002"])
        #expect(movers.map { [$0.from?.text, $0.to?.text] } == [["a", "b"]])
        let share = try #require(change.rows.first { $0.figure == "crossBoundaryShare" })
        #expect([share.before, share.after, share.change] == ["0.5", "0.5", "0"])
        let density = try #require(
            change.rows.first { $0.kind == "density" && $0.from?.text == "b" && $0.to?.text == "b" }
        )
        #expect([density.before, density.after, density.change] == [nil, "0.5", nil])
    }

    @Test("Without a survey, ties are what is recorded within the window, of those events that are certain")
    func events() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "advice.requested",
            "advice/",
            ["seeker": "provide", "source": "university", "topic": "x"],
            occurred: "2012-03"
        )
        try history.act(broker: "university", from: "provide", to: "council", occurred: "2013-05")
        try history.act(.coLocation, broker: "council", from: "council", to: "provide", occurred: "2013/2014")
        let all = try ask(GetNetwork.self, of: history)
        #expect(all.figure("arcs") == "4")
        #expect(all.figure("nodes") == "3")
        let window = try ask(GetNetwork.self, ["from": "2013", "until": "2013"], of: history)
        #expect(window.figure("arcs") == "2")
        #expect(window.figure("leftOut") == "1")
        let brokers = try ask(ListNetworkBrokers.self, ["from": "2013", "until": "2013"], of: history)
        let first = try #require(brokers.rows.first)
        #expect(first.node.organisation?.text == "university")
        #expect(first.counts.liaison == 1)
        #expect(first.exclusive == 1)
        #expect(try ask(GetNetwork.self, ["least": 2], of: history).figure("arcs") == "0")
        #expect(try ask(GetNetwork.self, of: history, at: "2011").rows.isEmpty)
        let turned = try ask(GetNetwork.self, ["asAsked": true], of: history)
        #expect(turned.rows.first { $0.from.text == "provide" && $0.to.text == "university" }?.arcs == 1)
        #expect(turned.figure("direction") == "as asked: from seeker to source")
    }

    @Test("Between people, an action is a tie of who acted with each counterpart")
    func people() throws {
        var history = try History.people(of: ["a", "b", "b"])
        for (number, organisation) in [(1, "a"), (2, "b"), (3, "b")] {
            try history.record(
                "post.defined",
                "post/p\(number)",
                [
                    "title": .string("Post \(number)"), "organisations": [.string(organisation)],
                    "host": .string(organisation), "from": "2010",
                ]
            )
            try history.record(
                "role.assigned",
                "assignment/",
                ["role": .string("post/p\(number)"), "person": .string("P-000\(number)"), "from": "2010"],
                occurred: "2010"
            )
        }
        try history.record(
            "boundary.action.recorded",
            "boundary/",
            [
                "kind": "jointProblemSolving", "title": "x", "org": "a", "by": "A-0001",
                "fromOrganisation": "a", "toOrganisation": "b", "counterparts": ["A-0002"],
            ],
            occurred: "2019"
        )
        let report = try ask(GetNetwork.self, ["level": "person", "by": "post"], of: history)
        #expect(report.figure("nodes") == "3")
        #expect(report.figure("arcs") == "2")
        #expect(report.figure("groupSizes") == "a 1, b 2")
        let brokers = try ask(ListNetworkBrokers.self, ["level": "person"], of: history)
        #expect(brokers.rows.map(\.node.role?.plain) == ["Post 1", "Post 2", "Post 3"])
    }

    @Test("Bridges and failure points say whom a network loses with whom")
    func failurePoints() throws {
        let golden = try GoldenNetwork.named("bridge-two-orgs")
        let history = try Self.surveyed(golden, .sourceToSeeker)
        let points = try ask(ListFailurePoints.self, ["survey": "SV-0001"], of: history)
        // Without the last of P who knows J, the rest of P loses both other groups: two pairs of groups.
        let first = try #require(points.rows.first)
        #expect(first.node.number == 3)
        #expect(first.groups == ["E - P", "J - P"])
        #expect(first.cutOff.count == 2)
        let bridge = try #require(points.rows.first { $0.node.number == 4 })
        #expect(bridge.groups == ["E - P"])
        #expect(bridge.cutOff.count == 3)
        #expect(
            points.rows.map(\.node.number).sorted()
                == golden.network.graph.articulationPoints.map { $0.node + 1 }
        )
        let bridges = try ask(ListExclusiveBridges.self, ["survey": "SV-0001", "all": true], of: history)
        #expect(bridges.rows.count == golden.network.brokerage().exclusive.count)
        #expect(bridges.figure("exclusive") == "\(bridges.rows.count)")
        let crossing = try ask(ListExclusiveBridges.self, ["survey": "SV-0001"], of: history)
        #expect(crossing.rows.allSatisfy { $0.from.group != $0.to.group })
    }

    @Test(
        "The ties of a surveyed network are its arcs, and who has none is there",
        arguments: GoldenNetwork.names
    )
    func ties(name: String) throws {
        let golden = try GoldenNetwork.named(name)
        let history = try Self.surveyed(golden, .sourceToSeeker)
        let report = try ask(ListNetworkTies.self, ["survey": "SV-0001"], of: history)
        let ties = report.rows.compactMap { row in
            row.to.map { Arc(from: row.from.number - 1, to: $0.number - 1) }
        }
        let graph = golden.network.graph
        let arcs = graph.nodes.flatMap { node in graph.successors[node].map { Arc(from: node, to: $0) } }
        #expect(ties == arcs.sorted())
        #expect(report.figure("arcs") == "\(arcs.count)")
        let tied = Set(arcs.flatMap { [$0.from, $0.to] })
        let alone = report.rows.filter { $0.to == nil }.map { $0.from.number - 1 }
        #expect(alone == graph.nodes.filter { !tied.contains($0) })
        #expect(report.rows.allSatisfy { $0.to == nil || $0.entries.count == 1 })
    }

    @Test("A permutation test says its seed, and the same seed gives the same answer")
    func permutation() throws {
        let golden = try GoldenNetwork.named("lcg-12")
        let history = try Self.surveyed(golden, .sourceToSeeker)
        let parameters: JSON = ["survey": "SV-0001", "draws": 99, "seed": 7]
        let one = try ask(ListNetworkBrokers.self, parameters, of: history)
        let other = try ask(ListNetworkBrokers.self, parameters, of: history)
        #expect(one.rows.map(\.chances) == other.rows.map(\.chances))
        #expect(one.rows.allSatisfy { $0.chances != nil })
        #expect(one.figure("seed") == "7")
        #expect(one.figure("draws") == "99")
    }
}
