// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Graphs and groups") struct DirectedGraphTests {
    @Test func whatIsGivenTwiceCountsOnceAndLoopsDoNotCount() throws {
        let arcs = [Arc(from: 2, to: 0), Arc(from: 0, to: 1), Arc(from: 2, to: 0), Arc(from: 1, to: 1)]
        let graph = try DirectedGraph(nodes: 4, arcs: arcs)
        #expect(graph.arcs == [Arc(from: 0, to: 1), Arc(from: 2, to: 0)])
        #expect(graph.arcCount == 2)
        #expect(graph.successors == [[1], [], [0], []])
        #expect(graph.predecessors == [[2], [0], [], []])
        #expect(graph.neighbours == [[1, 2], [0], [0], []])
        #expect(graph.density == 2.0 / 12)
        #expect(graph.transposed.arcs == [Arc(from: 0, to: 2), Arc(from: 1, to: 0)])
        #expect(graph.transposed.transposed == graph)
        #expect(graph.symmetrised.arcCount == 4)
        #expect(graph.symmetrised.dyadCensus.reciprocity == 1)
        #expect(graph == (try DirectedGraph(nodes: 4, arcs: arcs.reversed())))
    }

    @Test func withoutNodesOrTiesThereIsNothingToSay() throws {
        for nodes in 0...1 {
            let network = try RandomNetwork(nodes: nodes, arcs: [], labels: (0..<nodes).map { $0 }).network
            #expect(network.graph.density == nil)
            #expect(network.graph.dyadCensus.reciprocity == nil)
            #expect(network.graph.dyadCensus.dyadicReciprocity == nil)
            #expect(network.graph.dyadCensus.tiedReciprocity == nil)
            #expect(network.externalInternalIndex.ties.index == nil)
            #expect(network.externalInternalIndex.moments == nil)
            #expect(network.graph.structuralHoles.allSatisfy { $0.constraint == nil })
            #expect(network.graph.articulationPoints.isEmpty)
            #expect(network.brokerage().networkCounts.total == 0)
            #expect(network.brokerageNull.networkMoments.total.score(of: 0) == nil)
            #expect(try network.brokeragePermutationTest(seed: 0, draws: 9).network.total == 1)
        }
    }

    @Test func limits() throws {
        #expect(throws: GraphError.nodeCount(-1)) { try DirectedGraph(nodes: -1, arcs: []) }
        #expect(throws: GraphError.nodeCount(2_001)) { try DirectedGraph(nodes: 2_001, arcs: []) }
        #expect(try DirectedGraph(nodes: 2_000, arcs: []).nodeCount == DirectedGraph.maximumNodes)
        for arc in [Arc(from: 0, to: 2), Arc(from: -1, to: 0), Arc(from: 2, to: 2)] {
            #expect(throws: GraphError.arcOutside(arc, nodes: 2)) { try DirectedGraph(nodes: 2, arcs: [arc]) }
        }
        let many = (0..<226).flatMap { from in (0..<226).map { Arc(from: from, to: $0) } }
        #expect(throws: GraphError.arcCount(226 * 225)) { try DirectedGraph(nodes: 226, arcs: many) }
        let graph = try DirectedGraph(nodes: 2, arcs: [])
        #expect(throws: GraphError.partition(of: 1, nodes: 2)) {
            try PartitionedGraph(graph, in: Partition(labels: [0]))
        }
        let messages: [(GraphError, String)] = [
            (.nodeCount(2_001), "2001 nodes: a network has from 0 to 2000"),
            (.arcCount(50_850), "50850 arcs: a network has at most 50000"),
            (.arcOutside(Arc(from: 0, to: 2), nodes: 2), "the arc from 0 to 2 is not between two of 2 nodes"),
            (.partition(of: 1, nodes: 2), "the groups of 1 nodes are given, the network has 2"),
            (.drawCount(0), "0 draws: a permutation test has from 1 to 9999"),
            (
                .tooManySteps(paths: 9, draws: 2),
                "2 draws over 9 brokered paths are too many; use fewer draws"
            ),
        ]
        for (error, message) in messages { #expect(error.description == message) }
    }

    @Test func groupsAreNumberedByTheirLabels() {
        let partition = Partition(labels: ["Provide", "JV", "ECC", "JV"])
        #expect(partition.groups == [2, 1, 0, 1])
        #expect(partition.sizes == [1, 2, 1])
        #expect(partition.nodeCount == 4)
        #expect(partition.groupCount == 3)
    }

    @Test(arguments: 0..<50) func arcsBetweenGroupsAddUp(seed: Int) throws {
        let network = try RandomNetwork(seed: seed).network
        let densities = network.groupDensity
        let groups = 0..<network.partition.groupCount
        var arcs = 0
        var room = 0
        for from in groups {
            for to in groups {
                arcs += densities.arcs(from: from, to: to)
                room += densities.possibleArcs(from: from, to: to)
                let relative = densities.relativeDensity(from: from, to: to)
                let density = densities.density(from: from, to: to)
                let product = relative.flatMap { relative in network.graph.density.map { relative * $0 } }
                #expect(isClose(product, network.graph.arcCount == 0 ? nil : density))
            }
        }
        #expect(arcs == network.graph.arcCount)
        #expect(room == network.graph.nodeCount * (network.graph.nodeCount - 1) || room == 0)
    }
}
