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

    /// What the floor came to: a time, or a rate that is better when it is higher.
    func floor(_ better: Better) -> Double { Self.good(floors, better) }

    /// What was measured, likewise.
    func measured(_ better: Better) -> Double { Self.good(measurements, better) }

    /// Which of two values is the better one.
    enum Better {
        case lower, higher
    }

    /// What a tenth of the turns reach, of few turns the best one.
    ///
    /// What else the machine does only ever makes a turn worse, and by other amounts in each run; so the good turns are
    /// what two runs have in common. Not the best of many, which may be mere luck.
    static func good(_ values: [Double], _ better: Better) -> Double {
        let sorted = better == .lower ? values.sorted() : values.sorted(by: >)
        return sorted.isEmpty ? .nan : sorted[sorted.count / 10]
    }
}
