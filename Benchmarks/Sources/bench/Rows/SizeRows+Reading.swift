// SPDX-License-Identifier: Apache-2.0

extension SizeRows {
    /// Each turn counts with its 99th percentile.
    func query() throws(Failure) -> Row {
        Progress.say("asking who holds a post")
        let connection = try Connection(ledger.socket)
        let callsPerTurn = 300
        var latencies = Latencies()
        func latency(_ message: [UInt8]) throws(Failure) -> Int64 {
            let sent = Instant.now
            try connection.call(message)
            return Instant.now.since(sent)
        }
        let turns = try Turns(plan.rounds * 12) { () throws(Failure) in
            var floor = Latencies()
            var measured = Latencies()
            for _ in 0..<callsPerTurn {
                floor.add(try latency(Message.empty))
                measured.add(try latency(Message.holder))
            }
            latencies.add(measured)
            return (floor.percentiles.p99, measured.percentiles.p99)
        }
        return Row(
            work: "query, p99",
            entries: size,
            measured: .seconds(turns.measured(.lower)),
            floor: .seconds(turns.floor(.lower)),
            reach: .atMost(2),
            latencies: latencies.percentiles
        )
    }

    /// Without what a program that does nothing takes to start.
    func verification() throws(Failure) -> Row {
        Progress.say("exporting and verifying \(size) entries")
        try ledger.control(["export", "--force", export])
        let control = workplace.file("jvctl")
        let log = workplace.file("verify.log")
        var idle: [Double] = []
        let turns = try Turns(
            plan.rounds(at: size),
            floor: { () throws(Failure) in try Hashing.seconds(of: export) },
            measured: { () throws(Failure) in
                idle.append(
                    try seconds { () throws(Failure) in
                        try Program.run([control, "--version"], output: log)
                    }
                )
                return try seconds { () throws(Failure) in
                    try Program.run([control, "verify", export, "--key", ledger.publicKey], output: log)
                }
            }
        )
        let nothing = Turns.good(idle, .lower)
        return Row(
            work: "verify an export",
            entries: size,
            measured: .seconds(max(turns.measured(.lower) - nothing, 1e-6)),
            floor: .seconds(turns.floor(.lower)),
            reach: .atMost(3),
            note: "without the \(Quantity.seconds(nothing)) that jvctl takes to start"
        )
    }
}
