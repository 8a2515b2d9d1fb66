// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Single points of failure") struct ArticulationPointTests {
    @Test(arguments: 0..<150) func agreesWithTheDefinition(seed: Int) throws {
        // Sparse enough that parts hang on single nodes.
        let random = try RandomNetwork(seed: seed)
        let sparse = try RandomNetwork(
            nodes: random.labels.count,
            arcs: random.graph.arcs.enumerated().filter { $0.offset % 3 == 0 }.map(\.element),
            labels: random.labels
        )
        let before = sparse.isConnected()
        let groups = sparse.network.partition.groups
        var points: [ArticulationPoint] = []
        for node in sparse.graph.nodes {
            let after = sparse.isConnected(without: node)
            let others = sparse.graph.nodes.filter { $0 != node }
            let parts = Set(others.filter { before[node][$0] }.map { after[$0] }).count
            if parts > 1 {
                #expect(sparse.graph.articulationPoints.contains { $0.node == node && $0.parts == parts })
                points += sparse.graph.articulationPoints.filter { $0.node == node }
            }
            var kept: Set<[Int]> = []
            var had: Set<[Int]> = []
            for one in others {
                for other in others where groups[one] < groups[other] {
                    let pair = [groups[one], groups[other]]
                    if before[one][other] { had.insert(pair) }
                    if after[one][other] { kept.insert(pair) }
                }
            }
            let lost = sparse.network.groupsDisconnected(without: node)
            #expect(Set(lost.map { [$0.first, $0.second] }) == had.subtracting(kept))
            #expect(lost.isEmpty || parts > 1)
        }
        #expect(points == sparse.graph.articulationPoints)
    }

    @Test func theOnlyBridgeBetweenTwoOrganisations() throws {
        // Two partners that meet only through the manager in the middle; direction makes no difference.
        let network = try RandomNetwork(
            nodes: 5,
            arcs: [
                Arc(from: 0, to: 1), Arc(from: 1, to: 2), Arc(from: 3, to: 2), Arc(from: 3, to: 4),
                Arc(from: 4, to: 3),
            ],
            labels: [0, 0, 1, 2, 2]
        ).network
        #expect(network.graph.articulationPoints.map(\.node) == [1, 2, 3])
        #expect(network.graph.articulationPoints.map(\.parts) == [2, 2, 2])
        #expect(network.groupsDisconnected(without: 2).map { [$0.first, $0.second] } == [[0, 2]])
        // Without node 1 its colleague is cut off from both the others.
        #expect(network.groupsDisconnected(without: 1).map { [$0.first, $0.second] } == [[0, 1], [0, 2]])
        #expect(network.groupsDisconnected(without: 0).isEmpty)
        #expect(network.graph.weakComponents(without: 2).map { $0.sorted() } == [[0, 1], [3, 4]])
    }
}
