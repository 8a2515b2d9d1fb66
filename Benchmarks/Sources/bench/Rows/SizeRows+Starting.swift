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
                return max(whole[whole.count - 1] - emptyStart, 1e-6)
            }
        )
        try ledger.start()
        return [
            Row(
                work: "rebuild",
                entries: size,
                measured: .seconds(turns.measured(.lower)),
                floor: .seconds(turns.floor(.lower)),
                reach: .atMost(5),
                note: "without the \(Quantity.seconds(emptyStart)) of a start with the charter alone"
            ),
            Row(
                work: "rebuild, rate",
                entries: size,
                measured: .entriesPerSecond(Double(size) / turns.measured(.lower)),
                reach: .over(.entriesPerSecond(500_000))
            ),
            Row(
                work: "start",
                entries: size,
                measured: .seconds(hasCaches ? asIs.median : whole.dropFirst().map { $0 }.median),
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
