// SPDX-License-Identifier: Apache-2.0

/// The rows about recording, on a ledger of their own.
struct AppendRows {
    /// As many entries as stand in the ledger before it is measured.
    private static let warmUp = 10_000
    /// Of which the peers get the bytes of a typical one.
    private static let typical = 5_000

    let workplace: Workplace
    let plan: Plan
    let ledger: Ledger
    /// The bytes of an entry as it is stored.
    private let entry: [UInt8]
    var findings = Findings()

    /// Founds a ledger and fills it a little.
    init(in workplace: Workplace, plan: Plan) throws(Failure) {
        self.workplace = workplace
        self.plan = plan
        ledger = try Ledger("appends", in: workplace)
        try ledger.start()
        let connection = try Connection(ledger.socket)
        try connection.call(Message.founding)
        try connection.call(findings.request(Self.warmUp))
        let export = workplace.file("appends.jsonl")
        try ledger.control(["export", export])
        let lines = (File.text(export) ?? "").split(separator: "\n")
        guard lines.count > Self.typical else { throw .daemon("the export has \(lines.count) entries") }
        entry = Array(lines[Self.typical].utf8)
    }

    /// Stops the daemon.
    func end() throws(Failure) { try ledger.stop() }

    /// One client, one entry a call.
    mutating func single() throws(Failure) -> Row {
        Progress.say("durable appends by one client")
        let writes = try DurableWrites(workplace.file("writes"), bytes: entry)
        let connection = try Connection(ledger.socket)
        let callsPerTurn = 50
        var latencies = Latencies()
        var findings = findings
        let turns = try Turns(plan.rounds * plan.turnSeconds * 10) { () throws(Failure) in
            var floor = Latencies()
            var measured = Latencies()
            for _ in 0..<callsPerTurn {
                let message = findings.request()
                let start = Instant.now
                try writes.once()
                let written = Instant.now
                try connection.call(message)
                floor.add(written.since(start))
                measured.add(Instant.now.since(written))
            }
            latencies.add(measured)
            return (floor.percentiles.p50, measured.percentiles.p50)
        }
        self.findings = findings
        return Row(
            work: "append, 1 client",
            measured: .seconds(turns.measured(.lower)),
            floor: .seconds(turns.floor(.lower)),
            reach: .atMost(1.7),
            latencies: latencies.percentiles
        )
    }

    /// One client, many entries a call.
    mutating func bulk() throws(Failure) -> Row {
        Progress.say("bulk records by one client")
        let entriesPerCall = 100
        let peer = try SQLitePeer(workplace.file("peer.sqlite"), entry: entry)
        let connection = try Connection(ledger.socket)
        let turn = Double(plan.turnSeconds) / 5
        var latencies = Latencies()
        var findings = findings
        let turns = try Turns(
            plan.rounds * 5,
            floor: { () throws(Failure) in try peer.rowsPerSecond(seconds: turn) },
            measured: { () throws(Failure) in
                var count = 0
                let start = Instant.now
                while start.secondsAgo < turn {
                    let message = findings.request(entriesPerCall)
                    let sent = Instant.now
                    try connection.call(message)
                    latencies.add(Instant.now.since(sent))
                    count += entriesPerCall
                }
                return Double(count) / start.secondsAgo
            }
        )
        self.findings = findings
        return Row(
            work: "bulk record, 100 a call",
            measured: .entriesPerSecond(turns.measured(.higher)),
            floor: .entriesPerSecond(turns.floor(.higher)),
            reach: .atLeast(0.5),
            latencies: latencies.percentiles
        )
    }
}
