// SPDX-License-Identifier: Apache-2.0

/// What a log commits to: its size and root (C2SP tlog-checkpoint v1.0.0). As a note text:
///
///     <origin, which is the name of the log's key><LF>
///     <size, decimal><LF>
///     <base64 of the 32 byte root><LF>
///     [extension lines, not empty, each with LF]
///
/// We write no extension lines and keep those that we read, since cosignatures cover the whole text.
public struct Checkpoint: Hashable, Sendable {
    /// The log's name.
    public let origin: KeyName
    /// The number of leaves, below 2^63.
    public let size: UInt64
    /// The root of the tree of that size.
    public let root: Digest
    /// Further lines without their LF; opaque.
    public let extensions: [[UInt8]]

    /// Describes a tree.
    ///
    /// - Throws: ``CheckpointError/invalidSize`` or ``CheckpointError/wrongEmptyRoot``.
    public init(origin: KeyName, size: UInt64, root: Digest) throws(CheckpointError) {
        try self.init(origin: origin, size: size, root: root, extensions: [])
    }

    private init(
        origin: KeyName,
        size: UInt64,
        root: Digest,
        extensions: [[UInt8]]
    ) throws(CheckpointError) {
        guard size <= Merkle.maximumSize else { throw .invalidSize }
        guard size > 0 || root == Merkle.emptyRoot else { throw .wrongEmptyRoot }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads a note text, which must have been verified before.
    public init(text: [UInt8]) throws(CheckpointError) {
        var lines = Lines(text)
        guard let first = lines.next(), let second = lines.next(), let third = lines.next() else {
            throw .malformed
        }
        guard let origin = KeyName(bytes: first) else { throw .invalidOrigin }
        guard let size = DecimalText.parse(second) else { throw .invalidSize }
        guard let bytes = Base64.standard.decode(third), let root = Digest(bytes: bytes) else {
            throw .invalidRoot
        }
        var extensions: [[UInt8]] = []
        while let line = lines.next() {
            guard !line.isEmpty else { throw .malformed }
            extensions.append(Array(line))
        }
        guard lines.isAtEnd else { throw .malformed }
        try self.init(origin: origin, size: size, root: root, extensions: extensions)
    }

    /// The note text, to the byte what was read.
    public var text: [UInt8] {
        var text = Array("\(origin)\n\(size)\n\(root.base64)\n".utf8)
        for line in extensions { text += line + [Lines.end] }
        return text
    }

    /// Signs as the log.
    ///
    /// - Throws: ``CheckpointError/wrongAlgorithm``, ``CheckpointError/wrongOrigin`` for a key of another
    ///   name, ``CheckpointError/emptyTree``, ``CheckpointError/key(_:)`` or ``CheckpointError/note(_:)``.
    public func signed(with key: SignerKey) throws(CheckpointError) -> SignedNote {
        guard key.verifierKey.algorithm == .ed25519 else { throw .wrongAlgorithm }
        guard key.verifierKey.name == origin else { throw .wrongOrigin }
        guard size > 0 else { throw .emptyTree }
        let text = text
        let signature: [UInt8]
        do throws(KeyError) { signature = try key.signature(of: text) } catch { throw .key(error) }
        let line = NoteSignature(key: key.verifierKey, signature: signature)
        do throws(NoteError) {
            return try SignedNote(text: text, signatures: [line])
        } catch {
            throw .note(error)
        }
    }
}

/// A checkpoint that its log signed, with the cosignatures of the witnesses that were asked for.
public struct VerifiedCheckpoint: Hashable, Sendable {
    /// What the log committed to.
    public let checkpoint: Checkpoint
    /// The key of the log.
    public let log: VerifierKey
    /// The cosignatures that verified, in the order of their lines.
    public let cosignatures: [Cosignature]

    /// Verifies that one of `logs` signed under its own name, and which of `witnesses` cosigned.
    ///
    /// A missing cosignature is no failure here: see ``WitnessPolicy/open(_:)``. A bad one is.
    public init(
        opening note: SignedNote,
        logs: [VerifierKey],
        witnesses: [VerifierKey] = []
    ) throws(CheckpointError) {
        let keys =
            logs.filter { $0.algorithm == .ed25519 } + witnesses.filter { $0.algorithm == .cosignature }
        let verified: VerifiedNote
        do throws(NoteError) { verified = try note.verified(by: keys) } catch { throw .note(error) }
        var signers: [VerifierKey] = []
        var cosignatures: [Cosignature] = []
        for signature in verified.signatures {
            switch signature {
            case .signature(_, by: let key): signers.append(key)
            case .cosignature(let cosignature): cosignatures.append(cosignature)
            }
        }
        guard !signers.isEmpty else { throw .noLogSignature }
        let checkpoint = try Checkpoint(text: verified.text)
        guard let log = signers.first(where: { $0.name == checkpoint.origin }) else { throw .wrongOrigin }
        self.checkpoint = checkpoint
        self.log = log
        self.cosignatures = cosignatures
    }
}
