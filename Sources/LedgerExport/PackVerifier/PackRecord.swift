// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Holds a pack to the entry of the ledger that records it.
enum PackRecord {
    private static let type = "io.jvledger.export.generated.v1"
    private static let paths = [
        PackPaths.recordEntry, PackPaths.recordProof, PackPaths.recordConsistency,
    ]

    /// Returns the position of the entry; nil for a pack that says it is not recorded.
    static func check(_ claims: PackClaims, _ pack: OpenPack, _ tree: PackTree) throws(PackStop) -> UInt64? {
        guard paths.contains(where: pack.has) else {
            guard claims.unrecorded != nil else { throw .fault(.unrecorded) }
            return nil
        }
        guard claims.object["unrecorded"] == nil else { throw .fault(.manifest("unrecorded")) }
        let bytes = try pack.bytes(PackPaths.recordEntry)
        let (position, later) = try proven(bytes, pack)
        let entry = (try? JSON(parsing: bytes))?.object ?? JSONObject()
        let data = entry["data"]?.object ?? JSONObject()
        let members: [(String, Bool)] = [
            ("type", entry["type"]?.text == type),
            ("subject", entry["subject"]?.text == "export/\(claims.receiver)"),
            ("source", entry["source"]?.text == "urn:jvledger:\(pack.checkpoint.origin.text)"),
            ("manifest", data["manifest"]?.text == Digest.sha256(claims.bytes).hexadecimal),
            ("size", PackClaims.number(data["size"]) == pack.size),
            ("scope", data["scope"] == claims.object["scope"]),
            ("filter", data["filter"] == claims.object["filter"]),
            ("entries", PackClaims.number(data["entries"]) == claims.number("entries")),
            (
                "disclosed",
                PackClaims.number(data["disclosed"]) == claims.number("sealed", of: "disclosed")
            ),
        ]
        if let wrong = members.first(where: { !$0.1 }) { throw .fault(.record(wrong.0)) }
        try consistency(pack, later)
        return position
    }

    /// The entry is in the ledger, behind what the pack is about; returns where, and the checkpoint that proves it.
    private static func proven(
        _ bytes: [UInt8],
        _ pack: OpenPack
    ) throws(PackStop) -> (position: UInt64, later: (note: [UInt8], checkpoint: Checkpoint)) {
        let proofBytes = try pack.bytes(PackPaths.recordProof)
        guard let proof = try? TransparencyProof(parsing: proofBytes) else {
            throw .fault(.malformed(PackPaths.recordProof))
        }
        let checkpoint = try pack.keys.open(proof.checkpoint.bytes, PackPaths.recordProof).checkpoint
        // Behind the pack; that it is within the larger tree is what its proof shows.
        guard checkpoint.origin == pack.checkpoint.origin, proof.index >= pack.size else {
            throw .fault(.record("position"))
        }
        let inclusion = InclusionProof(index: proof.index, size: checkpoint.size, path: proof.path)
        do { try inclusion.verify(leafHash: Merkle.leafHash(bytes), root: checkpoint.root) } catch {
            throw .fault(at: proof.index, .unproven(PackPaths.recordEntry))
        }
        return (proof.index, (proof.checkpoint.bytes, checkpoint))
    }

    /// What the pack is about is the beginning of the ledger that has the entry.
    private static func consistency(
        _ pack: OpenPack,
        _ later: (note: [UInt8], checkpoint: Checkpoint)
    ) throws(PackStop) {
        let bytes = try pack.bytes(PackPaths.recordConsistency)
        guard let request = try? WitnessRequest(parsing: bytes) else {
            throw .fault(.malformed(PackPaths.recordConsistency))
        }
        let proof = ConsistencyProof(
            oldSize: pack.size,
            newSize: later.checkpoint.size,
            path: request.path
        )
        guard request.oldSize == pack.size, request.checkpoint.bytes == later.note,
            (try? proof.verify(oldRoot: pack.checkpoint.root, newRoot: later.checkpoint.root)) != nil
        else { throw .fault(.record("consistency")) }
    }
}
