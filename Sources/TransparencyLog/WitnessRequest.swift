// SPDX-License-Identifier: Apache-2.0

/// Why a request to a witness could not be read.
public enum WitnessRequestError: Error, Hashable, Sendable {
    /// It has more than ``WitnessRequest/maximumBytes`` bytes.
    case tooLarge
    /// The first line is not `old` and a canonical decimal number below 2^63.
    case invalidOldSize
    /// A path line is not the base64 of 32 bytes, there are more than 63, or no blank line follows them.
    case invalidPath
    /// The checkpoint cannot be read.
    case note(NoteError)
}

/// The question to a witness whether it cosigns a checkpoint (C2SP tlog-witness v1.0.0).
///
/// It is the body of `add-checkpoint`:
///
///     old <size that the witness last cosigned, decimal; 0 if none><LF>
///     <base64 of a hash><LF>              none to 63: the consistency proof from the old size
///     <LF>
///     <the checkpoint, signed by the log>
public struct WitnessRequest: Hashable, Sendable {
    /// The most bytes read.
    public static let maximumBytes = SignedNote.maximumBytes + 4 * 1024

    private static let maximumPath = 63

    /// The size that the witness last cosigned.
    public let oldSize: UInt64
    /// The consistency path from that size to the checkpoint's.
    public let path: [Digest]
    /// The checkpoint, unverified.
    public let checkpoint: SignedNote

    /// Puts a request together; the proof must be for the checkpoint's size.
    public init(consistency: ConsistencyProof, checkpoint: SignedNote) {
        oldSize = consistency.oldSize
        path = consistency.path
        self.checkpoint = checkpoint
    }

    /// Reads a request without believing it.
    public init(parsing bytes: [UInt8]) throws(WitnessRequestError) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        var lines = Lines(bytes)
        guard let old = lines.next().flatMap({ argument(of: $0, after: "old") }).flatMap(DecimalText.parse)
        else { throw .invalidOldSize }
        oldSize = old
        guard let path = lines.untilBlank(maximum: Self.maximumPath).flatMap(digests(ofLines:)) else {
            throw .invalidPath
        }
        self.path = path
        do throws(NoteError) {
            checkpoint = try SignedNote(parsing: Array(lines.rest))
        } catch {
            throw .note(error)
        }
    }

    /// The body, to the byte what was read.
    public var bytes: [UInt8] {
        var text = "old \(oldSize)\n"
        for hash in path { text += hash.base64 + "\n" }
        return Array((text + "\n").utf8) + checkpoint.bytes
    }
}
