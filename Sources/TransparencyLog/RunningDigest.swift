// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// The SHA-256 (FIPS 180-4) of bytes that come in pieces.
public struct RunningDigest {
    private var hasher = SHA256()

    /// Begins with no bytes.
    public init() {}

    /// Takes the next bytes.
    public mutating func update(_ bytes: ArraySlice<UInt8>) { hasher.update(data: bytes) }

    /// The SHA-256 of all bytes so far.
    public var digest: Digest { Digest(hasher) }
}
