// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// An export while it is written. It is three files, of which the first alone is the ledger:
///
///     NAME             every entry from position 0 on, its exact bytes and LF, one to a line (JSON Lines)
///     NAME.checkpoint  the checkpoint over them, a C2SP signed note
///     NAME.hashes      the leaf hash of every entry, see ``LeafHashList``; it only serves to say which entry
///                      is wrong, and may be lost
///
/// Positions without a gap from 0, and the root that is signed, are checked before a checkpoint is put beside
/// the entries: what we write verifies, or is not written.
public struct ExportEntries: Sendable {
    /// Why an export is not complete.
    public enum Problem: Error, Hashable, Sendable {
        /// The entry that was handed over does not follow the one before.
        case outOfOrder(position: UInt64, expected: UInt64)
        /// The text of this entry has a line feed, or is longer than an entry can be.
        case notAnEntry(position: UInt64)
        /// The entries are fewer or more than the checkpoint has.
        case wrongSize(entries: UInt64, checkpoint: UInt64)
        /// The entries are not those that the checkpoint signs.
        case wrongRoot
    }

    private var range = CompactRange()

    /// Begins with no entries.
    public init() {}

    /// The number of entries so far.
    public var size: UInt64 { range.size }

    /// Takes the next entry and returns its line for the first file, and its leaf hash.
    public mutating func append(
        position: UInt64,
        text: String
    ) throws(Problem) -> (line: [UInt8], hash: Digest) {
        guard position == range.size else { throw .outOfOrder(position: position, expected: range.size) }
        var bytes = Array(text.utf8)
        guard bytes.count <= EntryLines.maximumBytes, !bytes.contains(0x0A) else {
            throw .notAnEntry(position: position)
        }
        let hash = Merkle.leafHash(bytes)
        range.append(hash)
        bytes.append(0x0A)
        return (bytes, hash)
    }

    /// Checks that the entries are those that a checkpoint signs; whether its signature is right is the
    /// reader's question.
    public func check(size: UInt64, root: Digest) throws(Problem) {
        guard size == range.size else { throw .wrongSize(entries: range.size, checkpoint: size) }
        guard root == range.root else { throw .wrongRoot }
    }
}

extension ExportEntries.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfOrder(let position, let expected):
            "the ledger sent entry \(position) where \(expected) is next"
        case .notAnEntry(let position): "what the ledger sent as entry \(position) is not one line"
        case .wrongSize(let entries, let size):
            "the ledger sent \(entries) entries, but its checkpoint has \(size)"
        case .wrongRoot: "the entries that the ledger sent are not those that its checkpoint signs"
        }
    }
}
