// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
public import LedgerStore
public import TransparencyLog

extension EventStore {
    /// Reads every byte again, and compares with it all that the store says of it: hashes, tiles, checkpoints, the
    /// columns that entries are found by, and that the ledger's key signed the last checkpoint.
    ///
    /// - Parameters:
    ///   - key: the ledger's public key; nil for the one that its charter names.
    ///   - progress: is told how many entries of how many have been read; false stops.
    /// - Returns: what was read.
    /// - Throws: ``StoreFailure/damaged(position:reason:)`` with what was found, or what kept us from reading.
    public func audit(
        key: VerifierKey? = nil,
        progress: (UInt64, UInt64) -> Bool = { _, _ in true }
    ) throws(StoreFailure) -> VerificationReport {
        let report = try verify(progress: progress, comparing: EntryKeys.init(entryBytes:))
        if report.isComplete { try demandSignature(on: report, by: key) }
        return report
    }

    /// Demands that the ledger's key signed the checkpoint over what was verified.
    func demandSignature(on report: VerificationReport, by key: VerifierKey?) throws(StoreFailure) {
        guard report.entries > 0 else { return }
        var signer = key
        if signer == nil { signer = try charterKey }
        guard let signer, try checkpoint(atSize: report.entries)?.isSigned(by: signer) == true else {
            throw .damaged(position: nil, reason: "the ledger's key did not sign the last checkpoint")
        }
    }

    /// The public key that the charter names.
    private var charterKey: VerifierKey? {
        get throws(StoreFailure) {
            let charter = try entry(at: 0)?.checked()
            return charter?.data["publicKey"]?.text.flatMap { try? VerifierKey(text: $0) }
        }
    }
}

extension EntryKeys {
    /// The keys that an entry's bytes state; nil when they are not an entry.
    init?(entryBytes: [UInt8]) {
        guard let entry = try? Entry(bytes: entryBytes) else { return nil }
        self.init(
            id: entry.id,
            subject: entry.subject.description,
            type: entry.type,
            streamVersion: UInt64(entry.streamVersion)
        )
    }
}
