// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import LedgerExport
import LedgerService
import LedgerStore
import TransparencyLog

import struct Ledger.Entry

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a ledger from a backup, where there is none; nothing is taken that does not verify.",
        discussion: """
            Every entry is hashed again, and every checkpoint must be over the entries up to it and signed with the
            signing key, which is not in a backup. Erasures are applied again: what was erased after a backup began is
            not restored from its earlier files. The access policy is another file, which stays as it is. Example:

              systemctl stop jvledgerd@mid-essex.socket jvledgerd@mid-essex
              mv /var/lib/jvledger/mid-essex /var/lib/jvledger/mid-essex.damaged
              jvledgerd restore mid-essex --from /var/backups/jvledger/mid-essex \\
                --signing-key /root/mid-essex.signing-key
              systemctl start jvledgerd@mid-essex.socket

            What was recorded after the backup is lost. Tell the partners: their witnesses will see that the ledger was
            set back, and keep the proof.
            """
    )

    @Argument(help: "The name of the instance.")
    var instance: String

    @Option(
        help:
            "The directory that jvctl backup was given, or one of the backups in it; the newest is the default."
    )
    var from: String

    @Option(help: "The ledger's signing key, as jvledgerd init wrote it to its file signing-key.")
    var signingKey: String

    @OptionGroup var places: Places

    func run() throws {
        try Places.check(instance: instance)
        umask(0o022)
        let signer = try SigningKey.load(signingKey)
        let directory = try places.state(instance)
        guard !TextFile.exists(directory + "/ledger.sqlite") else {
            throw Failure.failed("there is a ledger in \(directory): move it away first")
        }
        let chain = try newest()
        let unfinished = directory + ".restoring"
        do {
            LedgerFiles.remove(unfinished)
            try TextFile.makeDirectory(unfinished, mode: 0o700)
            let counts = try build(unfinished, chain, signer)
            try TextFile.create(unfinished + "/signing-key", mode: 0o600, signer.secretText + "\n")
            LedgerFiles.giveAway(unfinished)
            // A directory without a ledger may be there, as systemd makes it.
            guard rename(unfinished, directory) == 0 else {
                throw Failure.failed(
                    "cannot put the ledger into \(directory): \(String(cString: strerror(errno)))"
                )
            }
            print(
                """
                Restored \(counts.entries) entries from \(chain.directory), all as they were signed.
                Sealed texts: \(counts.disclosures - counts.erased) kept, \(counts.erased) erased again.
                Next: systemctl start jvledgerd@\(instance).socket
                """
            )
        } catch {
            LedgerFiles.remove(unfinished)
            throw error
        }
    }

    private func newest() throws -> BackupChain {
        do throws(BackupFailure) {
            let chain = try BackupChain(directory: from)
            guard chain.files.isEmpty else { return chain }
            guard let last = try BackupChain.chains(in: from).last else { throw .empty(path: from) }
            return try BackupChain(directory: last)
        } catch { throw Failure.failed("\(error)") }
    }

    private func build(
        _ directory: String,
        _ chain: BackupChain,
        _ signer: SignerKey
    ) throws -> RestoreCounts {
        let store: SQLiteEventStore
        do { store = try SQLiteEventStore(directory: directory, create: true) } catch {
            throw Failure.failed("\(error)")
        }
        var counts = RestoreCounts()
        do {
            _ = try chain.read(key: signer.verifierKey) { finding in
                switch finding {
                case .commit(let commit): try Self.append(commit, to: store, &counts)
                case .cosignature(let size, let line): try store.addCosignatures([line], size: size)
                }
            }
            guard counts.entries > 0 else { throw BackupFailure.empty(path: chain.directory) }
            try store.scrub()
            // As it will be read: the bytes on the disk, each signature, and what belongs to what.
            store.forgetPages()
            _ = try store.audit(key: signer.verifierKey)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.failed("not restored: \(error)")
        }
        return counts
    }

    private static func append(
        _ commit: BackupCommit,
        to store: SQLiteEventStore,
        _ counts: inout RestoreCounts
    ) throws {
        var entries: [NewEntry] = []
        var erasures: [DisclosureKey] = []
        for each in commit.entries {
            guard let entry = try? Entry(bytes: each.bytes), entry.position == counts.entries else {
                throw StoreFailure.damaged(position: counts.entries, reason: "it is no entry")
            }
            entries.append(
                NewEntry(
                    position: entry.position,
                    id: entry.id,
                    subject: entry.subject.description,
                    type: entry.type,
                    streamVersion: UInt64(entry.streamVersion),
                    bytes: each.bytes,
                    leafHash: each.leafHash,
                    disclosures: each.disclosures.map {
                        NewDisclosure(field: $0.field, person: $0.person, text: $0.text)
                    }
                )
            )
            counts.entries += 1
            counts.disclosures += each.disclosures.count
            erasures += entry.erasures
        }
        for erasure in erasures {
            let isThere = try store.disclosure(at: erasure.position, field: erasure.field) != nil
            counts.erased += isThere ? 1 : 0
        }
        let checkpoint = StoredCheckpoint(
            size: commit.checkpoint.size,
            root: commit.checkpoint.root,
            note: commit.note
        )
        try store.append(StoreBatch(entries: entries, checkpoint: checkpoint, erasures: erasures))
    }
}

/// What was restored.
private struct RestoreCounts {
    var entries: UInt64 = 0
    var disclosures = 0
    var erased = 0
}
