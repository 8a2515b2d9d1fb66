// SPDX-License-Identifier: Apache-2.0

extension SizeRows {
    /// Starts without what is kept to start faster, and with it if there is any.
    func starts() throws(Failure) -> [Row] {
        Progress.say("starting with \(size) entries")
        let hasCaches = ledger.hasCaches
        var asIs: [Double] = []
        for _ in 0..<(hasCaches ? plan.rounds(at: size) : 0) {
            asIs.append(try restart(removingCaches: false))
        }
        var whole: [Double] = []
        let turns = try Turns(
            plan.rounds(at: size),
            floor: { () throws(Failure) in try Hashing.seconds(of: export) },
            measured: { () throws(Failure) in
                whole.append(try restart(removingCaches: true))
                return whole[whole.count - 1]
            }
        )
        try ledger.start()
        let rebuild = max(turns.measured(.lower) - emptyStart, 1e-6)
        return [
            Row(
                work: "rebuild",
                entries: size,
                measured: .seconds(rebuild),
                floor: .seconds(turns.floor(.lower)),
                reach: .atMost(5),
                note: "without the \(Quantity.seconds(emptyStart)) of a start with the charter alone"
            ),
            Row(
                work: "rebuild, rate",
                entries: size,
                measured: .entriesPerSecond(Double(size) / rebuild),
                reach: .over(.entriesPerSecond(500_000))
            ),
            Row(
                work: "start",
                entries: size,
                measured: .seconds(Turns.good(hasCaches ? asIs : whole, .lower)),
                reach: .under(.seconds(0.5)),
                note: hasCaches ? nil : "from every entry: the daemon kept no snapshot"
            ),
        ]
    }

    private func restart(removingCaches: Bool) throws(Failure) -> Double {
        if removingCaches { ledger.removeCaches() }
        let seconds = try ledger.start()
        try ledger.stop()
        return seconds
    }
}
