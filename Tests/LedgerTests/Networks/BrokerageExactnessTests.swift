// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

/// All 4,096 directed graphs on four nodes, counted out: expectations and variances are exact, not
/// approximate.
///
/// A graph is a set of bits, one for each ordered pair of nodes, and of each graph we note which of the 24
/// ordered triples are brokered, as another set of bits. A count is then the number of bits in common with
/// the triples of a node and a role. The sums over graphs with equally many arcs give the moments for any
/// density.
@Suite("Brokerage expected by chance is exact") struct BrokerageExactnessTests {
    private static let pairs = (0..<4).flatMap { from in
        (0..<4).filter { $0 != from }.map { Arc(from: from, to: $0) }
    }

    private static let triples = pairs.flatMap { pair in
        (0..<4).filter { $0 != pair.from && $0 != pair.to }
            .map { (from: pair.from, broker: $0, to: pair.to) }
    }

    /// For each graph the triples that are brokered in it.
    private static let brokered: [UInt32] = {
        func bit(_ from: Int, _ to: Int) -> UInt32 {
            pairs.firstIndex(of: Arc(from: from, to: to)).map { 1 << UInt32($0) } ?? 0
        }
        let needs = triples.map { bit($0.from, $0.broker) | bit($0.broker, $0.to) }
        let looks = triples.map { bit($0.from, $0.broker) | bit($0.broker, $0.to) | bit($0.from, $0.to) }
        return (UInt32(0)..<4_096).map { graph in
            var result: UInt32 = 0
            for index in 0..<24 where graph & looks[index] == needs[index] { result |= 1 << UInt32(index) }
            return result
        }
    }()

    /// The sums of counts and of their squares over the graphs with each number of arcs.
    private static func sums(over triples: UInt32) -> (counts: [Int], squares: [Int]) {
        var counts = [Int](repeating: 0, count: 13)
        var squares = counts
        for graph in 0..<4_096 {
            let count = (brokered[graph] & triples).nonzeroBitCount
            counts[graph.nonzeroBitCount] += count
            squares[graph.nonzeroBitCount] += count * count
        }
        return (counts, squares)
    }

    /// The triples that one node, or any, brokers in one role, or any.
    private static func mask(_ partition: Partition, node: Int?, role: BrokerageRole?) -> UInt32 {
        var mask: UInt32 = 0
        for (index, triple) in triples.enumerated() {
            let played = BrokerageRole(
                from: partition.groups[triple.from],
                broker: partition.groups[triple.broker],
                to: partition.groups[triple.to]
            )
            if node ?? triple.broker == triple.broker, role ?? played == played { mask |= 1 << UInt32(index) }
        }
        return mask
    }

    @Test(arguments: [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]])
    func allGraphsOnFourNodes(labels: [Int]) throws {
        let partition = Partition(labels: labels)
        for role in BrokerageRole.allCases.map(Optional.some) + [nil] {
            for node in (0..<4).map(Optional.some) + [nil] {
                let sums = Self.sums(over: Self.mask(partition, node: node, role: role))
                for density in [0, 0.15, 0.5, 0.8, 1] {
                    var mean = 0.0
                    var square = 0.0
                    for arcs in 0...12 {
                        let weight = power(density, arcs) * power(1 - density, 12 - arcs)
                        mean += weight * Double(sums.counts[arcs])
                        square += weight * Double(sums.squares[arcs])
                    }
                    let model = BrokerageNull(partition: partition, density: density)
                    let all =
                        node.map { model.nodeMoments(inGroup: partition.groups[$0]) } ?? model.networkMoments
                    let moments = role.map { all[$0] } ?? all.total
                    #expect((moments.expectation - mean).magnitude < 1e-12, "\(density)")
                    #expect((moments.variance - (square - mean * mean)).magnitude < 1e-12, "\(density)")
                }
                guard node == nil else { continue }
                var graphs = 1
                for arcs in 0...12 {
                    let model = BrokerageNull(partition: partition, density: 0.5)
                    let all = try #require(model.networkExpectation(withArcs: arcs))
                    let expectation = role.map { all[$0] } ?? all.total
                    #expect(isClose(expectation, Double(sums.counts[arcs]) / Double(graphs)))
                    graphs = graphs * (12 - arcs) / (arcs + 1)
                }
            }
        }
    }

    /// What is counted out above is what the census counts.
    @Test func theCensusCountsTheSame() throws {
        for graph in stride(from: 0, to: 4_096, by: 11) {
            let arcs = Self.pairs.enumerated().filter { graph >> $0.offset & 1 == 1 }.map(\.element)
            let network = try RandomNetwork(nodes: 4, arcs: arcs, labels: [0, 0, 1, 2]).network
            let counts = network.brokerage().networkCounts
            for role in BrokerageRole.allCases {
                let mask = Self.mask(network.partition, node: nil, role: role)
                #expect(counts[role] == (Self.brokered[graph] & mask).nonzeroBitCount)
            }
        }
    }

    @Test func fewNodesBrokerNothing() throws {
        for nodes in 0..<3 {
            let model = BrokerageNull(partition: Partition(labels: Array(0..<nodes)), density: 0.5)
            for moments in model.networkMoments.row {
                #expect(moments.expectation == 0 && moments.score(of: 0) == nil)
            }
            #expect((model.networkExpectation(withArcs: 0) == nil) == (nodes < 2))
            #expect(model.networkExpectation(withArcs: nodes * nodes + 1) == nil)
        }
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}
