// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog

/// The one writer of a ledger, on a queue of its own.
///
/// It takes what is waiting, checks each call against the state with the earlier ones applied, commits once,
/// publishes, and replies to all. A client that hangs up cannot roll anything back: the commit does not run in
/// its task. While one commit is on its way to the disk, the next batch gathers; a lone caller waits for nobody.
final class Writer: Sendable {
    /// How far the clock may be behind the last entry before writing stops, in microseconds.
    static let clockTolerance: Int64 = 60_000_000

    let store: any EventStore
    private let signer: SignerKey
    let publication: Publication
    let alarm: DamageAlarm
    private let disclosures: DisclosureCache
    private let clock: Clock
    private let access: @Sendable () -> AccessPolicy
    let snapshots: SnapshotTurns?
    private let onEvent: @Sendable (LedgerEvent) -> Void
    let queue = DispatchQueue(label: "io.jvledger.writer")
    private let waiting = Mutex(WaitingCalls())

    init(
        store: any EventStore,
        signer: SignerKey,
        publication: Publication,
        alarm: DamageAlarm,
        disclosures: DisclosureCache,
        clock: @escaping Clock,
        access: @escaping @Sendable () -> AccessPolicy,
        snapshots: SnapshotTurns?,
        onEvent: @escaping @Sendable (LedgerEvent) -> Void
    ) {
        self.store = store
        self.signer = signer
        self.publication = publication
        self.alarm = alarm
        self.disclosures = disclosures
        self.clock = clock
        self.access = access
        self.snapshots = snapshots
        self.onEvent = onEvent
    }

    /// Records a call, or says why not; returns once it is durable.
    ///
    /// Without a caller it is the daemon's own. `onDurable` runs on the writer's queue, before the next commit.
    func record(
        _ drafts: [Draft],
        by caller: Caller?,
        channel: Channel = .recording,
        isDry: Bool,
        onDurable: @escaping @Sendable () -> Void = {}
    ) async -> Result<RecordedCall, RecordFailure> {
        await withCheckedContinuation { reply in
            submit(
                Submission(
                    drafts: drafts,
                    caller: caller,
                    channel: channel,
                    isDry: isDry,
                    onDurable: onDurable,
                    reply: reply
                )
            )
        }
    }

    /// Runs something on the writer's queue, after the commit that is under way: proof that it still works.
    func afterWork(_ body: @escaping @Sendable () -> Void) { queue.async(execute: body) }

    /// Takes no more calls, and returns when those taken are done.
    func finish() async {
        waiting.withLock { $0.stop() }
        await withCheckedContinuation { done in
            queue.async {
                while self.commitNext() {}
                done.resume()
            }
        }
    }

    private func submit(_ submission: Submission) {
        let isTaken = waiting.withLock { waiting in
            guard waiting.add(submission) else { return false }
            if !waiting.isScheduled { queue.async { self.drain() } }
            waiting.isScheduled = true
            return true
        }
        guard isTaken else {
            return submission.reply.resume(
                returning: .failure(.tryAgain("the ledger is stopping or has too much to do"))
            )
        }
    }

    /// Commits once, and queues up again behind whatever else waits for the queue, such as a sign of life.
    private func drain() {
        _ = commitNext()
        waiting.withLock { waiting in
            waiting.isScheduled = !waiting.isEmpty
            if waiting.isScheduled { queue.async { self.drain() } }
        }
    }

    /// Commits as many of the calls that wait as go together; false if none waits.
    private func commitNext() -> Bool {
        let batch = waiting.withLock { $0.next() }
        guard !batch.isEmpty else { return false }
        commit(batch)
        return true
    }

    private func commit(_ batch: [Submission]) {
        let published = publication.current
        if case .readOnly(let reason) = published.condition {
            return fail(batch, .readOnly(reason))
        }
        let now: Timestamp
        switch time(after: published.state.lastRecorded) {
        case .success(let time): now = time
        case .failure(let failure): return fail(batch, failure)
        }
        let history = StoreHistory(
            store,
            size: published.head.size,
            ids: batch.flatMap { $0.drafts.compactMap(\.id) }
        )
        var state = published.state
        var results: [Result<Prepared, RecordFailure>] = []
        for submission in batch {
            let preparation = Preparation(
                caller: submission.caller,
                channel: submission.channel,
                recorders: access().recorders(for:),
                history: history,
                origin: state.charter?.origin ?? signer.verifierKey.name.text,
                now: now
            )
            do throws(RecordFailure) {
                var prepared = try preparation.prepare(submission.drafts, on: state)
                // Before the commit: what cannot be read then must keep it from happening.
                prepared.receipts = prepared.fates.compactMap { history.receipt(of: $0, in: prepared) }
                if !submission.isDry {
                    state = prepared.state
                    history.add(prepared.additions)
                }
                results.append(.success(prepared))
            } catch {
                results.append(.failure(error))
            }
        }
        if let failure = history.failure { return recover(from: failure, batch) }
        append(batch, results, state, published)
    }

    private func append(
        _ batch: [Submission],
        _ results: [Result<Prepared, RecordFailure>],
        _ state: State,
        _ published: Published
    ) {
        let additions = zip(batch, results).flatMap { submission, result in
            submission.isDry ? [] : (try? result.get())?.additions ?? []
        }
        var head = published.head
        if !additions.isEmpty {
            let began = ContinuousClock.now
            do throws(StoreFailure) {
                let batch = try storeBatch(additions, published.head.tree)
                try store.append(batch)
                if !batch.erasures.isEmpty { disclosures.forget() }
                head = try store.head
            } catch {
                return recover(from: error, batch)
            }
            publication.publish(state, head)
            if additions.contains(where: { State.concernsHistory($0.entry) }) {
                snapshots?.noteCorrection(size: head.size)
            }
            considerSnapshot()
            if publication.set(.running) { onEvent(.writing) }
            let duration = began.duration(to: .now)
            onEvent(.committed(additions.map(\.entry), head, calls: batch.count, duration: duration))
        }
        for (submission, result) in zip(batch, results) {
            switch result {
            case .success(let prepared):
                if !submission.isDry { submission.onDurable() }
                let note = head.checkpoint?.note ?? []
                let recorded = RecordedCall(receipts: prepared.receipts, checkpoint: note, size: head.size)
                submission.reply.resume(returning: .success(recorded))
            case .failure(let failure):
                let draft = failure.entry.flatMap {
                    submission.drafts.indices.contains($0) ? submission.drafts[$0] : nil
                }
                // Only what is known to be a type and a stream: anything else could be any text.
                let type = draft.flatMap { Catalogue.type(named: $0.type)?.name }
                let subject = draft.flatMap { Subject($0.subject)?.description }
                onEvent(.refused(submission.caller, failure, type: type, subject: subject))
                submission.reply.resume(returning: .failure(failure))
            }
        }
    }

    /// The entries with their leaf hashes, and the signed checkpoint over the tree with them.
    private func storeBatch(
        _ additions: [Prepared.Addition],
        _ tree: CompactRange
    ) throws(StoreFailure) -> StoreBatch {
        var tree = tree
        let entries = additions.map { addition in
            tree.append(addition.leafHash)
            return NewEntry(
                position: addition.entry.position,
                id: addition.entry.id,
                subject: addition.entry.subject.description,
                type: addition.entry.type,
                streamVersion: UInt64(addition.entry.streamVersion),
                bytes: addition.bytes,
                leafHash: addition.leafHash,
                disclosures: addition.disclosures.map {
                    NewDisclosure(field: $0.field, person: $0.person, text: $0.text)
                }
            )
        }
        return StoreBatch(
            entries: entries,
            checkpoint: try signer.checkpoint(over: tree),
            erasures: additions.flatMap(\.entry.erasures)
        )
    }

    /// The time of the commit: never before the last entry; a clock that is far behind stops writing.
    private func time(after last: Timestamp?) -> Result<Timestamp, RecordFailure> {
        let now = clock()
        guard let last, now < last else { return .success(now) }
        guard last.microseconds - now.microseconds <= Self.clockTolerance else {
            if publication.set(.refusing("the clock of the host is behind the last entry")) {
                onEvent(.clockBehind(now: now, last: last))
            }
            return .failure(
                .tryAgain("the clock of the host (\(now)) is behind the last entry (\(last)); set it right")
            )
        }
        return .success(last)
    }

    /// A full disk refuses the batch and nothing else; after any other failed commit, memory and disk may disagree.
    private func recover(from failure: StoreFailure, _ batch: [Submission]) {
        switch failure {
        case .full:
            if publication.set(.refusing("the disk is full")) { onEvent(.diskFull) }
            fail(batch, .tryAgain("the disk is full; nothing was recorded, and reading goes on"))
        case .damaged:
            alarm.hear(failure)
            fail(batch, .readOnly("\(failure)"))
        case .wrongPosition, .duplicateID, .wrongStreamVersion, .wrongCheckpoint, .readOnly, .busy, .failed:
            stop(failure, batch)
        }
    }

    private func stop(_ failure: StoreFailure, _ batch: [Submission]) {
        _ = publication.set(.refusing("\(failure)"))
        fail(batch, .tryAgain("the ledger stops, because \(failure); it starts again by itself"))
        onEvent(.failed(failure))
    }

    private func fail(_ batch: [Submission], _ failure: RecordFailure) {
        for submission in batch { submission.reply.resume(returning: .failure(failure)) }
    }
}
