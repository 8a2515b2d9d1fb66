// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import Synchronization
import Varlink

/// States of the past: folded from the store when asked for, one at a time and on a queue of its own, so that however
/// many are asked for there is a thread for the other questions; a few of them are kept.
final class Replays: Sendable {
    /// How many past states are kept.
    static let keptLimit = 8

    private struct Scope: Hashable {
        let size: UInt64
        let sourcedBy: Timestamp?
    }

    private struct Kept {
        let scope: Scope
        let state: SharedState
    }

    private let store: any EventStore
    private let alarm: DamageAlarm
    private let snapshots: SnapshotFolder?
    private let queue = DispatchQueue(label: "io.jvledger.replays")
    private let kept = Mutex<[Kept]>([])

    init(_ store: any EventStore, _ alarm: DamageAlarm, _ snapshots: SnapshotFolder?) {
        self.store = store
        self.alarm = alarm
        self.snapshots = snapshots
    }

    /// What a question is answered from.
    func view(_ question: Question, of published: Published, now: Timestamp, texts: Texts)
        async throws(VarlinkError) -> View
    {
        let began = published.state.charter?.recorded
        let size = try size(question.known, of: published)
        var instant = question.validAt ?? now
        var note: String?
        if case .at(let date) = question.known {
            instant = question.validAt ?? min(date, now)
            if let began, date < began {
                note = "recording began \(began.dayWords)"
            }
        }
        let scope = Scope(size: size, sourcedBy: question.sourcedBy)
        let shared: SharedState
        if size == published.head.size, question.sourcedBy == nil {
            shared = published.shared
        } else {
            shared = try await past(scope, of: published)
        }
        return View(shared: shared, instant: instant, note: note, texts: texts)
    }

    /// The number of entries that the ledger held; all that it holds when it is not said as of when.
    func size(_ known: Question.Known?, of published: Published) throws(VarlinkError) -> UInt64 {
        switch known {
        case nil: published.head.size
        case .through(let position): position < published.head.size ? position + 1 : published.head.size
        case .at(let date): try sizeKnown(at: date, published.head.size)
        }
    }

    /// The number of entries recorded by an instant, found by halving.
    private func sizeKnown(at instant: Timestamp, _ size: UInt64) throws(VarlinkError) -> UInt64 {
        var low: UInt64 = 0
        var high = size
        while low < high {
            let middle = low + (high - low) / 2
            let entry: Entry
            do throws(StoreFailure) {
                guard let stored = try store.entry(at: middle) else {
                    throw .damaged(position: middle, reason: "the entry is missing")
                }
                entry = try stored.checked()
            } catch { throw unreadable(error) }
            if entry.recorded <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func past(_ scope: Scope, of published: Published) async throws(VarlinkError) -> SharedState {
        if let state = kept(scope) { return state }
        let folded: Result<SharedState, StoreFailure> = await withCheckedContinuation { done in
            queue.async { done.resume(returning: self.folded(scope, published)) }
        }
        do { return try folded.get() } catch { throw unreadable(error) }
    }

    private func folded(_ scope: Scope, _ published: Published) -> Result<SharedState, StoreFailure> {
        // Someone ahead may have asked for the same.
        if let state = kept(scope) { return .success(state) }
        do throws(StoreFailure) {
            // The dates of sources too are those known then, not what later corrections made of them.
            let known: SharedState =
                scope.sourcedBy == nil || scope.size == published.head.size
                ? published.shared : try folded(Scope(size: scope.size, sourcedBy: nil), published).get()
            let state = SharedState(try folded(scope, known.state))
            kept.withLock { kept in
                kept.append(Kept(scope: scope, state: state))
                if kept.count > Self.keptLimit { kept.removeFirst() }
            }
            return .success(state)
        } catch { return .failure(error) }
    }

    private func folded(_ scope: Scope, _ known: State) throws(StoreFailure) -> State {
        if scope.sourcedBy == nil, let snapshot = try snapshots?.resumed(upTo: scope.size, in: store),
            let resumed = try ResumedState(from: snapshot.state, upTo: scope.size, in: store)
        {
            return resumed.state
        }
        let include: (Entry) -> Bool = { entry in
            scope.sourcedBy.map { entry.isSupported(by: $0, in: known) } ?? true
        }
        return try State.replayed(where: include) { body throws(StoreFailure) in
            try store.forEachEntry(from: 0, below: scope.size, decodedBy: CheckedEntry.init) {
                body($0.typed)
            }
        }
    }

    private func kept(_ scope: Scope) -> SharedState? {
        kept.withLock { kept in kept.first { $0.scope == scope }?.state }
    }

    private func unreadable(_ failure: StoreFailure) -> VarlinkError {
        alarm.hear(failure)
        return .tryAgain("the ledger cannot be read: \(failure)")
    }
}
