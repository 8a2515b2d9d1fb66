// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What is wrong with a pack: the first such thing.
public struct PackFault: Hashable, Sendable {
    /// The first entry that is not what it should be, where one can be named.
    public let position: UInt64?
    /// What is wrong.
    public let reason: Reason

    /// What can be wrong.
    public enum Reason: Hashable, Sendable {
        /// The archive is not as packs are, and why.
        case archive(TarFault)
        /// A file is not there.
        case missing(String)
        /// A file cannot be read as what it is.
        case malformed(String)
        /// A file stands where none belongs.
        case stray(String)
        /// A checkpoint, by its path, is not signed as it must be.
        case checkpoint(String, CheckpointError)
        /// The older checkpoint is of another ledger.
        case otherLedger(String)
        /// The older checkpoint has more entries.
        case cut(olderSize: UInt64)
        /// The entries of the older checkpoint are not the first of these.
        case rewritten(since: UInt64)
        /// An entry is not the one that was signed.
        case altered
        /// Another entry stands in its place.
        case replaced(by: UInt64)
        /// The entries are as they were signed, but its hash in a tile is not.
        case hashAltered
        /// Neither entries nor tiles are those that were signed.
        case otherTree
        /// A tile does not follow from those below it.
        case tileAltered(String)
        /// An entry is not in `entries.jsonl`.
        case notListed
        /// A line of `entries.jsonl` is beyond the last entry.
        case beyond
        /// A line of `entries.jsonl` is no entry, or not in its order.
        case disordered
        /// A stream has a gap before an entry.
        case gap(String)
        /// An entry on its own, or its proof, by its path, is not what it should be.
        case unproven(String)
        /// A sealed text, by its name, was altered.
        case sealedAltered(String)
        /// Nothing is said of a sealed text.
        case sealedMissing(String)
        /// A sealed text is said to be erased, and no entry says so.
        case notErased(String)
        /// A sealed text is shown that an entry erased.
        case shownErased(String, by: UInt64)
        /// A line of `disclosures.jsonl` belongs to no sealed text.
        case sealedStray
        /// What the manifest says of this is not so.
        case manifest(String)
        /// What records the pack is not what it should be, in this.
        case record(String)
        /// There is nothing that records the pack, and the manifest does not say so.
        case unrecorded
        /// A file is not the one that the manifest lists.
        case fileAltered(String)
        /// A file is there that the manifest does not list.
        case fileUnlisted(String)
        /// The pack does not continue the one that the receiver had before.
        case previous
    }
}

/// Why an archive is not one as packs are.
public enum TarFault: Hashable, Sendable {
    /// A block that should begin a file does not.
    case notTar
    /// The checksum of a block is wrong.
    case checksum
    /// Something that is no regular file.
    case notAFile(String)
    /// A path stands twice.
    case twice(String)
    /// A path that no pack has.
    case unknown(String)
    /// It ends in the middle.
    case cutOff
    /// There is more after its end.
    case trailing
    /// It has more files than a pack can have.
    case tooMany
}
