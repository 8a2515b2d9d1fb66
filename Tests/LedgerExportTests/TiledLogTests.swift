// SPDX-License-Identifier: Apache-2.0
import LedgerExport
import Testing
import TransparencyLog

@Suite("A log as tiles")
struct TiledLogTests {
    /// A path that is not there.
    private struct Missing: Error {}

    private func entry(_ index: Int) -> [UInt8] { Array("entry \(index)".utf8) }

    private func files(_ size: Int) throws -> [String: [UInt8]] {
        var log = TiledLog()
        var files: [String: [UInt8]] = [:]
        for index in 0..<size {
            for file in try log.append(entry(index), hash: Merkle.leafHash(entry(index))) {
                #expect(files.updateValue(file.bytes, forKey: file.path) == nil)
            }
        }
        for file in try log.finish() { #expect(files.updateValue(file.bytes, forKey: file.path) == nil) }
        return files
    }

    @Test(
        "Every tile that the format names is there and no other; they prove every entry, and bundles hold them",
        arguments: [0, 1, 2, 255, 256, 257, 511, 512, 1_000, 65_535, 65_536, 65_537, 66_000]
    )
    func layout(size: Int) throws {
        let files = try files(size)
        let total = UInt64(size)
        let hashes = Tile.levels(size: total).flatMap { level in Tile.all(.hashes(level: level), size: total)
        }
        let bundles = Array(Tile.all(.entries, size: total))
        #expect(Set(files.keys) == Set((hashes + bundles).map(\.path)))

        let reader = TileReader<Missing>(size: total) { tile throws(Missing) in
            guard let bytes = files[tile.path] else { throw Missing() }
            return bytes
        }
        let leaves = (0..<size).map { Merkle.leafHash(entry($0)) }
        let root = CompactRange(leaves).root
        #expect(try CompactRange(size: total, reading: reader).root == root)
        for index in Set([0, size / 2, size - 1]) where size > 0 {
            let proof = try #require(
                try InclusionProof(index: UInt64(index), size: total, reading: reader)
            )
            try proof.verify(leafHash: leaves[index], root: root)
        }
        let read = try bundles.flatMap { bundle in
            try #require(EntryBundle.decode(files[bundle.path] ?? [])).map { Array($0) }
        }
        #expect(read == (0..<size).map(entry))
    }

    @Test("An entry that no bundle can hold is named")
    func tooLong() throws {
        var log = TiledLog()
        let long = [UInt8](repeating: 0x20, count: EntryBundle.maximumEntryBytes + 1)
        #expect(try log.append(long, hash: Merkle.leafHash(long)).isEmpty)
        #expect(throws: TiledLog.TooLong.self) { try log.finish() }
    }
}
