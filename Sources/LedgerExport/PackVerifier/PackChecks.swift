// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// The checks of what a pack says of itself, once its entries are proven.
enum PackChecks {
    /// What the manifest says is what was found.
    static func manifest(
        _ claims: PackClaims,
        _ pack: OpenPack,
        _ tree: PackTree,
        _ entries: PackEntries,
        _ counts: PackSealed.Counts
    ) throws(PackStop) {
        let reasons = claims.object["withheld"]?.object ?? JSONObject()
        let named = Withholding.allCases.compactMap { counts.reasons[$0] }
        let isSaid = Withholding.allCases.allSatisfy {
            PackClaims.number(reasons[$0.rawValue]) == counts.reasons[$0]
        }
        let members: [(String, Bool)] = [
            ("origin", claims.object["origin"]?.text == pack.checkpoint.origin.text),
            ("size", claims.number("size") == pack.size),
            ("knownAt", claims.object["knownAt"]?.text == "checkpoint:\(pack.size)"),
            ("scope", (claims.scope == .whole) == tree.isWhole),
            ("entries", claims.number("entries") == entries.count),
            ("leftOut", claims.number("leftOut") == pack.size - entries.count),
            ("range", claims.number("range", of: "first") == entries.range?.lowerBound),
            ("range", claims.number("range", of: "last") == entries.range?.upperBound),
            ("sealed", claims.number("sealed", of: "disclosed") == counts.intact),
            ("sealed", claims.number("sealed", of: "erased") == counts.erased),
            ("sealed", claims.number("sealed", of: "withheld") == counts.withheld),
            ("withheld", isSaid && reasons.members.count == named.count),
        ]
        if let wrong = members.first(where: { !$0.1 }) { throw .fault(.manifest(wrong.0)) }
    }

    /// Every file but those that prove themselves is the one that the manifest lists.
    static func files(_ claims: PackClaims, _ pack: OpenPack) throws(PackStop) {
        var listed = Set<String>()
        for file in claims.files {
            guard PackPaths.isListed(file.path), listed.insert(file.path).inserted else {
                throw .fault(.manifest("files"))
            }
            guard pack.has(file.path) else { throw .fault(.missing(file.path)) }
            let digest = try pack.digest(file.path)?.hexadecimal
            guard pack.index.files[file.path]?.bytes == file.bytes, digest == file.digest else {
                throw .fault(.fileAltered(file.path))
            }
        }
        let other = pack.index.files.keys.filter { PackPaths.isListed($0) && !listed.contains($0) }.min()
        if let other { throw .fault(.fileUnlisted(other)) }
    }

    /// The pack continues the one that the receiver had before; returns the size of that.
    static func previous(_ claims: PackClaims, _ pack: OpenPack) throws(PackStop) -> UInt64? {
        let paths = [PackPaths.previousCheckpoint, PackPaths.previousConsistency]
        guard claims.object["previous"] != nil else {
            if let stray = paths.first(where: pack.has) { throw .fault(.stray(stray)) }
            return nil
        }
        let older = try pack.keys.open(try pack.bytes(paths[0]), paths[0]).checkpoint
        let bytes = try pack.bytes(paths[1])
        guard let request = try? WitnessRequest(parsing: bytes) else {
            throw .fault(.malformed(paths[1]))
        }
        let proof = ConsistencyProof(oldSize: older.size, newSize: pack.size, path: request.path)
        guard older.origin == pack.checkpoint.origin, claims.number("previous", of: "size") == older.size,
            older.size <= pack.size, request.oldSize == older.size, request.checkpoint.bytes == pack.note,
            (try? proof.verify(oldRoot: older.root, newRoot: pack.checkpoint.root)) != nil
        else { throw .fault(.previous) }
        return older.size
    }
}
