// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The rows about a ledger of some size: asking it, starting it, verifying it, and what it holds of memory.
///
/// One ledger grows from size to size.
struct SizeRows {
    private static let entriesPerCall = 5_000
    private static let callsPerTurn = 1_000
    /// The size about which the reach in memory is.
    private static let memorySize = 10_000

    private let workplace: Workplace
    private let plan: Plan
    private let ledger: Ledger
    /// How long the start with the charter alone takes, in seconds: what is the program's and not the ledger's.
    private let emptyStart: Double
    private var findings = Findings()
    private var size: Int

    /// Founds a ledger.
    init(in workplace: Workplace, plan: Plan) throws(Failure) {
        self.workplace = workplace
        self.plan = plan
        ledger = try Ledger("sizes", in: workplace)
        var starts: [Double] = []
        for _ in 0...plan.rounds {
            starts.append(try ledger.start())
            try ledger.stop()
        }
        emptyStart = starts.dropFirst().map { $0 }.median
        try ledger.start()
        try Connection(ledger.socket).call(Message.founding)
        // The charter and the policy, and what the founding call holds.
        size = 11
    }

    /// Fills the ledger up to a size and measures there.
    mutating func rows(at size: Int) throws(Failure) -> [Row] {
        var rows = [try fill(to: size)]
        rows += memory("memory after recording", nil)
        rows.append(try query())
        rows.append(try verification())
        try ledger.stop()
        rows += try starts()
        usleep(2_000_000)
        rows += memory("memory idle after start", size == Self.memorySize ? .under(.bytes(40_000_000)) : nil)
        return rows
    }

    /// Stops the daemon.
    func end() throws(Failure) { try ledger.stop() }

    private mutating func fill(to target: Int) throws(Failure) -> Row {
        var step = Progress.Step("recording", of: target)
        Progress.say("recording up to \(target) entries")
        let connection = try Connection(ledger.socket)
        let before = size
        let start = Instant.now
        while size < target {
            let count = min(Self.entriesPerCall, target - size)
            try connection.call(findings.request(count))
            size += count
            step.reached(size)
        }
        return Row(
            work: "fill, 5000 a call",
            entries: size,
            measured: .entriesPerSecond(Double(size - before) / start.secondsAgo)
        )
    }

    private func memory(_ work: String, _ reach: Reach?) -> [Row] {
        guard let memory = ledger.memory else { return [] }
        let perEntry = Quantity.digits(Double(memory.resident) / Double(size))
        return [
            Row(
                work: work,
                entries: size,
                measured: .bytes(memory.resident),
                reach: reach,
                note: "at \(size) entries, proportional \(Quantity.bytes(memory.proportional)), at most "
                    + "\(Quantity.bytes(memory.residentMax)); \(perEntry) bytes an entry"
            )
        ]
    }

    /// Each turn counts with its 99th percentile.
    private func query() throws(Failure) -> Row {
        Progress.say("asking who holds a post")
        let connection = try Connection(ledger.socket)
        var latencies = Latencies()
        func turn(_ message: [UInt8]) throws(Failure) -> Latencies {
            var turn = Latencies()
            for _ in 0..<Self.callsPerTurn {
                let sent = Instant.now
                try connection.call(message)
                turn.add(Instant.now.since(sent))
            }
            return turn
        }
        let turns = try Turns(
            plan.rounds * 4,
            floor: { () throws(Failure) in try turn(Message.empty).percentiles.p99 },
            measured: { () throws(Failure) in
                let turn = try turn(Message.holder)
                latencies.add(turn)
                return turn.percentiles.p99
            }
        )
        return Row(
            work: "query, p99",
            entries: size,
            measured: .seconds(turns.measured),
            floor: .seconds(turns.floor),
            reach: .atMost(2),
            latencies: latencies.percentiles
        )
    }

    private var export: String { workplace.file("sizes.jsonl") }

    /// Without what a program that does nothing takes to start.
    private func verification() throws(Failure) -> Row {
        Progress.say("exporting and verifying \(size) entries")
        try ledger.control(["export", export])
        let control = workplace.file("jvctl")
        let log = workplace.file("verify.log")
        var idle: [Double] = []
        let turns = try Turns(
            plan.rounds,
            floor: { () throws(Failure) in try Hashing.seconds(of: export) },
            measured: { () throws(Failure) in
                let nothing = try seconds { () throws(Failure) in
                    try Program.run([control, "--version"], output: log)
                }
                idle.append(nothing)
                return try seconds { () throws(Failure) in
                    try Program.run([control, "verify", export, "--key", ledger.publicKey], output: log)
                } - nothing
            }
        )
        return Row(
            work: "verify an export",
            entries: size,
            measured: .seconds(turns.measured),
            floor: .seconds(turns.floor),
            reach: .atMost(3),
            note: "without the \(Quantity.seconds(idle.median)) that jvctl takes to start"
        )
    }

    private func starts() throws(Failure) -> [Row] {
        Progress.say("starting with \(size) entries")
        let hasCaches = ledger.hasCaches
        var asIs: [Double] = []
        for _ in 0..<(hasCaches ? plan.rounds : 0) { asIs.append(try restart(removingCaches: false)) }
        var whole: [Double] = []
        let turns = try Turns(
            plan.rounds,
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
                measured: .seconds(turns.measured),
                floor: .seconds(turns.floor),
                reach: .atMost(5),
                note: "without the \(Quantity.seconds(emptyStart)) of a start with the charter alone"
            ),
            Row(
                work: "rebuild, rate",
                entries: size,
                measured: .entriesPerSecond(Double(size) / turns.measured),
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
