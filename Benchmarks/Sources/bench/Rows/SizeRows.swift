// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The rows about a ledger of some size: asking it, starting it, verifying it, and what it holds of memory.
///
/// One ledger grows from size to size.
struct SizeRows {
    private static let entriesPerCall = 5_000
    /// The size about which the reach in memory is.
    private static let memorySize = 10_000

    let workplace: Workplace
    let plan: Plan
    let ledger: Ledger
    /// How long the start with the charter alone takes, in seconds: what is the program's and not the ledger's.
    let emptyStart: Double
    private var findings = Findings()
    private(set) var size: Int

    /// Founds a ledger.
    init(in workplace: Workplace, plan: Plan) throws(Failure) {
        self.workplace = workplace
        self.plan = plan
        ledger = try Ledger("sizes", in: workplace)
        var starts: [Double] = []
        for _ in 0..<plan.rounds(at: 0) {
            starts.append(try ledger.start())
            try ledger.stop()
        }
        emptyStart = Turns.good(starts, .lower)
        try ledger.start()
        let connection = try Connection(ledger.socket)
        try connection.call(Message.founding)
        // The reply ends with "size":NUMBER and two braces.
        guard let last = connection.lastReply.split(separator: ":").last,
            let size = Int(last.prefix { $0.isNumber })
        else { throw .daemon("no size in \(connection.lastReply)") }
        self.size = size
    }

    /// The file that holds the export of the ledger at its size.
    var export: String { workplace.file("sizes.jsonl") }

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
}
