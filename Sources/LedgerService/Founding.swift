// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
public import Ledger
public import LedgerStore
public import TransparencyLog

/// The beginning of a ledger: entry 0, its charter, under the first checkpoint.
public enum Founding {
    /// Writes the charter into an empty store, and returns it; the profile says which law's demands bind for ever.
    public static func found(
        in store: any EventStore,
        signer: SignerKey,
        policyDigest: String,
        profile: Profile = .minimal,
        at now: Timestamp
    ) throws(StoreFailure) -> Entry {
        let origin = signer.verifierKey.name.text
        var data = JSONObject([
            ("origin", .string(origin)), ("publicKey", .string(signer.verifierKey.text)),
            ("policyDigest", .string(policyDigest)),
        ])
        // The default is never written out.
        if profile != .minimal { data["profile"] = .string(profile.rawValue) }
        guard let subject = Subject("ledger/charter") else {
            throw .failed("the charter's stream has no name")
        }
        do {
            let entry = try Entry(
                position: 0,
                id: EntryID.make(at: now),
                origin: origin,
                type: LedgerCreated.typeName,
                subject: subject,
                recorded: now,
                streamVersion: 1,
                recorder: .system,
                data: data
            )
            let bytes = try State().decide(entry).entry.canonicalBytes()
            var tree = CompactRange()
            let leafHash = Merkle.leafHash(bytes)
            tree.append(leafHash)
            let new = NewEntry(
                position: 0,
                id: entry.id,
                subject: subject.description,
                type: entry.type,
                streamVersion: 1,
                bytes: bytes,
                leafHash: leafHash
            )
            try store.append(StoreBatch(entries: [new], checkpoint: try signer.checkpoint(over: tree)))
            return entry
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            throw .failed("the charter cannot be written: \(error)")
        }
    }
}
