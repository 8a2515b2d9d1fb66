// SPDX-License-Identifier: Apache-2.0

/// Why a transparency proof was refused.
public enum TransparencyProofError: Error, Hashable, Sendable {
    /// The file has more than ``TransparencyProof/maximumBytes`` bytes.
    case tooLarge
    /// The first line is not that of version 1.
    case unknownFormat
    /// The extra line is not canonical base64 or has more than ``TransparencyProof/maximumExtraBytes``.
    case invalidExtra
    /// The index line is missing or not a canonical decimal number below 2^63.
    case invalidIndex
    /// A path line is not the base64 of 32 bytes, there are too many, or no blank line follows them.
    case invalidPath
    /// The checkpoint cannot be read, or is not signed as it must be.
    case checkpoint(CheckpointError)
    /// The path does not lead from the leaf to the checkpoint's root.
    case inclusion(ProofError)
}

/// The proof, complete in itself, that a log has an entry (C2SP tlog-proof v1).
///
/// It is kept in a file with the extension `.tlog-proof`:
///
///     c2sp.org/tlog-proof@v1<LF>
///     extra <base64><LF>                  optional; opaque and unauthenticated
///     index <decimal><LF>
///     <base64 of a hash><LF>              none or more, the leaf's sibling first
///     <LF>
///     <the signed checkpoint>
///
/// The entry's bytes are not in it. The size of the tree is that of the checkpoint, once it is verified.
public struct TransparencyProof: Hashable, Sendable {
    /// The most bytes of extra data; with more, other implementations cannot read the line.
    public static let maximumExtraBytes = 49_000
    /// The most bytes read: the parts at their largest.
    public static let maximumBytes = SignedNote.maximumBytes + 72 * 1024

    private static let header = "c2sp.org/tlog-proof@v1"
    private static let maximumPath = 63

    /// Opaque data that nothing authenticates; nil without the line.
    public let extra: [UInt8]?
    /// The entry's place in the log, from 0.
    public let index: UInt64
    /// The inclusion path, the leaf's sibling first.
    public let path: [Digest]
    /// The checkpoint, unverified.
    public let checkpoint: SignedNote

    /// Puts a proof together; the inclusion proof must be for the checkpoint's size.
    public init(inclusion: InclusionProof, checkpoint: SignedNote) {
        extra = nil
        index = inclusion.index
        path = inclusion.path
        self.checkpoint = checkpoint
    }

    /// Reads a proof without believing it.
    public init(parsing bytes: [UInt8]) throws(TransparencyProofError) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        var lines = Lines(bytes)
        guard let first = lines.next(), first.elementsEqual(Self.header.utf8) else { throw .unknownFormat }
        var line = lines.next()
        if let text = line.flatMap({ argument(of: $0, after: "extra") }) {
            guard let extra = Base64.standard.decode(text), extra.count <= Self.maximumExtraBytes else {
                throw .invalidExtra
            }
            self.extra = extra
            line = lines.next()
        } else {
            extra = nil
        }
        guard let index = line.flatMap({ argument(of: $0, after: "index") }).flatMap(DecimalText.parse) else {
            throw .invalidIndex
        }
        self.index = index
        guard let path = lines.untilBlank(maximum: Self.maximumPath).flatMap(digests(ofLines:)) else {
            throw .invalidPath
        }
        self.path = path
        do throws(NoteError) {
            checkpoint = try SignedNote(parsing: Array(lines.rest))
        } catch {
            throw .checkpoint(.note(error))
        }
    }

    /// The file, to the byte what was read.
    public var bytes: [UInt8] {
        var text = Self.header + "\n"
        if let extra { text += "extra \(Base64.standard.encode(extra))\n" }
        text += "index \(index)\n"
        for hash in path { text += hash.base64 + "\n" }
        return Array((text + "\n").utf8) + checkpoint.bytes
    }

    /// Accepts the proof only if `leaf` is the entry at ``index`` of a log of the policy, witnessed as it
    /// wants.
    ///
    /// - Returns: the checkpoint that proves it.
    public func verify(
        leaf: [UInt8],
        policy: WitnessPolicy
    ) throws(TransparencyProofError) -> VerifiedCheckpoint {
        let opened: VerifiedCheckpoint
        do throws(CheckpointError) { opened = try policy.open(checkpoint) } catch { throw .checkpoint(error) }
        let proof = InclusionProof(index: index, size: opened.checkpoint.size, path: path)
        do throws(ProofError) {
            try proof.verify(leafHash: Merkle.leafHash(leaf), root: opened.checkpoint.root)
        } catch {
            throw .inclusion(error)
        }
        return opened
    }
}
