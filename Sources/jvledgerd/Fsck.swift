// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerService
import LedgerStore
import TransparencyLog

struct Fsck: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a stopped ledger to the last byte, and lift the mark of damage if all is well.",
        discussion: """
            Reads every entry, hashes it, derives the root and compares it with every checkpoint. If nothing is wrong
            (any more), the mark that keeps the daemon from starting is removed. Damage is named by position and left
            as it is: put a good copy of the ledger in its place. Example:

              systemctl stop jvledgerd@mid-essex.socket jvledgerd@mid-essex
              jvledgerd fsck mid-essex
            """
    )

    @Argument(help: "The name of the instance.")
    var instance: String

    @Flag(
        help:
            "Lift the mark that another history was signed with this ledger's key: you know how it came to be, and say so to the partners."
    )
    var forgetOtherHistory = false

    @OptionGroup var places: Places

    /// That the files are sound says nothing about it: the mark stays.
    private var otherHistory: Failure {
        .damaged(
            """
            The mark stays: nothing here is damaged, but somebody has seen another history with this ledger's signature.
            Either this is an old copy; then put the newest backup in its place:
              jvledgerd restore \(instance) --from DIRECTORY --signing-key FILE
            or somebody else signs with its key. Where what is missing is lost for good, and the partners know it:
              jvledgerd fsck \(instance) --forget-other-history
            """
        )
    }

    func run() throws {
        try Places.check(instance: instance)
        let directory = try places.state(instance)
        let mark = try? DamageMark(directory: directory)
        if let mark {
            print("Marked as damaged\(mark.position.map { " at entry \($0)" } ?? ""): \(mark.reason)")
        }
        let store: SQLiteEventStore
        do { store = try SQLiteEventStore(inspecting: directory) } catch {
            switch error {
            case .locked: throw Failure.tryAgain("\(error); stop the daemon first")
            case .missing, .foreign, .newer: throw Failure.unusable("\(error)")
            case .exists, .store: throw Failure.damaged("\(error)")
            }
        }
        let report: VerificationReport
        do throws(StoreFailure) {
            report = try store.audit()
            // SQLite drops a write-ahead log from its first bad frame on: what is left can be sound, and too little.
            if let position = store.damageMark?.position, position >= report.entries {
                throw .damaged(position: position, reason: "it is gone: the ledger ends before it")
            }
        } catch {
            guard case .damaged(let position, let reason) = error else { throw Failure.failed("\(error)") }
            try? store.markDamaged(DamageMark(position: position, reason: reason))
            throw Failure.damaged(
                """
                \(error)
                Nothing was changed. Move \(directory) away and restore the last backup:
                  jvledgerd restore \(instance) --from DIRECTORY --signing-key FILE
                """
            )
        }
        print("Entries: \(report.entries). Checkpoints: \(report.checkpoints). All are as they were signed.")
        guard mark?.isOtherHistory != true || forgetOtherHistory else { throw otherHistory }
        do { try DamageMark.remove(from: directory) } catch { throw Failure.failed("\(error)") }
        print("Root \(report.root.base64). The ledger may be started.")
    }
}
