// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite("Ties between groups and within them") struct ExternalInternalIndexTests {
    private static let pairs = (0..<4).flatMap { one in (one + 1..<4).map { Arc(from: one, to: $0) } }

    /// All 64 undirected graphs on four nodes: the moments and the range are those of the graphs with equally
    /// many ties.
    @Test(arguments: [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]])
    func momentsAndRangeAreExact(labels: [Int]) throws {
        var found: [Int: [ExternalInternalIndex]] = [:]
        for graph in 0..<64 {
            let arcs = Self.pairs.enumerated().filter { graph >> $0.offset & 1 == 1 }.map(\.element)
            let network = try RandomNetwork(nodes: 4, arcs: arcs, labels: labels).network
            found[arcs.count, default: []].append(network.externalInternalIndex)
        }
        for (ties, indices) in found {
            let values = indices.compactMap(\.ties.index)
            guard ties > 0 else {
                #expect(values.isEmpty && indices.allSatisfy { $0.moments == nil && $0.range == nil })
                #expect(indices.allSatisfy { $0.score == nil && $0.rescaled == nil })
                continue
            }
            let mean = values.reduce(0, +) / Double(values.count)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
            for index in indices {
                #expect(isClose(index.moments?.expectation, mean))
                #expect(isClose(index.moments?.variance, variance))
                #expect(index.range?.lowerBound == values.min())
                #expect(index.range?.upperBound == values.max())
                #expect((index.score == nil) == (variance < 1e-12))
            }
        }
    }

    @Test(arguments: 0..<100) func countsAddUp(seed: Int) throws {
        let network = try RandomNetwork(seed: seed).network
        let index = network.externalInternalIndex
        let dyads = network.graph.dyadCensus
        #expect(index.ties.between + index.ties.within == dyads.mutual + dyads.asymmetric)
        #expect(index.arcs.between + index.arcs.within == network.graph.arcCount)
        #expect(index.nodes.reduce(0) { $0 + $1.between } == 2 * index.ties.between)
        #expect(index.nodes.reduce(0) { $0 + $1.within } == 2 * index.ties.within)
        #expect(index.groups.reduce(0) { $0 + $1.between } == 2 * index.ties.between)
        #expect(index.groups.reduce(0) { $0 + $1.within } == index.ties.within)
        guard let value = index.ties.index else { return }
        #expect(try #require(index.range).contains(value))
        if let rescaled = index.rescaled { #expect((-1.000_000_001...1.000_000_001).contains(rescaled)) }
    }

    @Test func theZeroPointIsNotZero() throws {
        // Six in six groups: whatever ties there are lie between groups.
        let network = try RandomNetwork(
            nodes: 6,
            arcs: [Arc(from: 0, to: 1), Arc(from: 2, to: 3)],
            labels: Array(0..<6)
        ).network
        let index = network.externalInternalIndex
        #expect(index.ties.index == 1)
        #expect(index.ties.share == 1)
        #expect(index.moments?.expectation == 1)
        #expect(index.score == nil)
        #expect(index.rescaled == nil)
    }
}
