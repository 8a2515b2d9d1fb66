// SPDX-License-Identifier: Apache-2.0

/// Why a hash could not be read from tiles.
public enum TileError<FetchFailure: Error>: Error {
    /// The subtree is not complete at the size read.
    case incomplete(NodePosition)
    /// The tile's bytes could not be had.
    case fetch(Tile, FetchFailure)
    /// The tile has a length that its width does not explain.
    case wrongLength(Tile, bytes: Int)
}

extension TileError: Equatable where FetchFailure: Equatable {}

/// Reads perfect nodes from the hash tiles of a tree of a given size.
///
/// Nothing read is trusted or kept: a proof made from it must verify, and a caller who wants a cache has it
/// in the closure. When a partial tile is gone, the closure may return the full one in its place, as
/// tlog-tiles allows.
public struct TileReader<FetchFailure: Error>: HashReader {
    private let size: UInt64
    private let fetch: (Tile) throws(FetchFailure) -> [UInt8]

    /// Reads the tree of `size` leaves; `fetch` returns the bytes of a tile, 32 for each hash.
    public init(size: UInt64, fetch: @escaping (Tile) throws(FetchFailure) -> [UInt8]) {
        self.size = size
        self.fetch = fetch
    }

    public func hash(level: Int, index: UInt64) throws(TileError<FetchFailure>) -> Digest {
        let position = NodePosition(level: level, index: index)
        guard let (tile, span) = Tile.holding(position, size: size) else { throw .incomplete(position) }
        let bytes: [UInt8]
        do throws(FetchFailure) { bytes = try fetch(tile) } catch { throw .fetch(tile, error) }
        guard [tile.width, Tile.fullWidth].contains(where: { bytes.count == $0 * Digest.byteCount }) else {
            throw .wrongLength(tile, bytes: bytes.count)
        }
        var range = CompactRange()
        for place in span {
            let start = place * Digest.byteCount
            guard let hash = Digest(bytes: bytes[start..<start + Digest.byteCount]) else {
                throw .wrongLength(tile, bytes: bytes.count)
            }
            range.append(hash)
        }
        return range.root
    }
}
