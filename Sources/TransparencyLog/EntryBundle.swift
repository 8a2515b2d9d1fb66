// SPDX-License-Identifier: Apache-2.0

/// The entries of one level 0 tile (C2SP tlog-tiles).
///
/// For each entry its length as two bytes, the high one first, and then its bytes. Nothing stands between
/// entries or after the last.
public enum EntryBundle {
    /// The most bytes an entry may have, as its length has two bytes.
    public static let maximumEntryBytes = 65_535

    /// The bundle of `entries`; nil if there are more than 256 of them or one is too long.
    public static func encode(_ entries: [[UInt8]]) -> [UInt8]? {
        guard entries.count <= Tile.fullWidth else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            guard let length = UInt16(exactly: entry.count) else { return nil }
            bytes.append(UInt8(length >> 8))
            bytes.append(UInt8(truncatingIfNeeded: length))
            bytes.append(contentsOf: entry)
        }
        return bytes
    }

    /// The entries of a bundle; nil if a length runs past the end or there are more than 256 entries.
    public static func decode(_ bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
        var entries: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let high = rest.popFirst() {
            guard entries.count < Tile.fullWidth, let low = rest.popFirst() else { return nil }
            let length = Int(high) << 8 | Int(low)
            guard rest.count >= length else { return nil }
            entries.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return entries
    }
}
