// SPDX-License-Identifier: Apache-2.0

/// Why a witness does not cosign.
public enum CosigningRefusal: Error, Hashable, Sendable {
    /// The checkpoint is not one that the log signed.
    case checkpoint(CheckpointError)
    /// The proof does not begin at the size that the witness last cosigned, which this is.
    case beginsElsewhere(remembered: UInt64)
    /// The log has shrunk: it shows fewer entries than the witness has seen.
    case rolledBack(remembered: UInt64, shown: UInt64)
    /// The log tells another story: what the witness has seen is not the beginning of what is shown.
    case forked(remembered: UInt64, shown: UInt64)
    /// Its own key does not sign.
    case signing(CheckpointError)

    /// Whether it shows that the log's history was changed, and not that something is missing or broken.
    public var isEvidence: Bool {
        switch self {
        case .rolledBack, .forked: true
        case .checkpoint, .beginsElsewhere, .signing: false
        }
    }
}

/// What a witness has seen of a log: the largest checkpoint that it cosigned (C2SP tlog-witness v1.0.0).
///
/// A witness is worth what its memory is worth: it must be durable before the cosignature leaves the witness.
public struct WitnessMemory: Hashable, Sendable {
    /// The log's key.
    public let log: VerifierKey
    /// The checkpoint; nil for a log never seen.
    public let seen: Checkpoint?

    /// A witness that has seen nothing of a log.
    public init(of log: VerifierKey) {
        self.log = log
        seen = nil
    }

    /// What a witness kept: the note that it last cosigned, which the log must have signed.
    public init(of log: VerifierKey, note: SignedNote) throws(CheckpointError) {
        self.log = log
        seen = try VerifiedCheckpoint(opening: note, logs: [log]).checkpoint
    }

    /// The size up to which the log was seen: where a proof must begin.
    public var size: UInt64 { seen?.size ?? 0 }

    /// Cosigns a checkpoint if it continues what was seen.
    ///
    /// - Parameters:
    ///   - request: the checkpoint, with the proof from ``size``.
    ///   - timestamp: now, in seconds since 1970.
    ///   - key: the witness's key, of the type cosignature/v1.
    /// - Returns: the note with the log's signature and the witness's: what is to be remembered, and handed over.
    /// - Throws: why it is not cosigned; nothing is to be remembered then.
    public func cosign(
        _ request: WitnessRequest,
        at timestamp: UInt64,
        with key: SignerKey
    ) throws(CosigningRefusal) -> SignedNote {
        let shown: VerifiedCheckpoint
        do throws(CheckpointError) {
            shown = try VerifiedCheckpoint(opening: request.checkpoint, logs: [log])
        } catch { throw .checkpoint(error) }
        guard shown.checkpoint.size >= size else {
            throw .rolledBack(remembered: size, shown: shown.checkpoint.size)
        }
        // Before the size of the proof is looked at: two roots of one size need no proof.
        if let seen, seen.size == shown.checkpoint.size, seen.root != shown.checkpoint.root {
            throw .forked(remembered: seen.size, shown: shown.checkpoint.size)
        }
        guard request.oldSize == size else { throw .beginsElsewhere(remembered: size) }
        let proof = ConsistencyProof(oldSize: size, newSize: shown.checkpoint.size, path: request.path)
        do throws(ProofError) {
            try proof.verify(oldRoot: seen?.root ?? Merkle.emptyRoot, newRoot: shown.checkpoint.root)
        } catch { throw .forked(remembered: size, shown: shown.checkpoint.size) }
        do throws(CheckpointError) {
            let cosignature = try Cosignature(signing: shown.checkpoint, at: timestamp, with: key)
            let own = request.checkpoint.signatures.filter { $0.name == log.name && $0.id == log.id }
            do throws(NoteError) {
                return try SignedNote(text: shown.checkpoint.text, signatures: own + [cosignature.signature])
            } catch { throw CheckpointError.note(error) }
        } catch { throw .signing(error) }
    }
}
