// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// A public key with its name, as signed-note verifier keys (vkey) write it.
///
///     <name>+<key id, 8 lowercase hexadecimal digits>+<base64(type byte || 32 byte Ed25519 public key)>
///
/// The text is split at the first two `+`, as base64 may have more. It is read strictly: the id must be the
/// one computed from the rest, so a damaged key is refused when it is loaded and not when it is first needed.
public struct VerifierKey: Hashable, Sendable {
    static let publicKeyBytes = 32

    /// The key's name; a log's origin.
    public let name: KeyName
    /// The id that goes with the name.
    public let id: KeyID
    /// How the key signs.
    public let algorithm: SignatureAlgorithm
    /// The Ed25519 public key, 32 bytes (RFC 8032 section 5.1.2).
    public let publicKey: [UInt8]

    /// Puts a key together from its parts.
    ///
    /// - Throws: ``KeyError/wrongLength`` or ``KeyError/invalidKey``.
    public init(name: KeyName, algorithm: SignatureAlgorithm, publicKey: [UInt8]) throws(KeyError) {
        guard publicKey.count == Self.publicKeyBytes else { throw .wrongLength }
        guard (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else {
            throw .invalidKey
        }
        self.name = name
        self.id = KeyID(name: name, algorithm: algorithm, publicKey: publicKey)
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// Reads the text form.
    public init(text: String) throws(KeyError) { try self.init(text: Array(text.utf8)[...]) }

    /// Reads the text form from its bytes.
    public init(text: ArraySlice<UInt8>) throws(KeyError) {
        let parts = try KeyText(text)
        try self.init(name: parts.name, algorithm: parts.algorithm, publicKey: parts.material)
        guard id.description == parts.id else { throw .wrongID }
    }

    /// The text form.
    public var text: String { KeyText.format(name: name, id: id, algorithm: algorithm, material: publicKey) }

    /// Whether `signature` is a valid Ed25519 signature of `message` by this key (RFC 8032 section 5.1.7).
    func verifies(_ signature: some Collection<UInt8>, of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(Array(signature), for: message)
    }
}

/// The parts that the texts of public and private keys share.
struct KeyText {
    let name: KeyName
    let id: String
    let algorithm: SignatureAlgorithm
    let material: [UInt8]

    /// Splits `<name>+<id>+<base64(type || material)>`.
    init(_ text: ArraySlice<UInt8>) throws(KeyError) {
        let parts = text.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed }
        guard let name = KeyName(bytes: parts[0]) else { throw .invalidName }
        guard let idBytes = Hexadecimal.decode(parts[1]), idBytes.count == KeyID.byteCount else {
            throw .malformedID
        }
        guard let typed = Base64.standard.decode(parts[2]), let type = typed.first else {
            throw .malformedBase64
        }
        guard let algorithm = SignatureAlgorithm(rawValue: type) else { throw .unknownAlgorithm(type) }
        self.name = name
        self.id = Hexadecimal.encode(idBytes)
        self.algorithm = algorithm
        self.material = Array(typed.dropFirst())
    }

    static func format(
        name: KeyName,
        id: KeyID,
        algorithm: SignatureAlgorithm,
        material: [UInt8]
    ) -> String {
        "\(name)+\(id)+\(Base64.standard.encode([algorithm.rawValue] + material))"
    }
}
