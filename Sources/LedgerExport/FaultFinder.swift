// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Finds the first entry that is wrong, once it is known that one is.
///
/// With proven leaf hashes it compares them, and is exact. Without, it can only hold each entry to what it
/// says of itself: canonical JSON, its sequence and its source; when these are right everywhere, it says
/// between which positions the fault lies.
struct FaultFinder {
    private static let sequenceDigits = 16
    /// The longest subject: a kind, a slash and a key of 64.
    private static let subjectBytes = 128

    private let checkpoint: Checkpoint
    private let hashes: LeafHashList?
    private let soundBefore: UInt64
    private var position: UInt64 = 0
    private(set) var fault: Fault?

    init(checkpoint: Checkpoint, hashes: LeafHashList?, soundBefore: UInt64) {
        self.checkpoint = checkpoint
        self.hashes = hashes
        self.soundBefore = soundBefore
    }

    mutating func read(_ line: [UInt8]) {
        guard fault == nil else { return }
        if position >= soundBefore, let reason = reason(line) {
            let subject = reason == .altered ? Self.claims(line)?.subject : nil
            fault = Fault(place: .entry(position, subject: subject), reason: reason)
        }
        position += 1
    }

    /// The fault, now that the file has ended.
    func conclude(_ ending: EntryLines.Ending) -> Fault {
        if let fault { return fault }
        switch ending {
        case .unfinished: return Fault(place: .entry(position, subject: nil), reason: .unfinished)
        case .tooLong: return Fault(place: .entry(position, subject: nil), reason: .tooLong)
        case .complete: break
        }
        if position < checkpoint.size {
            return Fault(place: .entry(position, subject: nil), reason: .missing(checkpoint.size - position))
        }
        return Fault(place: .entries(soundBefore..<checkpoint.size), reason: .altered)
    }

    private func reason(_ line: [UInt8]) -> Fault.Reason? {
        guard position < checkpoint.size else { return .beyondCheckpoint(checkpoint.size) }
        guard let hashes else { return claimedReason(line) }
        let hash = Merkle.leafHash(line)
        guard hash != hashes[position] else { return nil }
        if let other = hashes.position(of: hash) { return .replacedByEntry(other) }
        if line.last == 0x0D, Merkle.leafHash(line.dropLast()) == hashes[position] { return .converted }
        return .altered
    }

    /// What the entry's own words show to be wrong.
    private func claimedReason(_ line: [UInt8]) -> Fault.Reason? {
        guard JSON.isCanonical(line), let claims = Self.claims(line) else {
            return line.last == 0x0D ? .converted : .altered
        }
        guard claims.source == "urn:jvledger:\(checkpoint.origin.text)" else { return .altered }
        guard let sequence = claims.sequence else { return .altered }
        return sequence == position ? nil : .replacedByEntry(sequence)
    }

    private struct Claims {
        let subject: String?
        let source: String?
        let sequence: UInt64?
    }

    /// Whether a text from unbelieved bytes can be shown: printable ASCII, as every subject is.
    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.count <= subjectBytes && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func claims(_ line: [UInt8]) -> Claims? {
        guard let object = (try? JSON(parsing: line))?.object else { return nil }
        let sequence = object["sequence"]?.text
        let subject = object["subject"]?.text
        return Claims(
            subject: subject.flatMap { Self.isPrintable($0) ? $0 : nil },
            source: object["source"]?.text,
            sequence: sequence.flatMap { $0.utf8.count == sequenceDigits ? UInt64($0) : nil }
        )
    }
}

extension Merkle {
    /// The hash of one entry's bytes.
    fileprivate static func leafHash(_ bytes: ArraySlice<UInt8>) -> Digest { leafHash(Array(bytes)) }
}
