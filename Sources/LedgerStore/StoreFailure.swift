// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// Why a store did not do what it was asked; after each of them nothing of the batch is stored.
public enum StoreFailure: Error, Hashable, Sendable {
    /// An entry has not the position that follows the last one.
    case wrongPosition(expected: UInt64, found: UInt64)
    /// The id belongs to the entry at `position`, or to an earlier one of the same batch.
    case duplicateID(String, position: UInt64)
    /// An entry has not the version that follows the last one of its stream.
    case wrongStreamVersion(subject: String, expected: UInt64, found: UInt64)
    /// The batch ends with another checkpoint than that of the tree it leads to, which has this size and root;
    /// also a batch without entries.
    case wrongCheckpoint(size: UInt64, root: Digest)
    /// No space is left. Reading goes on and a later batch may succeed.
    case full
    /// The file may not be written. Reading goes on.
    case readOnly
    /// Someone else kept the store for longer than we wait. A later attempt may succeed.
    case busy
    /// What is stored is not what was written; `position` is the first entry found to be wrong, nil if the damage
    /// is not in an entry.
    case damaged(position: UInt64?, reason: String)
    /// Anything else. Memory and disk may disagree, so the process must end and read the store again.
    case failed(String)
}

extension StoreFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .wrongPosition(let expected, let found):
            "the next position is \(expected), not \(found)"
        case .duplicateID(let id, let position):
            "the entry at position \(position) has the id \(id) already"
        case .wrongStreamVersion(let subject, let expected, let found):
            "the next version of \(subject) is \(expected), not \(found)"
        case .wrongCheckpoint(let size, let root):
            "the checkpoint is not that of the tree of size \(size) with root \(root.base64)"
        case .full: "no space is left for the ledger"
        case .readOnly: "the ledger cannot be written"
        case .busy: "the ledger is in use by another program"
        case .damaged(let position?, let reason): "the ledger is damaged at entry \(position): \(reason)"
        case .damaged(nil, let reason): "the ledger is damaged: \(reason)"
        case .failed(let reason): "the store failed: \(reason)"
        }
    }
}
