// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// A private key with its name, in the text form of Go's note package.
///
///     PRIVATE+KEY+<name>+<key id, 8 hexadecimal digits>+<base64(type byte || 32 byte Ed25519 seed)>
///
/// The id is that of the *public* key, so it is derived and compared on loading. Only ``secretText`` gives
/// the seed away: printing or reflecting the value shows the public key.
public struct SignerKey: Sendable {
    /// The bytes of the seed from which an Ed25519 key pair is derived (RFC 8032 section 5.1.5).
    public static let seedBytes = 32

    private static let prefix = "PRIVATE+KEY+"

    /// The public key, with name, id and algorithm.
    public let verifierKey: VerifierKey

    private let key: Curve25519.Signing.PrivateKey

    /// Derives the key pair of a seed of 32 random bytes.
    ///
    /// - Throws: ``KeyError/wrongLength``, or ``KeyError/invalidKey`` if the seed is refused.
    public init(name: KeyName, algorithm: SignatureAlgorithm, seed: [UInt8]) throws(KeyError) {
        guard seed.count == Self.seedBytes else { throw .wrongLength }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .invalidKey }
        self.key = key
        verifierKey = try VerifierKey(
            name: name,
            algorithm: algorithm,
            publicKey: Array(key.publicKey.rawRepresentation)
        )
    }

    /// Reads the secret text form.
    public init(secretText: String) throws(KeyError) {
        let bytes = Array(secretText.utf8)
        guard bytes.starts(with: Self.prefix.utf8) else { throw .malformed }
        let parts = try KeyText(bytes.dropFirst(Self.prefix.utf8.count))
        try self.init(name: parts.name, algorithm: parts.algorithm, seed: parts.material)
        guard verifierKey.id.description == parts.id else { throw .wrongID }
    }

    /// The secret text form: for the key file only.
    public var secretText: String {
        Self.prefix
            + KeyText.format(
                name: verifierKey.name,
                id: verifierKey.id,
                algorithm: verifierKey.algorithm,
                material: Array(key.rawRepresentation)
            )
    }

    /// The 64 byte Ed25519 signature of `message`.
    func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        do { return Array(try key.signature(for: message)) } catch { throw .invalidKey }
    }
}

extension SignerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "private key of \(verifierKey.text)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["verifierKey": verifierKey]) }
}
