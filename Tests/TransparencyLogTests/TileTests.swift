// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Tiles")
struct TileTests {
    /// Serves every smaller tree too, as perfect nodes never change.
    static let largest = LeafHashes((0..<70_000).map(numberedLeaf))

    @Test(arguments: [
        (0, 5, 256, "tile/0/005"), (1, 0, 1, "tile/1/000.p/1"), (0, 1_234_067, 256, "tile/0/x001/x234/067"),
        (63, 1000, 255, "tile/63/x001/000.p/255"), (2, 999, 256, "tile/2/999"),
    ])
    func pathsOfHashTiles(level: Int, index: Int, width: Int, path: String) throws {
        let tile = try required(Tile(content: .hashes(level: level), index: UInt64(index), width: width))
        #expect(tile.path == path)
        #expect(Tile(path: path) == tile)
    }

    @Test(arguments: 0..<200)
    func pathsComeBack(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let index = UInt64.random(in: 0...Merkle.maximumSize, using: &random) >> UInt64(seed % 63)
        let width = Int.random(in: 1...256, using: &random)
        let content: Tile.Content = Bool.random(using: &random) ? .entries : .hashes(level: seed % 64)
        let tile = try required(Tile(content: content, index: index, width: width))
        #expect(Tile(path: tile.path) == tile)
        #expect(tile.full.isFull)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "tile//000", "tile/00/000", "tile/64/000", "tile/-1/000",
        "tile/a/000",
        "tile/0/00", "tile/0/0000", "tile/0/x000", "tile/0/x000/001", "tile/0/001/002", "tile/0/x001/x002",
        "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
        "tile/0/.p/1",
        "tile/0/000.p/5/6", "/tile/0/000", "tile/0/000/", "Tile/0/000", "tile/data/000", "tile/entries",
        "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/+01", "tile/0/０00", "tile/8/0/000",
    ])
    func otherPathsAreRefused(path: String) {
        #expect(Tile(path: path) == nil)
    }

    @Test(arguments: [
        (0, []), (1, ["tile/0/000.p/1"]), (255, ["tile/0/000.p/255"]),
        (256, ["tile/0/000", "tile/1/000.p/1"]),
        (257, ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]),
        (600, ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]),
    ])
    func tilesOfASize(size: Int, paths: [String]) {
        let size = UInt64(size)
        let tiles = Tile.levels(size: size).flatMap { Tile.all(.hashes(level: $0), size: size).map(\.path) }
        #expect(tiles == paths)
        let entries = Tile.all(.entries, size: size).map(\.path)
        #expect(entries == paths.filter { $0.hasPrefix("tile/0") }.map { "tile/entries" + $0.dropFirst(6) })
    }

    @Test func tilesOfALargerSize() {
        let counts = Tile.levels(size: 70_000).map { level in
            let tiles = Array(Tile.all(.hashes(level: level), size: 70_000))
            return [tiles.count(where: \.isFull), tiles.last?.width ?? 0]
        }
        #expect(counts == [[273, 112], [1, 17], [0, 1]])
        #expect(Tile.levels(size: Merkle.maximumSize) == 0..<8)
    }

    @Test func tilesOutOfRangeDoNotExist() {
        #expect(Tile(content: .hashes(level: 64), index: 0) == nil)
        #expect(Tile(content: .hashes(level: -1), index: 0) == nil)
        #expect(Tile(content: .entries, index: 0, width: 0) == nil)
        #expect(Tile(content: .entries, index: 0, width: 257) == nil)
        #expect(Tile(content: .entries, index: .max, width: 1) == nil)
        #expect(Tile.holding(NodePosition(level: 1, index: 1), size: 3) == nil)
        #expect(Tile.holding(NodePosition(level: 64, index: 0), size: 3) == nil)
    }

    @Test(arguments: [1, 2, 5, 128, 255, 256, 257, 600, 65_535, 65_536, 65_537, 70_000])
    func readsWhatTheTreeHas(size: Int) throws {
        let tree = Self.largest
        let files = try tileFiles(of: tree, size: UInt64(size))
        let reader = TileReader(size: UInt64(size)) { (tile) throws(Missing) in
            guard let bytes = files[tile] else { throw Missing() }
            return bytes
        }
        var random = SplitMix64(seed: size)
        for level in 0...17 {
            let count = size >> level
            let indexes = [0, count / 2, count - 1, Int.random(in: 0...max(count - 1, 0), using: &random)]
            for index in indexes where (0..<count).contains(index) {
                let read = try reader.hash(level: level, index: UInt64(index))
                #expect(try read == tree.hash(level: level, index: UInt64(index)))
            }
            #expect(throws: TileError<Missing>.self) { try reader.hash(level: level, index: UInt64(count)) }
        }
        #expect(try reader.root(size: UInt64(size)) == tree.root(size: UInt64(size)))
        let leaf = UInt64(size / 3)
        let proof = try required(InclusionProof(index: leaf, size: UInt64(size), reading: reader))
        try proof.verify(leafHash: numberedLeaf(size / 3), root: tree.root(size: UInt64(size)))
    }

    @Test func damagedTilesAreErrors() throws {
        let tree = LeafHashes((0..<300).map(numberedLeaf))
        let files = try tileFiles(of: tree, size: 300)
        let partial = try required(Tile(path: "tile/0/001.p/44"))
        let bytes = try required(files[partial])
        for bad in [[], Array(bytes.dropLast()), bytes + [0], Array(bytes.prefix(32))] {
            let reader = TileReader(size: 300) { _ throws(Never) in bad }
            #expect(throws: TileError<Never>.wrongLength(partial, bytes: bad.count)) {
                try reader.hash(level: 0, index: 260)
            }
        }
        // A full tile may stand in for the partial one.
        let full = bytes + [UInt8](repeating: 0, count: 8192 - bytes.count)
        let reader = TileReader(size: 300) { _ throws(Never) in full }
        #expect(try reader.hash(level: 0, index: 260) == numberedLeaf(260))
    }

    @Test func bundlesAreThoseOfTheExample() throws {
        let leaves = try (0..<5).map { try Example.file("proofs/\($0).leaf") }
        let bundle = try Example.file("tile/entries/000.p/5")
        #expect(EntryBundle.encode(leaves) == bundle)
        #expect(EntryBundle.decode(bundle)?.map(Array.init) == leaves)
        let hashes = leaves.flatMap { Merkle.leafHash($0).bytes }
        #expect(try Example.file("tile/0/000.p/5") == hashes)
        for length in 1..<bundle.count {
            let whole = EntryBundle.decode(Array(bundle.prefix(length)))
            #expect(
                whole == nil
                    || EntryBundle.encode(leaves.prefix(whole?.count ?? 0).map { $0 })
                        == Array(bundle.prefix(length))
            )
        }
    }

    @Test func bundlesHaveLimits() {
        let longest = [UInt8](repeating: 1, count: EntryBundle.maximumEntryBytes)
        #expect(EntryBundle.encode([longest]).flatMap(EntryBundle.decode)?.map(Array.init) == [longest])
        #expect(EntryBundle.encode([longest + [1]]) == nil)
        #expect(EntryBundle.encode(Array(repeating: [], count: 256))?.count == 512)
        #expect(EntryBundle.encode(Array(repeating: [], count: 257)) == nil)
        #expect(EntryBundle.decode([UInt8](repeating: 0, count: 514)) == nil)
        #expect(EntryBundle.decode([]) == [])
    }

    /// The files of a tree, written as the definition of a tile reads.
    private func tileFiles(of tree: LeafHashes, size: UInt64) throws -> [Tile: [UInt8]] {
        var files: [Tile: [UInt8]] = [:]
        for level in Tile.levels(size: size) {
            for tile in Tile.all(.hashes(level: level), size: size) {
                files[tile] = try (0..<tile.width).flatMap {
                    try tree.hash(level: level * 8, index: tile.index * 256 + UInt64($0)).bytes
                }
            }
        }
        return files
    }
}
