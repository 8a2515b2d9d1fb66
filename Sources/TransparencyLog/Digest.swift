// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// A SHA-256 value (FIPS 180-4): 32 bytes, held without a heap allocation.
///
/// The four words hold the bytes as they lie in memory, so a digest is hashed and copied without conversion.
public struct Digest: Hashable, Sendable {
    /// The number of bytes in a digest.
    public static let byteCount = 32

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Takes 32 bytes as they are; nil for any other number of them.
    public init?(bytes: [UInt8]) { self.init(bytes.span) }

    /// Takes 32 bytes as they are; nil for any other number of them.
    public init?(bytes: ArraySlice<UInt8>) { self.init(bytes.span) }

    /// Takes 32 bytes as they are; nil for any other number of them.
    public init?(_ bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        first = Self.word(bytes, at: 0)
        second = Self.word(bytes, at: 8)
        third = Self.word(bytes, at: 16)
        fourth = Self.word(bytes, at: 24)
    }

    /// The word that has these eight bytes, in this order, in memory.
    private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in 0..<8 { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
        return UInt64(littleEndian: word)
    }

    /// Finishes a hash.
    init(_ hasher: SHA256) {
        let words = unsafe hasher.finalize().withUnsafeBytes { buffer in
            // Safe: SHA-256 gives 32 bytes by its type.
            unsafe buffer.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
        }
        (first, second, third, fourth) = words
    }

    /// The SHA-256 of `bytes`, without any prefix.
    public static func sha256(_ bytes: [UInt8]) -> Digest {
        var hasher = SHA256()
        hasher.update(data: bytes)
        return Digest(hasher)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { unsafe withUnsafeBytes(of: self) { unsafe Array($0) } }

    /// Adds the 32 bytes at the end of `output`.
    public func append(to output: inout [UInt8]) {
        unsafe withUnsafeBytes(of: self) { unsafe output.append(contentsOf: $0) }
    }

    /// Feeds the 32 bytes to a hash without copying them.
    func update(_ hasher: inout SHA256) {
        unsafe withUnsafeBytes(of: self) { unsafe hasher.update(bufferPointer: $0) }
    }
}

extension Digest: Comparable {
    /// The order of the bytes, which is also the order of the hexadecimal texts.
    public static func < (left: Digest, right: Digest) -> Bool {
        if left.first != right.first { return left.first.bigEndian < right.first.bigEndian }
        if left.second != right.second { return left.second.bigEndian < right.second.bigEndian }
        if left.third != right.third { return left.third.bigEndian < right.third.bigEndian }
        return left.fourth.bigEndian < right.fourth.bigEndian
    }
}

extension Digest: CustomStringConvertible {
    /// Reads 64 lowercase hexadecimal digits; nil for anything else.
    public init?(hexadecimal text: String) {
        guard let bytes = Hexadecimal.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads 44 characters of padded standard base64; nil for anything else.
    public init?(base64 text: String) {
        guard let bytes = Base64.standard.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// 64 lowercase hexadecimal digits.
    public var hexadecimal: String { Hexadecimal.encode(bytes) }

    /// 44 characters of padded standard base64.
    public var base64: String { Base64.standard.encode(bytes) }

    /// 43 characters of base64url without padding.
    public var base64URL: String { Base64.url.encode(bytes) }

    public var description: String { hexadecimal }
}
