// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

extension Verdict {
    /// The verdict as a person reads it, one statement a line: what is shown, and what is not shown even so.
    public var lines: [String] {
        switch self {
        case .verified(let confirmation): confirmation.lines
        case .notVerified(let fault): ["NOT VERIFIED  \(fault)"]
        }
    }
}

extension Confirmation {
    fileprivate var lines: [String] {
        let entries = size == 1 ? "1 entry" : "\(size) entries"
        var lines = ["VERIFIED   \(entries), unaltered, none missing up to checkpoint \(size)"]
        if let olderSize {
            lines.append("VERIFIED   nothing rewritten since checkpoint \(olderSize)")
        }
        for cosignature in cosignatures {
            let time = UnixTime.text(cosignature.timestamp)
            lines.append("VERIFIED   cosigned by \(cosignature.witness.name) at \(time)")
        }
        if cosignatures.isEmpty {
            lines.append("NOT SHOWN  no partner cosigned: the operator could have rewritten it earlier")
        }
        if olderSize == nil {
            lines.append(
                "NOT SHOWN  whether it continues what you saw before: give that checkpoint with --since"
            )
        }
        if sealedEntries > 0 {
            let texts = sealedEntries == 1 ? "1 entry" : "\(sealedEntries) entries"
            lines.append("NOT SHOWN  the sealed texts of \(texts): only their digests are in this file")
        }
        return lines
    }
}

extension Fault: CustomStringConvertible {
    public var description: String { "\(place): \(reason)" }
}

extension Fault.Place: CustomStringConvertible {
    public var description: String {
        switch self {
        case .checkpoint: "the checkpoint"
        case .olderCheckpoint: "the older checkpoint"
        case .entry(let position, let subject?): "entry \(position) (\(subject))"
        case .entry(let position, nil): "entry \(position)"
        case .entries(let range) where range.count == 1: "entry \(range.lowerBound)"
        case .entries(let range) where range.isEmpty: "the entries"
        case .entries(let range): "one or more of entries \(range.lowerBound)-\(range.upperBound - 1)"
        }
    }
}

extension Fault.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .checkpoint(let error): error.words
        case .altered: "not the bytes that were signed"
        case .converted: "not the bytes that were signed: the file was converted to lines that end in CR LF"
        case .missing(let count):
            count == 1 ? "missing, the last that was signed" : "missing, as are all \(count) from here on"
        case .replacedByEntry(let other): "entry \(other) stands in its place"
        case .beyondCheckpoint(let size): "beyond checkpoint \(size), so nothing signed covers it"
        case .unfinished: "the file ends in the middle of it"
        case .tooLong: "longer than an entry can be (\(EntryLines.maximumBytes) bytes)"
        case .rewritten(let size): "not what was signed at checkpoint \(size): history was rewritten since"
        case .cut(let size): "missing, though checkpoint \(size) has them: the end was cut off"
        case .otherLedger(let origin): "it is of another ledger, \(origin)"
        }
    }
}

extension CheckpointError {
    /// What is wrong with a checkpoint, in words.
    var words: String {
        switch self {
        case .note(.noKnownSignature), .noLogSignature: "not signed with the key that was given"
        case .note(.badSignature(let name, let id)): "the signature of \(name) (\(id)) does not fit the text"
        case .note(.ambiguousKey(let name, let id)): "two different keys are called \(name) (\(id))"
        case .note(.tooLarge), .note(.tooManySignatures): "longer than a checkpoint can be"
        case .note(.invalidText), .note(.noSignatures), .note(.malformedSignature): "not a signed note"
        case .malformed, .invalidOrigin, .invalidSize, .invalidRoot, .wrongEmptyRoot: "not a checkpoint"
        case .wrongOrigin: "signed by a key of another ledger"
        case .wrongAlgorithm, .key: "the key cannot verify it"
        case .emptyTree: "of an empty ledger, which is never signed"
        case .timestampOutOfRange: "a cosignature has an impossible time"
        case .noQuorum: "cosigned by too few"
        }
    }
}
