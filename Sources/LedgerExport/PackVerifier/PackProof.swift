// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// The proof that stands beside an entry of a part of a ledger.
enum PackProof {
    /// Whether the proof of a position leads from the bytes of an entry to the pack's own checkpoint.
    static func proves(_ position: UInt64, _ entry: [UInt8], in pack: OpenPack) throws(PackStop) -> Bool {
        let bytes = try pack.bytes(PackPaths.proofFile(position))
        guard let proof = try? TransparencyProof(parsing: bytes), proof.index == position,
            proof.checkpoint.bytes == pack.note
        else { return false }
        let inclusion = InclusionProof(index: position, size: pack.size, path: proof.path)
        do {
            try inclusion.verify(leafHash: Merkle.leafHash(entry), root: pack.checkpoint.root)
            return true
        } catch { return false }
    }
}
