// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// Why a backup is not one that can be restored.
public enum BackupFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line, from 1, is none of a backup, or not where it belongs.
    case malformed(line: Int)
    /// The file does not end as it must: it is cut off, or was never finished.
    case unfinished
    /// The file does not continue the one before.
    case gap(from: UInt64, expected: UInt64)
    /// The checkpoint that ends at this entry is not over these entries.
    case altered(upTo: UInt64)
    /// The checkpoint that ends at this entry is not signed by the ledger's key.
    case unsigned(upTo: UInt64, CheckpointError)

    public var description: String {
        switch self {
        case .malformed(let line): "line \(line) is not one of a backup"
        case .unfinished: "it is not whole: its last line is missing"
        case .gap(let from, let expected):
            "it begins with entry \(from), and \(expected) would be the next: a file is missing"
        case .altered(let size): "the entries up to \(size) are not those that were signed"
        case .unsigned(let size, let error):
            "the checkpoint of \(size) entries is not signed by the ledger's key: \(error)"
        }
    }
}

/// A commit as a backup has it: what the ledger appended at once.
public struct BackupCommit: Sendable {
    /// An entry and the disclosures that were kept for it.
    public struct Entry: Sendable {
        /// Its canonical bytes.
        public let bytes: [UInt8]
        /// Its RFC 6962 leaf hash.
        public let leafHash: Digest
        /// Its disclosures.
        public internal(set) var disclosures: [(field: String, person: String?, text: String)]
    }

    /// The entries.
    public let entries: [Entry]
    /// What was signed over the tree with them.
    public let checkpoint: Checkpoint
    /// The signed note.
    public let note: [UInt8]
}

/// Reads the files of a backup, one after the other, and proves them: every entry is hashed again, every checkpoint must be
/// over the entries up to it and signed.
public struct BackupReader: Sendable {
    private let key: VerifierKey
    private var range = CompactRange()
    private var pending: [BackupCommit.Entry] = []
    private var isInFile = false
    private var isEnded = false
    private var start: UInt64 = 0
    private var line = 0
    /// The number up to which witnesses' lines were taken.
    public private(set) var cosigning: UInt64 = 0

    /// Reads from the beginning of a ledger that signs with a key.
    public init(key: VerifierKey) { self.key = key }

    /// The entries up to here.
    public var size: UInt64 { range.size }
    /// The root over them.
    public var root: Digest { range.root }

    /// Takes the next line of a file, without its LF; returns the commit that it ends, if it ends one, or the signature
    /// line that it is.
    public mutating func read(_ bytes: [UInt8]) throws(BackupFault) -> Finding? {
        if !isInFile { begin() }
        line += 1
        guard !isEnded, let parsed = BackupLine(bytes) else { throw .malformed(line: line) }
        switch parsed {
        case .entry(let bytes):
            let hash = Merkle.leafHash(bytes)
            range.append(hash)
            pending.append(BackupCommit.Entry(bytes: bytes, leafHash: hash, disclosures: []))
            return nil
        case .disclosure(let field, let person, let text):
            guard !pending.isEmpty else { throw .malformed(line: line) }
            pending[pending.count - 1].disclosures.append((field, person, text))
            return nil
        case .checkpoint(let note): return .commit(try commit(note))
        case .cosignature(let size, let line):
            guard pending.isEmpty, size <= range.size else { throw .malformed(line: self.line) }
            return .cosignature(size: size, line: line)
        case .end(let from, let to, let cosigning):
            guard from == start else { throw .gap(from: from, expected: start) }
            guard pending.isEmpty, to == range.size else { throw .malformed(line: line) }
            self.cosigning = cosigning
            isEnded = true
            return nil
        }
    }

    /// What a line was.
    public enum Finding: Sendable {
        /// The end of a commit.
        case commit(BackupCommit)
        /// A witness's signature line on the checkpoint of a size.
        case cosignature(size: UInt64, line: [UInt8])
    }

    /// Ends a file.
    public mutating func endFile() throws(BackupFault) {
        guard isInFile, isEnded else { throw .unfinished }
        isInFile = false
    }

    private mutating func begin() {
        isInFile = true
        isEnded = false
        line = 0
        start = range.size
    }

    private mutating func commit(_ note: [UInt8]) throws(BackupFault) -> BackupCommit {
        guard !pending.isEmpty else { throw .malformed(line: line) }
        let checkpoint = try open(note)
        guard checkpoint.size == range.size, checkpoint.root == range.root else {
            throw .altered(upTo: range.size)
        }
        defer { pending = [] }
        return BackupCommit(entries: pending, checkpoint: checkpoint, note: note)
    }

    private func open(_ note: [UInt8]) throws(BackupFault) -> Checkpoint {
        let parsed: SignedNote
        do { parsed = try SignedNote(parsing: note) } catch { throw .malformed(line: line) }
        do {
            return try VerifiedCheckpoint(opening: parsed, logs: [key], witnesses: []).checkpoint
        } catch { throw .unsigned(upTo: range.size, error) }
    }
}
