// SPDX-License-Identifier: Apache-2.0

extension BrokerageNull {
    /// The expectation and variance of the paths in the whole network.
    ///
    /// Paths of different brokers also share arcs, and the missing arc between their ends. The variance is
    /// `E(1 - p)` and, over ordered pairs of different paths, a sum in
    ///
    /// - `u = d³(1 - d)³`, for an arc that both need,
    /// - `w = d⁴(1 - d)²`, subtracted, for an arc that one needs and the other must lack, and
    /// - `y = d⁵(1 - d)`, for an arc that both must lack: two brokers between the same ends.
    ///
    /// These are exact, as enumerating every digraph on four nodes shows. The R package sna 2.7 has smaller
    /// coefficients of `w` for coordinators and the total and none for representatives and gatekeepers, so
    /// that its variances of these are too large.
    public var networkMoments: PerRole<Moments> {
        networkPaths.combined(with: networkCovariances) { paths, covariances in
            let expectation = pathProbability * Double(paths)
            return Moments(
                expectation: expectation,
                variance: expectation * (1 - pathProbability) + covariances
            )
        }
    }

    /// The expectation of the paths in the network if it had exactly this number of arcs, placed at random.
    ///
    /// It does not need the density to be estimated; nil below two nodes or if that many arcs have no room.
    public func networkExpectation(withArcs arcs: Int) -> PerRole<Double>? {
        let all = partition.nodeCount
        let room = all * (all - 1)
        guard room > 0, (0...room).contains(arcs) else { return nil }
        // Two given pairs of nodes are arcs and a third is none, drawn without replacement.
        let probability =
            room < 3
            ? 0
            : Double(arcs) * Double(arcs - 1) * Double(room - arcs)
                / (Double(room) * Double(room - 1) * Double(room - 2))
        return networkPaths.map { probability * Double($0) }
    }

    /// How many ordered triples of nodes there are for each role.
    private var networkPaths: PerRole<Int> {
        let nodes = zip(partition.sizes, partition.sizes.indices.map(nodePaths(inGroup:)))
        return nodes.reduce(.zero) { sum, group in
            sum.combined(with: group.1) { $0 + group.0 * $1 }
        }
    }

    private var networkCovariances: PerRole<Double> {
        let all = partition.nodeCount
        let covariance = PathCovariance(density: density)
        var sum = PerRole<Double>.zero
        for size in partition.sizes {
            sum.coordinator += covariance.alike(nodes: size)
            sum.representative += covariance.sum(
                times: size * (all - size) * (size - 1),
                sharedArc: all - 3,
                opposed: 2 * size - 3,
                sameEnds: size - 2
            )
        }
        sum.gatekeeper = sum.representative
        sum.total = covariance.alike(nodes: all)
        let classes = partition.sizeClasses
        for (x, ends) in classes.enumerated() {
            for (y, middle) in classes.enumerated() {
                let pairs = ends.groups * (middle.groups - (x == y ? 1 : 0))
                sum.itinerant += covariance.sum(
                    times: pairs * ends.size * middle.size * (ends.size - 1),
                    sharedArc: 2 * ends.size + 2 * middle.size - 6,
                    opposed: 0,
                    sameEnds: all - ends.size - 1
                )
                for (z, last) in classes.enumerated() {
                    let triples = pairs * (last.groups - (x == z ? 1 : 0) - (y == z ? 1 : 0))
                    sum.liaison += covariance.sum(
                        times: triples * ends.size * middle.size * last.size,
                        sharedArc: 4 * (all - middle.size) - 2 * (ends.size + last.size + 1),
                        opposed: 4 * (all - last.size) - 2 * (ends.size + middle.size + 1),
                        sameEnds: all - (ends.size + last.size + 1)
                    )
                }
            }
        }
        return sum
    }
}

/// The three covariances that two different paths can have, for a probability of an arc.
private struct PathCovariance {
    let sharedArc: Double
    let opposed: Double
    let sameEnds: Double

    init(density d: Double) {
        let square = d * d
        let rest = 1 - d
        sharedArc = square * d * rest * rest * rest
        opposed = square * square * rest * rest
        sameEnds = square * square * d * rest
    }

    /// The sum over paths that each overlap with so many others in these three ways.
    func sum(times paths: Int, sharedArc: Int, opposed: Int, sameEnds: Int) -> Double {
        let each =
            Double(sharedArc) * self.sharedArc - Double(opposed) * self.opposed
            + Double(sameEnds) * self.sameEnds
        return Double(paths) * each
    }

    /// The sum over all paths among so many nodes.
    func alike(nodes: Int) -> Double {
        sum(
            times: nodes * (nodes - 1) * (nodes - 2),
            sharedArc: 4 * nodes - 10,
            opposed: 4 * nodes - 10,
            sameEnds: nodes - 3
        )
    }
}

extension Partition {
    /// The distinct sizes of groups with the number of groups of each; few, as they add up to the nodes.
    fileprivate var sizeClasses: [(size: Int, groups: Int)] {
        Dictionary(grouping: sizes) { $0 }.map { ($0.key, $0.value.count) }.sorted { $0.size < $1.size }
    }
}
