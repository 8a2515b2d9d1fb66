// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import TransparencyLog

/// A state that was made from an earlier one, such as that of a snapshot, and the entries after it.
struct ResumedState: Sendable {
    let state: State
    /// The tree over all entries: the earlier ones as the store has them, those after them as they were read.
    let tree: CompactRange
    /// The first of the entries after it whose type this version does not know.
    let unknown: UnknownEntry?

    /// Reads, hashes and folds the entries from an earlier state up to a size.
    ///
    /// Nil when one of them corrects an earlier one, so that all of history has to be folded again.
    init?(
        from earlier: State,
        upTo size: UInt64,
        in store: any EventStore,
        progress: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreFailure) {
        var tree = try store.readingTree { reader throws(StoreFailure) in
            try CompactRange(size: earlier.size, reading: reader)
        }
        var fold = Fold(resuming: earlier)
        var unknown: UnknownEntry?
        var concernsHistory = false
        try store.forEachEntry(from: earlier.size, below: size, decodedBy: CheckedEntry.init) { checked in
            let entry = checked.typed.entry
            concernsHistory = concernsHistory || State.concernsHistory(entry)
            unknown = unknown ?? UnknownEntry(entry)
            fold.add(checked.typed)
            tree.append(checked.leafHash)
            if entry.position % 10_000 == 0 { progress(entry.position, size) }
        }
        guard !concernsHistory else { return nil }
        state = fold.state
        self.tree = tree
        self.unknown = unknown
    }
}

/// An entry of a type that this version does not know.
struct UnknownEntry: Sendable {
    let type: String
    let position: UInt64

    /// Nil for an entry of a type that is known.
    init?(_ entry: Entry) {
        guard Catalogue.type(entry.type) == nil else { return nil }
        type = entry.type
        position = entry.position
    }
}
