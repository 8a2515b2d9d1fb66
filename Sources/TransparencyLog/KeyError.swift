// SPDX-License-Identifier: Apache-2.0

/// Why a key text was refused or a key could not be used.
public enum KeyError: Error, Hashable, Sendable {
    /// The text has not the three parts `name+id+key`, or lacks `PRIVATE+KEY+` where it is needed.
    case malformed
    /// The name is empty, too long, or has white space, control characters or `+`.
    case invalidName
    /// The key id is not eight lowercase hexadecimal digits.
    case malformedID
    /// The key material is not canonical base64.
    case malformedBase64
    /// The type byte is none that this library verifies.
    case unknownAlgorithm(UInt8)
    /// The key or the seed is not 32 bytes.
    case wrongLength
    /// The key id is not the one of this name, type and key.
    case wrongID
    /// The bytes are of the right length and still no key.
    case invalidKey
}
