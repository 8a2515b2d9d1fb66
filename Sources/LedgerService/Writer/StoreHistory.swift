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
    /// What went wrong on reading; the batch must not be committed then.
    private(set) var failure: StoreFailure?

    init(_ store: any EventStore, size: UInt64) {
        self.store = store
        first = size
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
        return reading { () throws(StoreFailure) in try store.position(ofID: id) }.flatMap(entry(at:))
    }

    func entry(at position: UInt64) -> Entry? {
        if position >= first {
            let index = Int(position - first)
            return pending.indices.contains(index) ? pending[index].entry : nil
        }
        return reading { () throws(StoreFailure) in try store.entry(at: position) }.flatMap {
            try? Entry(bytes: $0.bytes)
        }
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
            try store.forEachEntry(from: 0, below: first) { stored in
                if let entry = try? Entry(bytes: stored.bytes) { body(entry) }
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
            return Receipt(addition.entry, Merkle.leafHash(addition.bytes), isRepeated: false)
        case .repeated(let position):
            guard let entry = entry(at: position), let leafHash = leafHash(at: position) else { return nil }
            return Receipt(entry, leafHash, isRepeated: true)
        }
    }

    private func leafHash(at position: UInt64) -> Digest? {
        guard position < first else {
            let index = Int(position - first)
            return pending.indices.contains(index) ? Merkle.leafHash(pending[index].bytes) : nil
        }
        return reading { () throws(StoreFailure) in try store.entry(at: position)?.leafHash }
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
