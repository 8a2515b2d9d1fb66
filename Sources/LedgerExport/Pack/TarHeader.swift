// SPDX-License-Identifier: Apache-2.0

/// The block before each file of a tar archive: POSIX ustar (IEEE Std 1003.1-1988, pax in IEEE Std 1003.1-2001).
///
///     0    name, 100 bytes, NUL-padded         108  uid, 116 gid: `0000000` NUL
///     100  mode `0000644` NUL                  124  length, 11 octal digits NUL
///     136  mtime, 11 octal digits NUL          148  checksum, 6 octal digits NUL SP
///     156  typeflag `0`                        257  `ustar` NUL `00`, then zeros up to 512
///
/// The checksum is the sum of all bytes of the block with eight spaces in its place. The file follows, filled up with
/// zeros to a multiple of 512 bytes; an archive ends with two blocks of zeros. Owners and groups are left out: the same
/// content makes the same archive, whoever writes it.
public enum TarHeader {
    /// The bytes of a block.
    public static let blockBytes = 512
    /// The longest path that a block has room for here: paths of packs are shorter.
    public static let maximumPathBytes = 100
    /// The longest file: what eleven octal digits can say.
    public static let maximumFileBytes: UInt64 = (1 << 33) - 1
    /// The end of an archive.
    public static let end = [UInt8](repeating: 0, count: 2 * blockBytes)

    /// The block before a file; nil for a path or a length that it has no room for.
    public static func block(path: String, bytes: UInt64, modified: UInt64) -> [UInt8]? {
        guard (1...maximumPathBytes).contains(path.utf8.count), bytes <= maximumFileBytes else { return nil }
        var block = [UInt8](repeating: 0, count: blockBytes)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[place + offset] = byte }
        }
        put(path, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(bytes, 11), at: 124)
        put(octal(min(modified, maximumFileBytes), 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        put(octal(block.reduce(0) { $0 + UInt64($1) }, 6) + "\u{0} ", at: 148)
        return block
    }

    /// The zeros between a file of a length and the next block.
    public static func padding(bytes: UInt64) -> [UInt8] {
        let over = Int(bytes % UInt64(blockBytes))
        return over == 0 ? [] : [UInt8](repeating: 0, count: blockBytes - over)
    }

    private static func octal(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number, radix: 8)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
