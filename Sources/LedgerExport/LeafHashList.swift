// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// The leaf hashes of all entries of an export, to say which entry is wrong.
///
/// As a file, one line an entry in the order of their positions, each ended by LF:
///
///     <SHA-256(0x00 || the entry's bytes), 64 lowercase hexadecimal digits>
///
/// The list has no signature. It is believed only when its root is the one in the checkpoint, which makes it
/// as good as signed; otherwise it is as if there were none.
public struct LeafHashList: Sendable {
    private static let lineBytes = 2 * Digest.byteCount + 1

    private let hashes: [Digest]

    /// Reads a list, and believes it if the checkpoint, which must have been verified, proves it.
    init?(bytes: [UInt8], provenBy checkpoint: Checkpoint) {
        guard bytes.count % Self.lineBytes == 0, bytes.count / Self.lineBytes == checkpoint.size else {
            return nil
        }
        var hashes: [Digest] = []
        hashes.reserveCapacity(bytes.count / Self.lineBytes)
        var range = CompactRange()
        for start in stride(from: 0, to: bytes.count, by: Self.lineBytes) {
            let end = start + Self.lineBytes - 1
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            guard bytes[end] == 0x0A, let hash = Digest(hexadecimal: text) else { return nil }
            hashes.append(hash)
            range.append(hash)
        }
        guard range.root == checkpoint.root else { return nil }
        self.hashes = hashes
    }

    /// The line of a leaf hash, LF included.
    public static func line(_ hash: Digest) -> [UInt8] { Array((hash.hexadecimal + "\n").utf8) }

    /// The hash of the entry at a position; nil beyond the end.
    subscript(position: UInt64) -> Digest? { position < UInt64(hashes.count) ? hashes[Int(position)] : nil }

    /// The position of the entry with this hash.
    func position(of hash: Digest) -> UInt64? { hashes.firstIndex(of: hash).map { UInt64($0) } }
}
