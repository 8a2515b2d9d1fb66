// SPDX-License-Identifier: Apache-2.0

/// How often shuffled group labels give at least as much brokerage as was observed.
///
/// The ties stay as they are and the labels of the groups are dealt out anew, so that what is tested is
/// whether brokerage goes with the groups and not whether there is much of it. It needs no approximation for
/// small networks. Probabilities are p = (1 + draws with at least the observed count) / (1 + draws): low if
/// the count is high for chance, never 0.
///
/// To draw the same again: SplitMix64 starts from the seed; the labels are at first the groups by node; every
/// draw shuffles those of the draw before, exchanging each from the last to the second with one of those up
/// to itself.
public struct BrokeragePermutationTest: Hashable, Sendable {
    /// The draws if none are asked for.
    public static let defaultDraws = 999
    /// The most draws that may be asked for.
    public static let maximumDraws = 9_999
    /// The most draws times brokered paths, so that a test takes no more than seconds.
    public static let maximumSteps = 500_000_000

    /// The seed.
    public let seed: UInt64
    /// The number of draws.
    public let draws: Int
    /// The probabilities of the counts of each node.
    ///
    /// The total is always 1, as it does not depend on labels.
    public let nodes: [PerRole<Double>]
    /// The probabilities of the counts of the network; the total is always 1.
    public let network: PerRole<Double>
}

extension PartitionedGraph {
    /// Tests by permutation whether brokerage goes with the groups.
    ///
    /// - Throws: `drawCount` or `tooManySteps`.
    public func brokeragePermutationTest(
        seed: UInt64,
        draws: Int = BrokeragePermutationTest.defaultDraws
    ) throws(GraphError) -> BrokeragePermutationTest {
        guard (1...BrokeragePermutationTest.maximumDraws).contains(draws) else { throw .drawCount(draws) }
        var pathCount = 0
        graph.forEachBrokeredPath { _ in pathCount += 1 }
        guard pathCount <= BrokeragePermutationTest.maximumSteps / draws else {
            throw .tooManySteps(paths: pathCount, draws: draws)
        }
        var ends = [[Arc]](repeating: [], count: graph.nodeCount)
        graph.forEachBrokeredPath { ends[$0.broker].append(Arc(from: $0.from, to: $0.to)) }

        var generator = SplitMix64(seed: seed)
        var labels = partition.groups
        let observed = Self.counts(between: ends, labels: labels)
        let observedInNetwork = PerRole.sum(observed)
        var nodes = [PerRole<Int>](repeating: .zero, count: graph.nodeCount)
        var network = PerRole<Int>.zero
        for _ in 0..<draws {
            generator.shuffle(&labels)
            let drawn = Self.counts(between: ends, labels: labels)
            for node in graph.nodes { nodes[node].tally(drawn[node], reaching: observed[node]) }
            network.tally(.sum(drawn), reaching: observedInNetwork)
        }
        let probability = { (count: Int) in Double(1 + count) / Double(1 + draws) }
        return BrokeragePermutationTest(
            seed: seed,
            draws: draws,
            nodes: nodes.map { $0.map(probability) },
            network: network.map(probability)
        )
    }

    /// The counts of each node, which brokers between these ends, under these labels.
    private static func counts(between ends: [[Arc]], labels: [Int]) -> [PerRole<Int>] {
        zip(ends, labels).map { ends, broker in
            var counts = PerRole<Int>.zero
            for end in ends {
                counts.add(1, to: BrokerageRole(from: labels[end.from], broker: broker, to: labels[end.to]))
            }
            return counts
        }
    }
}

extension PerRole<Int> {
    /// Adds 1 wherever a drawn count is at least the observed one.
    fileprivate mutating func tally(_ drawn: PerRole, reaching observed: PerRole) {
        self = combined(with: drawn.combined(with: observed) { $0 >= $1 ? 1 : 0 }, +)
    }
}
