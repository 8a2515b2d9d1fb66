// SPDX-License-Identifier: Apache-2.0

/// A note with signatures that have not been verified (C2SP signed-note v1.0.0).
///
///     <text, which ends in LF and may have blank lines>
///     <LF>
///     <one or more signature lines, see NoteSignature>
///
/// The whole is UTF-8 without control characters other than LF; the last blank line parts the text from the
/// signatures. The text cannot be had from here: only ``verified(by:)`` gives it out.
public struct SignedNote: Hashable, Sendable {
    /// The most bytes read.
    ///
    /// A post-quantum signature line has over 3,000 and sixteen must fit.
    public static let maximumBytes = 128 * 1024
    /// The most signature lines read.
    public static let maximumSignatures = 100

    private let text: [UInt8]

    /// The signature lines in their order, unverified.
    public let signatures: [NoteSignature]

    /// Reads a note without believing it.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        guard Self.isValid(bytes) else { throw .invalidText }
        guard let blank = Self.lastBlankLine(of: bytes) else { throw .noSignatures }
        text = Array(bytes[..<blank])
        signatures = try NoteSignature.parse(bytes[(blank + 1)...])
    }

    /// Puts signatures under a text.
    public init(text: [UInt8], signatures: [NoteSignature]) throws(NoteError) {
        guard Self.isValid(text) else { throw .invalidText }
        guard text.last == Lines.end, !signatures.isEmpty else { throw .noSignatures }
        guard signatures.count <= Self.maximumSignatures else { throw .tooManySignatures }
        self.text = text
        self.signatures = signatures
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
    }

    /// The note with more signature lines at its end; lines that it has already are not repeated.
    public func adding(_ more: [NoteSignature]) throws(NoteError) -> SignedNote {
        try SignedNote(text: text, signatures: signatures + more.filter { !signatures.contains($0) })
    }

    /// The note as it is stored and sent, to the byte what was read.
    public var bytes: [UInt8] {
        var bytes = text
        bytes.append(Lines.end)
        for signature in signatures { bytes += signature.line }
        return bytes
    }

    /// Verifies the lines of the given keys and gives out the text.
    ///
    /// Lines of other keys are ignored. One bad line in the name of a given key refuses the whole note.
    ///
    /// - Throws: ``NoteError/ambiguousKey(_:_:)``, ``NoteError/badSignature(_:_:)`` or
    ///   ``NoteError/noKnownSignature``.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> VerifiedNote {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            let candidates = keys.filter { $0.name == signature.name && $0.id == signature.id }
            guard let key = candidates.first else { continue }
            guard candidates.allSatisfy({ $0 == key }) else { throw .ambiguousKey(key.name, key.id) }
            verified.append(try VerifiedSignature(verifying: signature, by: key, on: text))
        }
        guard !verified.isEmpty else { throw .noKnownSignature }
        return VerifiedNote(text: text, signatures: verified)
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == Lines.end } && String(validating: bytes, as: UTF8.self) != nil
    }

    /// Where the LF is that makes up the last blank line.
    private static func lastBlankLine(of bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == Lines.end && bytes[$0 - 1] == Lines.end }
    }
}

/// The text of a note that at least one of the keys asked for has signed.
public struct VerifiedNote: Hashable, Sendable {
    /// The signed bytes, LF at the end included.
    public let text: [UInt8]
    /// The signatures that were verified, in the order of their lines; at least one.
    public let signatures: [VerifiedSignature]

    fileprivate init(text: [UInt8], signatures: [VerifiedSignature]) {
        self.text = text
        self.signatures = signatures
    }
}

/// A signature line that was verified.
public enum VerifiedSignature: Hashable, Sendable {
    /// A plain Ed25519 signature over the note text.
    case signature(NoteSignature, by: VerifierKey)
    /// A witness's cosignature.
    case cosignature(Cosignature)

    fileprivate init(
        verifying signature: NoteSignature,
        by key: VerifierKey,
        on text: [UInt8]
    ) throws(NoteError) {
        switch key.algorithm {
        case .ed25519:
            guard key.verifies(signature.signature, of: text) else {
                throw .badSignature(signature.name, signature.id)
            }
            self = .signature(signature, by: key)
        case .cosignature:
            self = .cosignature(try Cosignature(verifying: signature, by: key, on: text))
        }
    }

    /// The key that signed.
    public var key: VerifierKey {
        switch self {
        case .signature(_, by: let key): key
        case .cosignature(let cosignature): cosignature.witness
        }
    }
}
