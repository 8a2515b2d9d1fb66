// SPDX-License-Identifier: Apache-2.0
import Glibc
public import TransparencyLog

/// Checks an export against a public key, without the ledger that made it.
///
/// What is believed is the key alone. Every byte of every line is hashed as a leaf of RFC 6962 section 2.1,
/// the root of all lines must be the one in the checkpoint, and the checkpoint must be signed. What entries
/// say of themselves (their sequence, their subject) is never believed: it serves to say where something is
/// wrong, once that is known.
public struct ExportVerifier: Sendable {
    /// The keys of the ledger.
    private let logs: [VerifierKey]
    /// The keys of witnesses.
    private let witnesses: [VerifierKey]

    /// Believes these keys: those of the type Ed25519 are the ledger's, cosignature keys are witnesses'.
    public init(keys: [VerifierKey]) {
        logs = keys.filter { $0.algorithm == .ed25519 }
        witnesses = keys.filter { $0.algorithm == .cosignature }
    }

    /// Verifies the entries of an export under the signed note that goes with them.
    ///
    /// The export must also be a continuation of the tree in `older`, a checkpoint that was had earlier, if
    /// there is one. Throws what `source` throws; then nothing is known.
    public func verify<Source: ExportSource>(
        checkpoint: [UInt8],
        older: [UInt8]? = nil,
        source: Source
    ) throws(Source.Failure) -> Verdict {
        let opened: VerifiedCheckpoint
        do { opened = try open(checkpoint) } catch {
            return .notVerified(Fault(place: .checkpoint, reason: .checkpoint(error)))
        }
        var olderCheckpoint: Checkpoint?
        if let older {
            do { olderCheckpoint = try open(older).checkpoint } catch {
                return .notVerified(Fault(place: .olderCheckpoint, reason: .checkpoint(error)))
            }
        }
        let current = opened.checkpoint
        if let fault = Self.fault(of: current, since: olderCheckpoint) { return .notVerified(fault) }

        var tally = Tally(olderSize: olderCheckpoint?.size)
        var lines = EntryLines()
        try source.readEntries { bytes in lines.read(bytes) { tally.append($0) } }
        guard lines.ending == .complete, tally.range.size == current.size, tally.range.root == current.root
        else {
            return .notVerified(try locate(current, olderCheckpoint, tally, source))
        }
        if let olderCheckpoint, tally.olderRoot != olderCheckpoint.root {
            let reason = Fault.Reason.rewritten(since: olderCheckpoint.size)
            return .notVerified(Fault(place: .entries(0..<olderCheckpoint.size), reason: reason))
        }
        let confirmation = Confirmation(
            origin: current.origin.text,
            size: current.size,
            root: current.root,
            olderSize: olderCheckpoint?.size,
            cosignatures: opened.cosignatures,
            sealedEntries: tally.sealedEntries
        )
        return .verified(confirmation)
    }

    private func open(_ bytes: [UInt8]) throws(CheckpointError) -> VerifiedCheckpoint {
        let note: SignedNote
        do { note = try SignedNote(parsing: bytes) } catch { throw .note(error) }
        return try VerifiedCheckpoint(opening: note, logs: logs, witnesses: witnesses)
    }

    /// What the two checkpoints alone show to be wrong.
    private static func fault(of current: Checkpoint, since older: Checkpoint?) -> Fault? {
        guard let older else { return nil }
        guard older.origin == current.origin else {
            return Fault(place: .olderCheckpoint, reason: .otherLedger(older.origin.text))
        }
        guard older.size <= current.size else {
            return Fault(
                place: .entries(current.size..<older.size),
                reason: .cut(olderSize: older.size)
            )
        }
        return nil
    }

    /// Reads everything again to find the first entry that is wrong.
    private func locate<Source: ExportSource>(
        _ checkpoint: Checkpoint,
        _ older: Checkpoint?,
        _ tally: Tally,
        _ source: Source
    ) throws(Source.Failure) -> Fault {
        let hashes = try source.leafHashes().flatMap { LeafHashList(bytes: $0, provenBy: checkpoint) }
        // What an older checkpoint proves to be right need not be searched.
        let sound = older.flatMap { $0.root == tally.olderRoot ? $0.size : nil } ?? 0
        var finder = FaultFinder(checkpoint: checkpoint, hashes: hashes, soundBefore: sound)
        var lines = EntryLines()
        try source.readEntries { bytes in
            lines.read(bytes) { finder.read($0) } && finder.fault == nil
        }
        return finder.conclude(lines.ending)
    }
}

/// The tree over the lines so far.
private struct Tally {
    private static let sealMark = Array("\"_sd\":[".utf8)

    private let olderSize: UInt64?
    private(set) var range = CompactRange()
    private(set) var olderRoot: Digest?
    private(set) var sealedEntries: UInt64 = 0

    init(olderSize: UInt64?) { self.olderSize = olderSize }

    mutating func append(_ line: [UInt8]) {
        range.append(Merkle.leafHash(line))
        if range.size == olderSize { olderRoot = range.root }
        if Self.isSealed(line) { sealedEntries += 1 }
    }

    /// Whether an entry has digests of sealed fields; within a text the quotation marks would be escaped.
    private static func isSealed(_ line: [UInt8]) -> Bool {
        line.withUnsafeBytes { bytes in
            guard var start = bytes.baseAddress else { return false }
            let end = start + bytes.count
            // The underscore of the mark is rare, so most lines are done with in one search.
            while let found = memchr(start, Int32(sealMark[1]), end - start) {
                let mark = UnsafeRawPointer(found) - 1
                if mark >= bytes.baseAddress ?? mark, end - mark >= sealMark.count,
                    memcmp(mark, sealMark, sealMark.count) == 0
                {
                    return true
                }
                start = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
