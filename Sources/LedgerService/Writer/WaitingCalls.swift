// SPDX-License-Identifier: Apache-2.0
import Ledger

/// A call and who waits for its result.
struct Submission: Sendable {
    let drafts: [Draft]
    let caller: Caller?
    let channel: Channel
    let isDry: Bool
    /// Runs on the writer's queue once the entries are durable, before the reply and the next commit.
    let onDurable: @Sendable () -> Void
    let reply: CheckedContinuation<Result<RecordedCall, RecordFailure>, Never>
    /// Its part of a commit, in entries; a correction folds all of history again and has a commit to itself.
    let weight: Int

    init(
        drafts: [Draft],
        caller: Caller?,
        channel: Channel,
        isDry: Bool,
        onDurable: @escaping @Sendable () -> Void,
        reply: CheckedContinuation<Result<RecordedCall, RecordFailure>, Never>
    ) {
        self.drafts = drafts
        self.caller = caller
        self.channel = channel
        self.isDry = isDry
        self.onDurable = onDurable
        self.reply = reply
        weight = drafts.contains(where: \.concernsHistory) ? WaitingCalls.commitEntries : drafts.count
    }
}

/// The calls that wait for the writer, in the order of their coming.
struct WaitingCalls {
    /// The most calls waiting; beyond that a caller is told to try again.
    static let limit = 4096
    /// The most entries of one commit, unless a single call has more.
    ///
    /// Between commits the writer's queue shows that it is alive, so this bounds the time from one sign to the next.
    static let commitEntries = 10_000

    private var submissions: [Submission] = []
    private var isStopped = false
    /// Whether the writer has been told that there is something to do.
    var isScheduled = false

    /// Whether nobody waits.
    var isEmpty: Bool { submissions.isEmpty }

    /// Takes no more calls.
    mutating func stop() { isStopped = true }

    /// Takes a call, or returns false.
    mutating func add(_ submission: Submission) -> Bool {
        guard !isStopped, submissions.count < Self.limit else { return false }
        submissions.append(submission)
        return true
    }

    /// Gives out calls, as many as go into one commit; none if nobody waits.
    ///
    /// If more wait, the users take turns: whoever has many calls waiting keeps nobody else waiting for all of them.
    mutating func next() -> [Submission] {
        if submissions.reduce(0, { $0 + $1.weight }) > Self.commitEntries { takeTurns() }
        var weight = 0
        let end = submissions.firstIndex { submission in
            weight += submission.weight
            return weight > Self.commitEntries
        }
        let batch = Array(submissions.prefix(max(end ?? submissions.count, 1)))
        submissions.removeFirst(batch.count)
        return batch
    }

    /// Puts the first call of each user before the second of any; those of one user stay in their order.
    private mutating func takeTurns() {
        var counts: [UInt32?: Int] = [:]
        let turns = submissions.map { submission in
            counts[submission.caller?.uid, default: 0] += 1
            return counts[submission.caller?.uid, default: 0]
        }
        submissions = zip(turns, submissions).enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1)
    }
}
