// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import TransparencyLog

/// History as the writer sees it: what the store has, then what is earlier in the same commit.
final class StoreHistory: History {
    private let store: any EventStore
    private var pending: [Prepared.Addition] = []
    private var pendingByID: [String: Int] = [:]
    private let first: UInt64
    /// What the store has of the ids that the commit's drafts give, looked up at once.
    private var storedByID: [String: UInt64] = [:]
    /// What went wrong on reading; the batch must not be committed then.
    private(set) var failure: StoreFailure?

    /// The history of a ledger of that size, before a commit of drafts with these ids.
    init(_ store: any EventStore, size: UInt64, ids: [String] = []) {
        self.store = store
        first = size
        storedByID = reading { () throws(StoreFailure) in try store.positions(ofIDs: ids) } ?? [:]
    }

    /// Takes in what will be committed before the next call.
    func add(_ additions: [Prepared.Addition]) {
        for addition in additions {
            pendingByID[addition.entry.id] = pending.count
            pending.append(addition)
        }
    }

    func entry(id: String) -> Entry? {
        if let index = pendingByID[id] { return pending[index].entry }
        return storedByID[id].flatMap(entry(at:))
    }

    func entry(at position: UInt64) -> Entry? {
        if position >= first {
            let index = Int(position - first)
            return pending.indices.contains(index) ? pending[index].entry : nil
        }
        return stored(at: position)?.entry
    }

    func disclosures(at position: UInt64) -> [String: String] {
        guard position < first else {
            let index = Int(position - first)
            guard pending.indices.contains(index) else { return [:] }
            return Dictionary(
                pending[index].disclosures.map { ($0.field, $0.text) },
                uniquingKeysWith: { old, _ in old }
            )
        }
        return reading { () throws(StoreFailure) in try store.disclosures(at: position) } ?? [:]
    }

    func visit(_ body: (Entry) -> Void) {
        _ = reading { () throws(StoreFailure) in
            try store.forEachEntry(from: 0, below: first) { stored throws(StoreFailure) in
                body(try stored.checked())
            }
            return ()
        }
        for addition in pending { body(addition.entry) }
    }

    /// The receipt of an entry of a call, once that is committed.
    func receipt(of fate: Prepared.Fate, in prepared: Prepared) -> Receipt? {
        switch fate {
        case .added(let index):
            let addition = prepared.additions[index]
            return Receipt(addition.entry, addition.leafHash, isRepeated: false)
        case .repeated(let position) where position < first:
            return stored(at: position).map { Receipt($0.entry, $0.leafHash, isRepeated: true) }
        case .repeated(let position):
            let index = Int(position - first)
            guard pending.indices.contains(index) else { return nil }
            return Receipt(pending[index].entry, pending[index].leafHash, isRepeated: true)
        }
    }

    /// An entry on disk, which is there and as it was hashed, or the ledger is damaged.
    private func stored(at position: UInt64) -> (entry: Entry, leafHash: Digest)? {
        reading { () throws(StoreFailure) in
            guard let stored = try store.entry(at: position) else {
                throw .damaged(position: position, reason: "the entry is missing")
            }
            return (try stored.checked(), stored.leafHash)
        }
    }

    private func reading<Value>(_ body: () throws(StoreFailure) -> Value?) -> Value? {
        do { return try body() } catch {
            failure = failure ?? error
            return nil
        }
    }
}

extension Receipt {
    fileprivate init(_ entry: Entry, _ leafHash: Digest, isRepeated: Bool) {
        self.init(
            position: entry.position,
            id: entry.id,
            subject: entry.subject,
            streamVersion: entry.streamVersion,
            leafHash: leafHash.hexadecimal,
            warnings: entry.warnings,
            isRepeated: isRepeated
        )
    }
}
