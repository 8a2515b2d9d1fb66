// SPDX-License-Identifier: Apache-2.0

/// A floor and a measurement that took turns, so that whatever else the machine did fell on both.
struct Turns {
    private var floors: [Double] = []
    private var measurements: [Double] = []

    /// Lets both take as many turns; the first of each is not counted.
    init(
        _ rounds: Int,
        floor: () throws(Failure) -> Double,
        measured: () throws(Failure) -> Double
    ) throws(Failure) {
        for round in 0...rounds {
            let low = try floor()
            let high = try measured()
            guard round > 0 else { continue }
            floors.append(low)
            measurements.append(high)
        }
    }

    /// What the floor came to.
    var floor: Double { floors.median }

    /// What was measured: the floor times the median of the rounds' ratios, so that a slow round of both counts for
    /// neither.
    var measured: Double { floor * zip(measurements, floors).map { $0 / $1 }.median }
}
