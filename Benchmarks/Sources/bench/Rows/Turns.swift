// SPDX-License-Identifier: Apache-2.0

/// A floor and a measurement that took turns, so that whatever else the machine did fell on both.
struct Turns {
    private var floors: [Double] = []
    private var measurements: [Double] = []

    /// Lets both take as many turns, one after the other; the first of each is not counted.
    init(
        _ rounds: Int,
        floor: () throws(Failure) -> Double,
        measured: () throws(Failure) -> Double
    ) throws(Failure) {
        try self.init(rounds) { () throws(Failure) in (try floor(), try measured()) }
    }

    /// Lets both take as many turns, in which their calls alternate; the first is not counted.
    ///
    /// For what is so short that the machine changes within a turn.
    init(
        _ rounds: Int,
        both: () throws(Failure) -> (floor: Double, measured: Double)
    ) throws(Failure) {
        for round in 0...rounds {
            let turn = try both()
            guard round > 0 else { continue }
            floors.append(turn.floor)
            measurements.append(turn.measured)
        }
    }

    /// What the floor came to.
    var floor: Double { floors.median }

    /// What was measured: the floor times the median of the rounds' ratios, so that a slow round of both counts for
    /// neither.
    var measured: Double { floor * zip(measurements, floors).map { $0 / $1 }.median }
}
