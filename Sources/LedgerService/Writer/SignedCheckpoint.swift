// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import TransparencyLog

extension SignerKey {
    /// The signed checkpoint over a tree; the key's name is the ledger's origin.
    func checkpoint(over tree: CompactRange) throws(StoreFailure) -> StoredCheckpoint {
        do {
            let checkpoint = try Checkpoint(origin: verifierKey.name, size: tree.size, root: tree.root)
            let note = try checkpoint.signed(with: self)
            return StoredCheckpoint(size: tree.size, root: tree.root, note: note.bytes)
        } catch { throw .failed("the checkpoint could not be signed: \(error)") }
    }
}

extension StoredCheckpoint {
    /// Whether its note states this size and root and the ledger's key signed it.
    func isSigned(by key: VerifierKey) -> Bool {
        guard let note = try? SignedNote(parsing: self.note),
            let signed = try? VerifiedCheckpoint(opening: note, logs: [key])
        else { return false }
        return signed.checkpoint.size == size && signed.checkpoint.root == root
    }
}
