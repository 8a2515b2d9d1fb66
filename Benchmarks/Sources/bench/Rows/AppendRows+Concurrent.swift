// SPDX-License-Identifier: Apache-2.0

extension AppendRows {
    /// Many clients, one entry a call: as fast as they can, and then at half that rate, come what may.
    mutating func concurrent() throws(Failure) -> [Row] {
        let count = 64
        let work = "append, \(count) clients"
        Progress.say("durable appends by \(count) clients")
        let clients = try Clients(count, to: ledger.socket)
        let peer = try PostgresPeer.binaries.map { (path) throws(Failure) in
            try PostgresPeer(path, in: workplace)
        }
        defer { peer?.stop() }
        let seconds = plan.turnSeconds
        var latencies = Latencies()
        var findings = findings
        let turns = try Turns(
            plan.rounds,
            floor: { () throws(Failure) in
                try peer?.eventsPerSecond(clients: count, seconds: seconds, data: Findings.data) ?? 1
            },
            measured: { () throws(Failure) in
                let outcome = try clients.run(.closed, seconds: Double(seconds)) { findings.request() }
                latencies.add(outcome.latencies)
                return outcome.callsPerSecond
            }
        )
        let rate = turns.measured(.higher) / 2
        let interval = Int64(1e9 / rate)
        let open = try clients.run(.open(interval: interval), seconds: Double(seconds * 2)) {
            findings.request()
        }
        self.findings = findings
        return [
            Row(
                work: work,
                measured: .entriesPerSecond(turns.measured(.higher)),
                floor: peer == nil ? nil : .entriesPerSecond(turns.floor(.higher)),
                reach: .atLeast(12),
                latencies: latencies.percentiles,
                note: peer == nil ? "the peer was left out: PostgreSQL is not installed (postgresql-15)" : nil
            ),
            Row(
                work: "\(work), half rate",
                measured: .entriesPerSecond(open.callsPerSecond),
                latencies: open.latencies.percentiles,
                note: "a call is due every \(Quantity.seconds(1 / rate)); latency counts from then"
            ),
        ]
    }
}
