// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What a verifier found.
public enum Verdict: Hashable, Sendable {
    /// Every entry is the one that was signed, and none is missing up to the checkpoint.
    case verified(Confirmation)
    /// Something is wrong; the first such thing.
    case notVerified(Fault)
}

/// What was shown, and by what.
public struct Confirmation: Hashable, Sendable {
    /// The ledger's name: the checkpoint's first line.
    public let origin: String
    /// The number of entries.
    public let size: UInt64
    /// The root of the Merkle tree over them.
    public let root: Digest
    /// The size of the older checkpoint of which this is a continuation, if one was given.
    public let olderSize: UInt64?
    /// The witnesses that cosigned the checkpoint, of those whose keys were given.
    public let cosignatures: [Cosignature]
    /// The number of entries that have sealed fields; their text is not in an entries file.
    public let sealedEntries: UInt64
}

/// What is wrong, and where.
public struct Fault: Hashable, Sendable {
    /// The part that is wrong.
    public enum Place: Hashable, Sendable {
        /// The checkpoint of the export.
        case checkpoint
        /// The older checkpoint that was given to compare with.
        case olderCheckpoint
        /// An entry, by its position; with the subject that its bytes claim, if they claim one.
        case entry(UInt64, subject: String?)
        /// Entries of which some, it is not known which, are wrong.
        case entries(Range<UInt64>)
    }

    /// What is wrong there.
    public enum Reason: Hashable, Sendable {
        /// The checkpoint is malformed, or not signed by a key that was given.
        case checkpoint(CheckpointError)
        /// The bytes are not those that were signed.
        case altered
        /// Its line ends in CR LF: the file was converted.
        case converted
        /// It is absent, and so are as many as this in all.
        case missing(UInt64)
        /// Another entry, by its position, stands in its place.
        case replacedByEntry(UInt64)
        /// It is beyond the checkpoint, so nothing signed covers it.
        case beyondCheckpoint(UInt64)
        /// The file ends in the middle of it.
        case unfinished
        /// Its line is longer than an entry can be.
        case tooLong
        /// It is not what was signed before: history was rewritten since the older checkpoint.
        case rewritten(since: UInt64)
        /// The export ends before the older checkpoint of this size: its end was cut off.
        case cut(olderSize: UInt64)
        /// The two checkpoints are of different ledgers.
        case otherLedger(String)
    }

    /// The part that is wrong.
    public let place: Place
    /// What is wrong there.
    public let reason: Reason

    /// Says what is wrong, and where.
    public init(place: Place, reason: Reason) {
        self.place = place
        self.reason = reason
    }
}
