// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// A log as static files, the layout of C2SP tlog-tiles, while it is written.
///
///     checkpoint                            the signed checkpoint over all entries
///     tile/<level>/<index>[.p/<width>]      hashes, see ``TransparencyLog/Tile``
///     tile/entries/<index>[.p/<width>]      entries, see ``TransparencyLog/EntryBundle``
///
/// Whatever reads such a log reads a ledger so. What is kept at a time is one bundle and one tile of each level: 256
/// entries and some two thousand hashes for any ledger there can be.
public struct TiledLog: Sendable {
    /// A file: its path below the directory, and its bytes.
    public typealias File = (path: String, bytes: [UInt8])

    /// An entry has more bytes than a bundle can say.
    public struct TooLong: Error, Hashable, Sendable {
        /// Of the entries that have been taken, the first that may be too long.
        public let position: UInt64
    }

    private var entries: [[UInt8]] = []
    /// The hashes of the tile of each level that is not full yet.
    private var open: [[Digest]] = [[]]
    /// How many tiles of each level are full.
    private var full: [UInt64] = [0]

    /// Begins with no entries.
    public init() {}

    /// Takes the next entry and returns the files that are full now: none, or a bundle with its tiles.
    public mutating func append(_ entry: [UInt8], hash: Digest) throws(TooLong) -> [File] {
        entries.append(entry)
        open[0].append(hash)
        guard open[0].count == Tile.fullWidth else { return [] }
        var files = [try bundle()]
        var level = 0
        while level < open.count, open[level].count == Tile.fullWidth {
            if let file = tile(level) { files.append(file) }
            if level + 1 == open.count {
                open.append([])
                full.append(0)
            }
            // The root over a full tile is one hash of the next level.
            if let root = CompactRange(open[level]).roots.first { open[level + 1].append(root) }
            open[level].removeAll(keepingCapacity: true)
            full[level] += 1
            level += 1
        }
        return files
    }

    /// The files that are not full at the end.
    public func finish() throws(TooLong) -> [File] {
        var files: [File] = entries.isEmpty ? [] : [try bundle(at: full[0])]
        for level in open.indices where !open[level].isEmpty {
            if let file = tile(level) { files.append(file) }
        }
        return files
    }

    private mutating func bundle() throws(TooLong) -> File {
        defer { entries.removeAll(keepingCapacity: true) }
        return try bundle(at: full[0])
    }

    private func bundle(at index: UInt64) throws(TooLong) -> File {
        guard let bytes = EntryBundle.encode(entries),
            let tile = Tile(content: .entries, index: index, width: entries.count)
        else { throw TooLong(position: index * UInt64(Tile.fullWidth)) }
        return (tile.path, bytes)
    }

    private func tile(_ level: Int) -> File? {
        Tile(content: .hashes(level: level), index: full[level], width: open[level].count).map { tile in
            (tile.path, open[level].flatMap(\.bytes))
        }
    }
}
