// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Brokerage under shuffled labels") struct BrokeragePermutationTestTests {
    /// The number of draws that reach the observed counts, as found by a program in another language that was
    /// written from the documentation of the procedure.
    @Test func anAuditorDrawsTheSame() throws {
        let network = try GoldenNetwork.named("lcg-15-uneven").network
        let test = try network.brokeragePermutationTest(seed: 42, draws: 99)
        #expect(test.network.reached(of: 99) == [46, 40, 33, 98, 48, 99])
        #expect(test.nodes[0].reached(of: 99) == [50, 32, 67, 20, 94, 99])
        #expect(test.nodes[6].reached(of: 99) == [99, 99, 99, 99, 13, 99])
        #expect(test.nodes[14].reached(of: 99) == [99, 45, 99, 99, 23, 99])
        let all = test.nodes.flatMap { $0.reached(of: 99).dropLast() }
        #expect(all.reduce(0, +) == 4_860)
        #expect(test.seed == 42)
        #expect(test.draws == 99)
    }

    @Test(arguments: 0..<20) func probabilitiesArePossible(seed: Int) throws {
        let network = try RandomNetwork(seed: seed, atMost: 7).network
        let seed = UInt64(seed)
        let test = try network.brokeragePermutationTest(seed: seed, draws: 19)
        #expect(try network.brokeragePermutationTest(seed: seed, draws: 19) == test)
        for row in test.nodes + [test.network] {
            #expect(row.row.allSatisfy { (0.05...1).contains($0 ?? 0) })
            #expect(row.total == 1)
        }
        let census = network.brokerage()
        for node in network.graph.nodes where census.counts[node].liaison == 0 {
            #expect(test.nodes[node].liaison == 1)
        }
    }

    /// All arrangements of the labels of a path are equally likely: in two of six one end has the label of
    /// the middle and comes first.
    @Test func probabilitiesApproachTheirValues() throws {
        let network = try RandomNetwork(
            nodes: 3,
            arcs: [Arc(from: 0, to: 1), Arc(from: 1, to: 2)],
            labels: [0, 0, 1]
        ).network
        let test = try network.brokeragePermutationTest(seed: 1)
        #expect(test.draws == 999)
        #expect((test.nodes[1].representative - 1.0 / 3).magnitude < 0.05)
        #expect(test.nodes[1].gatekeeper == 1)
        #expect(test.network.representative == test.nodes[1].representative)
    }

    @Test func limits() throws {
        let network = try RandomNetwork(seed: 5).network
        #expect(throws: GraphError.drawCount(0)) { try network.brokeragePermutationTest(seed: 1, draws: 0) }
        #expect(throws: GraphError.drawCount(10_000)) {
            try network.brokeragePermutationTest(seed: 1, draws: 10_000)
        }
        // A hub through which 300 reach 300: 90,000 brokered paths.
        let star = (1...600).map { $0 <= 300 ? Arc(from: $0, to: 0) : Arc(from: 0, to: $0) }
        let wide = try RandomNetwork(nodes: 601, arcs: star, labels: (0...600).map { $0 % 2 }).network
        #expect(throws: GraphError.tooManySteps(paths: 90_000, draws: 9_999)) {
            try wide.brokeragePermutationTest(seed: 1, draws: 9_999)
        }
    }
}

extension PerRole<Double> {
    /// How many of the draws reached the observed count, by the probability.
    fileprivate func reached(of draws: Int) -> [Int] {
        row.map { Int((($0 ?? 0) * Double(draws + 1)).rounded()) - 1 }
    }
}
