// SPDX-License-Identifier: Apache-2.0

/// One signature line of a signed note, whose signature nobody has checked.
///
///     — <key name> <base64(4 byte key id || signature)>
///
/// It starts with U+2014 (e2 80 94) and a space, and ends with LF.
public struct NoteSignature: Hashable, Sendable {
    private static let prefix = Array("\u{2014} ".utf8)

    /// The name of the key that is said to have signed.
    public let name: KeyName
    /// The id of that key.
    public let id: KeyID
    /// What follows the key id; its form is up to the key's algorithm.
    public let signature: [UInt8]

    /// Puts a line together.
    init(key: VerifierKey, signature: [UInt8]) {
        self.name = key.name
        self.id = key.id
        self.signature = signature
    }

    /// Reads a line without its LF; nil if it has not the form.
    public init?(line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.prefix) else { return nil }
        let parts = line.dropFirst(Self.prefix.count).split(
            separator: UInt8(ascii: " "),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, let name = KeyName(bytes: parts[0]),
            let blob = Base64.standard.decode(parts[1]), let id = KeyID(leading: blob),
            blob.count > KeyID.byteCount
        else { return nil }
        self.name = name
        self.id = id
        self.signature = Array(blob.dropFirst(KeyID.byteCount))
    }

    /// Reads one or more lines, such as the answer of a witness (C2SP tlog-witness) or the end of a note.
    ///
    /// - Throws: ``NoteError/tooLarge``, ``NoteError/noSignatures``, ``NoteError/tooManySignatures`` or
    ///   ``NoteError/malformedSignature(line:)``.
    public static func parse(lines bytes: [UInt8]) throws(NoteError) -> [NoteSignature] {
        guard bytes.count <= SignedNote.maximumBytes else { throw .tooLarge }
        return try parse(bytes[...])
    }

    static func parse(_ bytes: ArraySlice<UInt8>) throws(NoteError) -> [NoteSignature] {
        var lines = Lines(bytes)
        var signatures: [NoteSignature] = []
        while let line = lines.next() {
            guard signatures.count < SignedNote.maximumSignatures else { throw .tooManySignatures }
            guard let signature = NoteSignature(line: line) else {
                throw .malformedSignature(line: signatures.count + 1)
            }
            signatures.append(signature)
        }
        guard lines.isAtEnd else { throw .malformedSignature(line: signatures.count + 1) }
        guard !signatures.isEmpty else { throw .noSignatures }
        return signatures
    }

    /// What every line by a key begins with: the name, and as much of the base64 as the id alone decides, which is
    /// 30 of its 32 bits.
    public static func lineStart(of key: VerifierKey) -> [UInt8] {
        prefix + Array("\(key.name) \(Base64.standard.encode(key.id.bytes).prefix(5))".utf8)
    }

    /// The line with its LF.
    public var line: [UInt8] {
        Self.prefix + Array("\(name) \(Base64.standard.encode(id.bytes + signature))\n".utf8)
    }
}
