// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Brokerage in a network") struct BrokerageCensusTests {
    @Test(arguments: 0..<150) func agreesWithTheDefinition(seed: Int) throws {
        let random = try RandomNetwork(seed: seed)
        let census = random.network.brokerage()
        var counts = random.labels.map { _ in [BrokerageRole: Int]() }
        var shares = random.labels.map { _ in [BrokerageRole: Double]() }
        var exclusive: Set<Arc> = []
        for from in random.graph.nodes {
            for to in random.graph.nodes {
                let brokers = random.brokers(from: from, to: to)
                if brokers.count == 1 { exclusive.insert(Arc(from: from, to: to)) }
                for broker in brokers {
                    let role = BrokerageRole(
                        from: random.labels[from],
                        broker: random.labels[broker],
                        to: random.labels[to]
                    )
                    counts[broker][role, default: 0] += 1
                    shares[broker][role, default: 0] += 1 / Double(brokers.count)
                }
            }
        }
        for node in random.graph.nodes {
            for role in BrokerageRole.allCases {
                #expect(census.counts[node][role] == counts[node][role, default: 0])
                #expect(isClose(census.shares[node][role], shares[node][role, default: 0]))
            }
            #expect(census.counts[node].total == counts[node].values.reduce(0, +))
            #expect(isClose(census.shares[node].total, shares[node].values.reduce(0, +)))
        }
        #expect(census.networkCounts.total == census.counts.reduce(0) { $0 + $1.total })
        #expect(Set(census.exclusive.map { Arc(from: $0.from, to: $0.to) }) == exclusive)
        #expect(census.exclusive.count == exclusive.count)
        #expect(census.exclusive.allSatisfy { $0.brokers == 1 })
    }

    /// Who asks whom and how knowledge flows are opposite arrows, and swap these two roles.
    @Test(arguments: 0..<50) func turnedRoundRepresentativesAndGatekeepersChangePlaces(seed: Int) throws {
        let network = try RandomNetwork(seed: seed).network
        let forward = network.brokerage()
        let back = network.transposed.brokerage()
        for node in network.graph.nodes {
            #expect(back.counts[node].representative == forward.counts[node].gatekeeper)
            #expect(back.counts[node].gatekeeper == forward.counts[node].representative)
            #expect(back.counts[node].coordinator == forward.counts[node].coordinator)
            #expect(back.counts[node].itinerant == forward.counts[node].itinerant)
            #expect(back.counts[node].liaison == forward.counts[node].liaison)
            #expect(back.counts[node].total == forward.counts[node].total)
        }
        #expect(network.transposed.transposed == network)
    }

    @Test func directionMatters() throws {
        // A colleague tells the broker, who tells an outsider.
        let flow = try RandomNetwork(
            nodes: 3,
            arcs: [Arc(from: 0, to: 1), Arc(from: 1, to: 2)],
            labels: [0, 0, 1]
        ).network
        #expect(flow.brokerage().counts[1].representative == 1)
        #expect(flow.brokerage().counts[1].gatekeeper == 0)
        #expect(flow.transposed.brokerage().counts[1].representative == 0)
        #expect(flow.transposed.brokerage().counts[1].gatekeeper == 1)
        let path = try #require(flow.brokerage().exclusive.first)
        #expect((path.from, path.broker, path.to, path.brokers) == (0, 1, 2, 1))
        #expect(flow.role(in: path) == .representative)
        // An arc back from the end to the beginning changes nothing, one forward ends the brokerage.
        let arcs = flow.graph.arcs
        let graphs = try [Arc(from: 2, to: 0), Arc(from: 0, to: 2)].map { arc in
            try PartitionedGraph(DirectedGraph(nodes: 3, arcs: arcs + [arc]), in: flow.partition)
        }
        #expect(graphs[0].brokerage().counts[1].representative == 1)
        #expect(graphs[1].brokerage().counts[1].total == 0)
    }

    @Test(arguments: 0..<50) func anArcEndsTheBrokerageBetweenItsEnds(seed: Int) throws {
        let random = try RandomNetwork(seed: seed)
        for path in random.network.brokerage().exclusive.prefix(3) {
            let arc = Arc(from: path.from, to: path.to)
            let closed = try RandomNetwork(
                nodes: random.labels.count,
                arcs: random.graph.arcs + [arc],
                labels: random.labels
            )
            #expect(closed.brokers(from: arc.from, to: arc.to).isEmpty)
            let census = closed.network.brokerage()
            #expect(!census.exclusive.contains { $0.from == arc.from && $0.to == arc.to })
            // The arc may also make new paths, but none that this broker did not have an end in.
            #expect(
                census.counts[path.broker].total == random.network.brokerage().counts[path.broker].total - 1
            )
        }
    }

    @Test(arguments: 0...6) func whereAllKnowEachOtherNobodyBrokers(nodes: Int) throws {
        let arcs = (0..<nodes).flatMap { from in (0..<nodes).map { Arc(from: from, to: $0) } }
        let network = try RandomNetwork(nodes: nodes, arcs: arcs, labels: (0..<nodes).map { $0 % 3 }).network
        #expect(network.brokerage().networkCounts.total == 0)
        #expect(network.brokerage().exclusive.isEmpty)
        for moments in network.brokerageNull.networkMoments.row {
            #expect(moments.expectation == 0 && moments.variance == 0)
            #expect(moments.score(of: 0) == nil)
        }
    }

    @Test(arguments: 0..<50) func otherNumbersForNodesMoveTheResults(seed: Int) throws {
        let random = try RandomNetwork(seed: seed)
        var generator = SplitMix64(seed: seed)
        let order = Array(random.graph.nodes).shuffled(using: &generator)
        let moved = try random.renumbered(order)
        let (before, after) = (random.network.brokerage(), moved.network.brokerage())
        let (ways, movedWays) = (random.graph.betweenness, moved.graph.betweenness)
        let (holes, movedHoles) = (random.graph.structuralHoles, moved.graph.structuralHoles)
        let (index, movedIndex) = (random.network.externalInternalIndex, moved.network.externalInternalIndex)
        for node in random.graph.nodes {
            #expect(before.counts[node] == after.counts[order[node]])
            #expect(isClose(ways.sums[node], movedWays.sums[order[node]]))
            #expect(isClose(holes[node].constraint, movedHoles[order[node]].constraint))
            #expect(isClose(holes[node].effectiveSize, movedHoles[order[node]].effectiveSize))
            #expect(index.nodes[node] == movedIndex.nodes[order[node]])
        }
        #expect(index.groups == movedIndex.groups)
        #expect(random.graph.dyadCensus == moved.graph.dyadCensus)
        #expect(random.network.groupDensity == moved.network.groupDensity)
        let points = random.graph.articulationPoints.map { order[$0.node] }.sorted()
        #expect(points == moved.graph.articulationPoints.map(\.node))
    }

    /// Groups are numbered by their labels; other labels in the same order change nothing, in another order
    /// only the numbers.
    @Test(arguments: 0..<30) func otherLabelsForGroupsDoNotMatter(seed: Int) throws {
        let random = try RandomNetwork(seed: seed)
        let turned = try PartitionedGraph(random.graph, in: Partition(labels: random.labels.map { -$0 }))
        #expect(turned.partition.sizes == random.network.partition.sizes.reversed())
        #expect(turned.brokerage() == random.network.brokerage())
        #expect(turned.externalInternalIndex.ties == random.network.externalInternalIndex.ties)
        for (one, other) in zip(
            turned.brokerageNull.networkMoments.row,
            random.network.brokerageNull.networkMoments.row
        ) {
            #expect(isClose(one.expectation, other.expectation) && isClose(one.variance, other.variance))
        }
    }
}
