// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Positions in a network") struct CentralityTests {
    /// The sums over shortest paths of the nodes on them are their lengths less one.
    @Test(arguments: 0..<100) func betweennessAddsUpToDistances(seed: Int) throws {
        let random = try RandomNetwork(seed: seed)
        let distances = random.directedDistances.joined().compactMap { $0 }
        let steps = distances.reduce(0) { $0 + max(0, $1 - 1) }
        let sums = random.graph.betweenness.sums
        #expect(isClose(sums.reduce(0, +), Double(steps)))
        let back = random.graph.transposed.betweenness.sums
        for node in random.graph.nodes { #expect(isClose(sums[node], back[node])) }
        for share in random.graph.betweenness.normalised {
            #expect((share == nil) == (random.graph.nodeCount < 3))
            #expect((0...1.000_000_001).contains(share ?? 0))
        }
    }

    @Test func theMiddleOfAPath() throws {
        let path = try DirectedGraph(nodes: 3, arcs: [Arc(from: 0, to: 1), Arc(from: 1, to: 2)])
        #expect(path.betweenness.sums == [0, 1, 0])
        #expect(path.betweenness.normalised == [0, 0.5, 0])
        #expect(path.symmetrised.betweenness.normalised == [0, 1, 0])
        let pair = try DirectedGraph(nodes: 2, arcs: [Arc(from: 0, to: 1)])
        #expect(pair.betweenness.normalised == [nil, nil])
    }

    /// The kite of Krackhardt (1990), undirected, with the values that networkx tests for.
    @Test func theKite() throws {
        let ties = [
            (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6),
            (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
        ]
        let kite = try DirectedGraph(nodes: 10, arcs: ties.map { Arc(from: $0.0, to: $0.1) }).symmetrised
        let known = [0.833, 0.833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0]
        for (sum, value) in zip(kite.betweenness.sums, known) {
            #expect((sum / 2 - value).magnitude < 0.001)
        }
        #expect(kite.articulationPoints.map(\.node) == [7, 8])
    }

    @Test(arguments: 0..<100) func structuralHolesKeepTheirBounds(seed: Int) throws {
        let random = try RandomNetwork(seed: seed)
        let holes = random.graph.structuralHoles
        let turned = random.graph.transposed.structuralHoles
        for node in random.graph.nodes {
            #expect(holes[node].contacts == random.graph.neighbours[node].count)
            #expect((holes[node].constraint == nil) == (holes[node].contacts == 0))
            #expect((holes[node].effectiveSize == nil) == (holes[node].contacts == 0))
            #expect(holes[node].constraint ?? 1 > 0)
            #expect(holes[node].effectiveSize ?? 0 <= Double(holes[node].contacts))
            #expect(holes[node].efficiency ?? 0 <= 1)
            #expect(isClose(holes[node].constraint, turned[node].constraint))
        }
    }

    /// In undirected networks the effective size is n - 2t/n, with t ties among n contacts (Borgatti 1997).
    @Test(arguments: 0..<50) func effectiveSizeWithoutDirection(seed: Int) throws {
        let graph = try RandomNetwork(seed: seed).graph.symmetrised
        for (node, holes) in graph.structuralHoles.enumerated() where holes.contacts > 0 {
            let contacts = Set(graph.neighbours[node])
            let ties = contacts.reduce(0) { $0 + contacts.intersection(graph.neighbours[$1]).count } / 2
            let expected = Double(contacts.count) - 2 * Double(ties) / Double(contacts.count)
            #expect(isClose(holes.effectiveSize, expected))
        }
    }

    /// Pure advisers have arcs in one direction only; some programs give no value for them.
    @Test func thoseWhoOnlyAdviseHaveContacts() throws {
        let graph = try DirectedGraph(nodes: 4, arcs: [Arc(from: 0, to: 2), Arc(from: 1, to: 2)])
        #expect(graph.structuralHoles[2].constraint == 0.5)
        #expect(graph.structuralHoles[2].effectiveSize == 2)
        #expect(graph.structuralHoles[2].efficiency == 1)
        #expect(graph.structuralHoles[3].constraint == nil)
        #expect(graph.structuralHoles[3].efficiency == nil)
    }
}
