// SPDX-License-Identifier: Apache-2.0

/// How a key signs: the signature type byte of C2SP signed-note.
public enum SignatureAlgorithm: UInt8, Hashable, Sendable {
    /// Ed25519 (RFC 8032) over the note text: how a log signs.
    case ed25519 = 0x01
    /// A timestamped Ed25519 cosignature of a checkpoint (C2SP tlog-cosignature v1): how a witness signs.
    case cosignature = 0x04
}

/// The four bytes that, with its name, select a key: the first of `SHA256(name || 0x0A || type || public
/// key)`.
///
/// It identifies and does not authenticate: a collision is easy to make and only fails to verify.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
    static let byteCount = 4

    /// The bytes, the first one highest.
    public let value: UInt32

    /// Computes the id of an Ed25519 key of 32 bytes.
    init(name: KeyName, algorithm: SignatureAlgorithm, publicKey: [UInt8]) {
        let preimage = name.bytes + [0x0a, algorithm.rawValue] + publicKey
        value = Digest.sha256(preimage).bytes.prefix(Self.byteCount).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Takes the four bytes at the start of a signature; nil if there are fewer.
    init?(leading bytes: [UInt8]) {
        guard bytes.count >= Self.byteCount else { return nil }
        value = bytes.prefix(Self.byteCount).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The four bytes.
    var bytes: [UInt8] { bigEndianBytes(of: value) }

    /// Eight lowercase hexadecimal digits.
    public var description: String { Hexadecimal.encode(bytes) }
}

/// The bytes of an integer, the highest first.
func bigEndianBytes<Integer: FixedWidthInteger>(of value: Integer) -> [UInt8] {
    stride(from: Integer.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
}
