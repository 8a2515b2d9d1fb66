// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// The leaf hashes of a pack, and whether tiles and entries are those that its checkpoint signs.
///
/// It keeps the 32 bytes of each leaf hash: a million entries take 32 MB.
struct PackTree {
    let leaves: [Digest]
    /// Whether the pack has all entries, in bundles.
    let isWhole: Bool

    /// Reads the tiles, and the bundles if there are any.
    init(_ pack: OpenPack) throws(PackStop) {
        try Self.checkPaths(pack)
        leaves = try Self.hashes(of: pack, level: 0, count: pack.size)
        isWhole = pack.index.files.keys.contains { $0.hasPrefix("tile/entries/") }
        let isRight = CompactRange(leaves).root == pack.checkpoint.root
        if isWhole {
            try checkBundles(pack, isRight)
        } else if !isRight {
            throw .fault(try Self.firstUnproven(pack, leaves) ?? PackFault(position: nil, reason: .otherTree))
        }
        try checkUpperTiles(pack)
    }

    /// The root over the first so many leaves.
    func root(size: UInt64) -> Digest { CompactRange(leaves.prefix(Int(size))).root }

    /// Every tile of the tree is there, and no other.
    private static func checkPaths(_ pack: OpenPack) throws(PackStop) {
        var expected = Set<String>()
        for level in Tile.levels(size: pack.size) {
            for tile in Tile.all(.hashes(level: level), size: pack.size) {
                expected.insert(tile.path)
                let extent = pack.index.files[tile.path]
                guard extent?.bytes == UInt64(tile.width * Digest.byteCount) else {
                    let first = tile.index << UInt64(Tile.height * (level + 1))
                    throw .fault(at: first, extent == nil ? .missing(tile.path) : .malformed(tile.path))
                }
            }
        }
        for tile in Tile.all(.entries, size: pack.size) { expected.insert(tile.path) }
        let stray = pack.index.files.keys.filter { $0.hasPrefix("tile/") && !expected.contains($0) }.min()
        if let stray { throw .fault(.stray(stray)) }
    }

    private static func hashes(
        of pack: OpenPack,
        level: Int,
        count: UInt64
    ) throws(PackStop) -> [Digest] {
        var hashes: [Digest] = []
        hashes.reserveCapacity(Int(count))
        for tile in Tile.all(.hashes(level: level), size: pack.size) {
            let bytes = try pack.bytes(tile.path)
            for start in stride(from: 0, to: bytes.count, by: Digest.byteCount) {
                guard let hash = Digest(bytes: bytes[start..<start + Digest.byteCount]) else {
                    throw .fault(.malformed(tile.path))
                }
                hashes.append(hash)
            }
        }
        return hashes
    }

    /// Hashes every entry, and finds which of entries and tiles are wrong, and where first.
    private func checkBundles(_ pack: OpenPack, _ isRight: Bool) throws(PackStop) {
        var range = CompactRange()
        var first: (position: UInt64, hash: Digest)?
        for tile in Tile.all(.entries, size: pack.size) {
            let start = tile.index * UInt64(Tile.fullWidth)
            guard pack.has(tile.path) else { throw .fault(at: start, .missing(tile.path)) }
            guard let entries = EntryBundle.decode(try pack.bytes(tile.path)) else {
                throw .fault(at: start, .malformed(tile.path))
            }
            for entry in entries {
                let hash = Merkle.leafHash(Array(entry))
                let position = range.size
                if first == nil, position >= leaves.count || hash != leaves[Int(position)] {
                    first = (position, hash)
                }
                range.append(hash)
            }
            let expected = start + UInt64(tile.width)
            if range.size != expected, first == nil {
                throw .fault(at: min(range.size, expected), .malformed(tile.path))
            }
        }
        guard let first else {
            if !isRight { throw .fault(.otherTree) }
            return
        }
        if isRight {
            let other = leaves.firstIndex(of: first.hash).map { UInt64($0) }
            throw .fault(at: first.position, other.map { .replaced(by: $0) } ?? .altered)
        }
        throw .fault(at: first.position, range.root == pack.checkpoint.root ? .hashAltered : .altered)
    }

    /// Each tile above the lowest has the roots over those below it.
    private func checkUpperTiles(_ pack: OpenPack) throws(PackStop) {
        var below = leaves
        for level in Tile.levels(size: pack.size).dropFirst() {
            var expected: [Digest] = []
            for start in stride(from: 0, through: below.count - Tile.fullWidth, by: Tile.fullWidth) {
                expected.append(CompactRange(below[start..<start + Tile.fullWidth]).root)
            }
            let stated = try Self.hashes(of: pack, level: level, count: UInt64(expected.count))
            for (index, pair) in zip(expected, stated).enumerated() where pair.0 != pair.1 {
                let tile = Tile.all(.hashes(level: level), size: pack.size).first {
                    $0.index == UInt64(index / Tile.fullWidth)
                }
                throw .fault(
                    at: UInt64(index) << UInt64(Tile.height * level),
                    .tileAltered(tile?.path ?? "tile/\(level)")
                )
            }
            below = expected
        }
    }

    /// The first entry of a part whose proof holds and whose hash in its tile is another.
    private static func firstUnproven(_ pack: OpenPack, _ leaves: [Digest]) throws(PackStop) -> PackFault? {
        for position in Set(pack.index.files.keys.compactMap(PackPaths.entry)).sorted() {
            let entry = PackPaths.entryFile(position)
            guard position < pack.size, pack.has(entry), pack.has(PackPaths.proofFile(position)) else {
                continue
            }
            let bytes = try pack.bytes(entry)
            if try PackProof.proves(position, bytes, in: pack),
                Merkle.leafHash(bytes) != leaves[Int(position)]
            {
                return PackFault(position: position, reason: .hashAltered)
            }
        }
        return nil
    }
}
