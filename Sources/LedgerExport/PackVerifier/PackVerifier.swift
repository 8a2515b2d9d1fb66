// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
public import TransparencyLog

/// Checks an audit pack against public keys, without the ledger that wrote it and without trusting what wrote it.
///
/// It shares with the writer the hashing and the formats of transparency logs, and nothing else. What is believed is the
/// keys: the checkpoint must be signed, every entry must be in its tree, every sealed text must have the digest in its
/// entry, and the manifest must be the one that an entry of the ledger holds. ``AuditPack`` has the format.
public struct PackVerifier: Sendable {
    private let keys: PackKeys

    /// Believes these keys: those of the type Ed25519 are the ledger's, cosignature keys are witnesses'.
    public init(keys: [VerifierKey]) {
        self.keys = PackKeys(
            logs: keys.filter { $0.algorithm == .ed25519 },
            witnesses: keys.filter { $0.algorithm == .cosignature }
        )
    }

    /// How many bytes of a file tell whether it is a pack.
    public static let beginningBytes = 512

    /// Whether the beginning of a file is that of a pack, by the magic of a tar archive.
    public static func isPack(_ beginning: [UInt8]) -> Bool {
        beginning.count >= 262 && beginning[257..<262].elementsEqual("ustar".utf8)
    }

    /// Verifies a pack, which must also be a continuation of the tree in `older`, a checkpoint that was had earlier, if
    /// there is one.
    ///
    /// Throws when the file cannot be read; then nothing is known.
    public func verify(_ file: PackFile, older: [UInt8]? = nil) throws(PackFile.Unreadable) -> PackVerdict {
        var counts: PackSealedCounts?
        do throws(PackStop) { return .verified(try check(file, older, &counts)) } catch {
            switch error {
            case .unreadable(let error): throw error
            case .fault(let fault): return .notVerified(fault, sealed: counts)
            }
        }
    }

    private func check(
        _ file: PackFile,
        _ older: [UInt8]?,
        _ counts: inout PackSealedCounts?
    ) throws(PackStop) -> PackConfirmation {
        let pack = try OpenPack(file, keys: keys)
        let tree = try PackTree(pack)
        let olderSize = try older.map { bytes throws(PackStop) in try continues(bytes, pack, tree) }
        // Entries are held to what the manifest claims where it can be read; if it cannot, that is said in its turn.
        let claimed = try? PackClaims(pack)
        var sealed = try PackSealed(pack)
        let entries = try PackEntries(pack, tree, claimed?.scope) { entry throws(PackStop) in
            try sealed.read(entry)
        }
        try sealed.finish()
        counts = PackSealedCounts(sealed.counts)
        if let fault = sealed.fault { throw .fault(fault) }
        let claims = try PackClaims(pack)
        try PackChecks.manifest(claims, pack, tree, entries, sealed.counts)
        let record = try PackRecord.check(claims, pack, tree)
        try PackChecks.files(claims, pack)
        let previous = try PackChecks.previous(claims, pack)
        return PackConfirmation(
            checkpoint: pack.checkpoint,
            cosignatures: pack.opened.cosignatures,
            olderSize: olderSize,
            scope: claims.object["scope"]?.text ?? "",
            filter: claims.filter,
            receiver: claims.receiver,
            entries: entries.count,
            sealed: PackSealedCounts(sealed.counts),
            erasures: sealed.erasures,
            record: record,
            unrecorded: claims.unrecorded,
            previous: previous,
            hasRenderings: claims.hasRenderings
        )
    }

    /// Whether what was seen before is the beginning of this; returns its size.
    private func continues(_ bytes: [UInt8], _ pack: OpenPack, _ tree: PackTree) throws(PackStop) -> UInt64 {
        let older = try keys.open(bytes, "the older checkpoint").checkpoint
        guard older.origin == pack.checkpoint.origin else { throw .fault(.otherLedger(older.origin.text)) }
        guard older.size <= pack.size else { throw .fault(at: pack.size, .cut(olderSize: older.size)) }
        guard tree.root(size: older.size) == older.root else { throw .fault(.rewritten(since: older.size)) }
        return older.size
    }
}
