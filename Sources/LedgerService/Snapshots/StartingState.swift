// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import TransparencyLog

/// The state of a store that is taken into service.
///
/// From a snapshot, if there is one that fits, and the entries after it; else from all entries. Those that are read are
/// hashed, and the root must be that of the last checkpoint, signed by the key that the charter names. What a snapshot
/// covers is read again by the self-check, which begins at once.
struct StartingState: Sendable {
    /// The entries after which a state that is made from all of them is put out of memory.
    private static let entriesInMemory: UInt64 = 1 << 20

    let state: State
    /// The snapshot; nil when every entry was read.
    let snapshot: SnapshotFolder.Resumed?

    init(
        of store: any EventStore,
        signer: SignerKey,
        snapshots: SnapshotFolder?,
        progress: (UInt64, UInt64) -> Void
    ) throws(StartFailure) {
        if let mark = store.damageMark { throw .damaged(mark) }
        do {
            let head = try store.head
            let (state, tree, unknown, snapshot) = try Self.read(store, head, snapshots, progress)
            if let unknown { throw StartFailure.newer(type: unknown.type, position: unknown.position) }
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
            guard head.checkpoint?.isSigned(by: signer.verifierKey) == true else {
                throw StoreFailure.damaged(
                    position: nil,
                    reason: "the ledger's key did not sign the last checkpoint"
                )
            }
            self.state = state
            self.snapshot = snapshot
        } catch let failure as StartFailure {
            throw failure
        } catch let failure as StoreFailure {
            throw Self.failure(failure, store)
        } catch {
            throw .store(.failed("\(error)"))
        }
    }

    private static func read(
        _ store: any EventStore,
        _ head: StoreHead,
        _ snapshots: SnapshotFolder?,
        _ progress: (UInt64, UInt64) -> Void
    ) throws(StoreFailure) -> (State, CompactRange, UnknownEntry?, SnapshotFolder.Resumed?) {
        snapshots?.clean(upTo: head.size)
        if let snapshot = try snapshots?.resumed(upTo: head.size, in: store) {
            let resumed = try ResumedState(
                from: snapshot.state,
                upTo: head.size,
                in: store,
                progress: progress
            )
            if let resumed { return (resumed.state, resumed.tree, resumed.unknown, snapshot) }
            snapshots?.noteCorrection(size: head.size)
        }
        var tree = CompactRange()
        var unknown: UnknownEntry?
        var replay = Replay()
        repeat {
            tree = CompactRange()
            try store.forEachEntry(from: 0, below: head.size, decodedBy: CheckedEntry.init) { checked in
                let entry = checked.typed.entry
                unknown = unknown ?? UnknownEntry(entry)
                replay.add(checked.typed)
                tree.append(checked.leafHash)
                if entry.position % 10_000 == 0 { progress(entry.position, head.size) }
                // Where there is no room for it, it stays in memory.
                if (entry.position + 1) % entriesInMemory == 0,
                    let frozen = try? snapshots?.frozen(replay.state)
                {
                    replay.state = frozen
                }
            }
        } while replay.goesOn()
        return (replay.state, tree, unknown, nil)
    }

    private static func failure(_ failure: StoreFailure, _ store: any EventStore) -> StartFailure {
        guard case .damaged(let position, let reason) = failure else { return .store(failure) }
        let mark = DamageMark(position: position, reason: reason)
        try? store.markDamaged(mark)
        return .damaged(mark)
    }
}
