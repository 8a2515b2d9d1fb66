// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import TransparencyLog

extension StoredEntry {
    /// The entry, once its bytes have been found to be those that were hashed.
    func checked() throws(StoreFailure) -> Entry {
        guard Merkle.leafHash(bytes) == leafHash, let entry = try? Entry(bytes: bytes) else {
            throw .damaged(position: position, reason: "its bytes are not those that were hashed")
        }
        return entry
    }
}

/// An entry whose bytes were found to be those that were hashed, with what it says.
struct CheckedEntry: Sendable {
    let typed: TypedEntry
    let leafHash: Digest

    init(_ stored: StoredEntry) throws(StoreFailure) {
        typed = TypedEntry(try stored.checked())
        leafHash = stored.leafHash
    }
}
