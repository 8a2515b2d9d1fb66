// SPDX-License-Identifier: Apache-2.0

/// A witness's word that, at a time, a checkpoint was the largest consistent tree it had seen of its log
/// (C2SP tlog-cosignature v1.0.1, Ed25519).
///
/// The witness signs
///
///     cosignature/v1<LF>
///     time <seconds since 1970, decimal><LF>
///     <the whole note text of the checkpoint>
///
/// and its signature line has, after the key id, the same seconds as 8 bytes, the high one first, and the 64
/// byte signature. The message does not name the witness: a key must not serve two of them, nor also be a
/// log's.
public struct Cosignature: Hashable, Sendable {
    /// The latest time that can be signed, in seconds since 1970.
    public static let maximumTimestamp = UInt64(Int64.max)

    private static let timestampBytes = 8
    private static let signatureBytes = 64

    /// The key that signed.
    public let witness: VerifierKey
    /// When the witness says it signed, in seconds since 1970-01-01T00:00:00Z.
    public let timestamp: UInt64
    /// The signature line.
    public let signature: NoteSignature

    /// Cosigns a checkpoint that the witness has found consistent with all it saw before.
    ///
    /// - Throws: ``CheckpointError/wrongAlgorithm`` for a key of another kind,
    ///   ``CheckpointError/emptyTree`` for size 0, which is never signed,
    ///   ``CheckpointError/timestampOutOfRange`` or ``CheckpointError/key(_:)``.
    public init(
        signing checkpoint: Checkpoint,
        at timestamp: UInt64,
        with key: SignerKey
    ) throws(CheckpointError) {
        guard key.verifierKey.algorithm == .cosignature else { throw .wrongAlgorithm }
        guard checkpoint.size > 0 else { throw .emptyTree }
        guard (1...Self.maximumTimestamp).contains(timestamp) else { throw .timestampOutOfRange }
        let message = Self.message(timestamp: timestamp, text: checkpoint.text)
        let signature: [UInt8]
        do throws(KeyError) { signature = try key.signature(of: message) } catch { throw .key(error) }
        witness = key.verifierKey
        self.timestamp = timestamp
        self.signature = NoteSignature(
            key: key.verifierKey,
            signature: bigEndianBytes(of: timestamp) + signature
        )
    }

    /// Verifies a line by one witness on the note text of a checkpoint.
    ///
    /// - Throws: ``NoteError/badSignature(_:_:)`` if the line is not this witness's or does not verify.
    public init(
        verifying line: NoteSignature,
        by witness: VerifierKey,
        on text: [UInt8]
    ) throws(NoteError) {
        let payload = line.signature
        guard witness.algorithm == .cosignature, line.name == witness.name, line.id == witness.id,
            payload.count == Self.timestampBytes + Self.signatureBytes
        else { throw .badSignature(line.name, line.id) }
        let timestamp = payload.prefix(Self.timestampBytes).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard timestamp <= Self.maximumTimestamp,
            witness.verifies(
                payload.dropFirst(Self.timestampBytes),
                of: Self.message(timestamp: timestamp, text: text)
            )
        else { throw .badSignature(line.name, line.id) }
        self.witness = witness
        self.timestamp = timestamp
        self.signature = line
    }

    private static func message(timestamp: UInt64, text: [UInt8]) -> [UInt8] {
        Array("cosignature/v1\ntime \(timestamp)\n".utf8) + text
    }
}
