// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog
import Varlink

/// States of the past: folded from the store when asked for, and a few of them kept.
final class Replays: Sendable {
    /// How many past states are kept.
    static let keptLimit = 8

    private struct Scope: Hashable {
        let size: UInt64
        let sourcedBy: Timestamp?
    }

    private struct Kept {
        let scope: Scope
        let state: State
    }

    private let store: any EventStore
    private let kept = Mutex<[Kept]>([])

    init(_ store: any EventStore) { self.store = store }

    /// The state of a store that is taken into service: every entry is read and hashed, and the root must be that of
    /// the last checkpoint, signed by the key that the charter names.
    static func startingState(
        of store: any EventStore,
        signer: SignerKey,
        progress: (UInt64, UInt64) -> Void
    ) throws(StartFailure) -> State {
        if let mark = store.damageMark { throw .damaged(mark) }
        do {
            let head = try store.head
            var tree = CompactRange()
            let state = try State.replayed { body throws(StoreFailure) in
                tree = CompactRange()
                try store.forEachEntry(from: 0, below: head.size) { stored throws(StoreFailure) in
                    let leafHash = Merkle.leafHash(stored.bytes)
                    guard leafHash == stored.leafHash, let entry = try? Entry(bytes: stored.bytes) else {
                        throw .damaged(
                            position: stored.position,
                            reason: "its bytes are not those that were hashed"
                        )
                    }
                    tree.append(leafHash)
                    body(entry)
                    if stored.position % 10_000 == 0 { progress(stored.position, head.size) }
                }
            }
            guard let charter = state.charter else { throw StartFailure.notFounded }
            guard tree.root == head.checkpoint?.root else {
                throw StoreFailure.damaged(
                    position: nil,
                    reason: "the entries are not those of the last checkpoint"
                )
            }
            guard charter.publicKey == signer.verifierKey.text else {
                throw StartFailure.otherKey(charter: charter.publicKey, given: signer.verifierKey.text)
            }
            return state
        } catch let failure as StartFailure {
            throw failure
        } catch let failure as StoreFailure {
            throw Self.failure(failure, store)
        } catch {
            throw .store(.failed("\(error)"))
        }
    }

    private static func failure(_ failure: StoreFailure, _ store: any EventStore) -> StartFailure {
        guard case .damaged(let position, let reason) = failure else { return .store(failure) }
        let mark = DamageMark(position: position, reason: reason)
        try? store.markDamaged(mark)
        return .damaged(mark)
    }

    /// What a question is answered from.
    func view(_ question: Question, of published: Published, now: Timestamp, texts: Texts)
        throws(VarlinkError) -> View
    {
        let began = published.state.charter?.recorded
        let size: UInt64
        var instant = question.validAt ?? now
        var note: String?
        switch question.known {
        case nil:
            size = published.head.size
        case .through(let position):
            size = min(position + 1, published.head.size)
        case .at(let date):
            size = try sizeKnown(at: date, published.head.size)
            instant = question.validAt ?? min(date, now)
            if let began, date < began {
                note = "recording began \(began.dayWords)"
            }
        }
        let scope = Scope(size: size, sourcedBy: question.sourcedBy)
        let state: State
        if size == published.head.size, question.sourcedBy == nil {
            state = published.state
        } else {
            state = try past(scope, of: published)
        }
        return View(state: state, instant: instant, note: note, texts: texts)
    }

    /// The number of entries recorded by an instant, found by halving.
    private func sizeKnown(at instant: Timestamp, _ size: UInt64) throws(VarlinkError) -> UInt64 {
        var low: UInt64 = 0
        var high = size
        while low < high {
            let middle = low + (high - low) / 2
            guard let stored = try? store.entry(at: middle), let entry = try? Entry(bytes: stored.bytes)
            else {
                throw .tryAgain("entry \(middle) cannot be read")
            }
            if entry.recorded <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func past(_ scope: Scope, of published: Published) throws(VarlinkError) -> State {
        if let found = kept.withLock({ kept in kept.first { $0.scope == scope } }) { return found.state }
        let include: (Entry) -> Bool = { entry in
            scope.sourcedBy.map { entry.isSupported(by: $0, in: published.state) } ?? true
        }
        let state: State
        do {
            state = try State.replayed(where: include) { body throws(StoreFailure) in
                try store.forEachEntry(from: 0, below: scope.size) { stored throws(StoreFailure) in
                    if let entry = try? Entry(bytes: stored.bytes) { body(entry) }
                }
            }
        } catch { throw .tryAgain("the ledger cannot be read: \(error)") }
        kept.withLock { kept in
            kept.append(Kept(scope: scope, state: state))
            if kept.count > Self.keptLimit { kept.removeFirst() }
        }
        return state
    }
}
