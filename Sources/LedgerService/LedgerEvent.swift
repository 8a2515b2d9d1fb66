// SPDX-License-Identifier: Apache-2.0
public import Ledger
public import LedgerStore

/// Something that whoever runs the service wants in a log, and perhaps an alert for.
public enum LedgerEvent: Sendable {
    /// Entries of so many calls were committed together, which took so long.
    case committed([Entry], StoreHead, calls: Int, duration: Duration)
    /// A call was refused; nothing was recorded. With it the type and stream of the entry concerned, as given.
    case refused(Caller?, RecordFailure, type: String?, subject: String?)
    /// A caller may not do what it asked.
    case denied(Caller, method: String)
    /// The disk is full: entries are refused until there is space again.
    case diskFull
    /// Entries are taken again.
    case writing
    /// The host's clock is far behind the last entry: entries are refused.
    case clockBehind(now: Timestamp, last: Timestamp)
    /// Damage was found: the ledger is read-only from here on.
    case damaged(DamageMark)
    /// Memory and disk may disagree: the process must end, and starting again replays.
    case failed(StoreFailure)
    /// A witness cosigned the checkpoint of a size.
    case cosigned(size: UInt64, witness: Key)
    /// So many sealed texts of a person were erased.
    case erased(Key, count: Int)
    /// So many erased texts were found again at the start, and deleted.
    case erasedAgain(Int)
    /// A reader keeps the database's own log from being cleaned of what was erased.
    case notScrubbed
    /// The ledger has gone too long without the cosignatures that its witness policy asks for.
    case witnessesAway(WitnessStanding)
    /// It has them again, up to the checkpoint of a size; nil if they are no longer asked for.
    case witnessesBack(size: UInt64?)
    /// A verification has ended well.
    case verified(size: UInt64)
    /// The self-check has read every entry that there was when the pass began, and found all of it right.
    case selfChecked(pass: UInt64, size: UInt64)
    /// A snapshot of the state after so many entries was written.
    case snapshotWritten(size: UInt64)
    /// A snapshot could not be written: the next start takes longer, and nothing else.
    case snapshotNotWritten(SnapshotFailure)
    /// A snapshot could not be compared with the entries; that is tried again later.
    case snapshotNotChecked(SnapshotFailure)
    /// The state that a snapshot held was found to be the one that follows from the entries.
    case snapshotChecked(size: UInt64)
    /// The self-check could not read the ledger; it begins again later.
    case selfCheckFailed(StoreFailure)
}
