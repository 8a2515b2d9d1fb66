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

    @OptionGroup var places: Places

    func run() throws {
        try Places.check(instance: instance)
        let directory = places.state(instance)
        if let mark = try? DamageMark(directory: directory) {
            print("Marked as damaged\(mark.position.map { " at entry \($0)" } ?? ""): \(mark.reason)")
        }
        let store: SQLiteEventStore
        do { store = try SQLiteEventStore(inspecting: directory) } catch {
            switch error {
            case .locked: throw Failure.tryAgain("\(error); stop the daemon first")
            case .missing: throw Failure.unusable("\(error)")
            case .exists, .foreign, .newer, .store: throw Failure.damaged("\(error)")
            }
        }
        do throws(StoreFailure) {
            let report = try store.audit()
            // SQLite drops a write-ahead log from its first bad frame on: what is left can be sound, and too little.
            if let position = store.damageMark?.position, position >= report.entries {
                throw .damaged(position: position, reason: "it is gone: the ledger ends before it")
            }
            try DamageMark.remove(from: directory)
            print("\(report.entries) entries, \(report.checkpoints) checkpoints: all as they were signed.")
            print("Root \(report.root.base64). The ledger may be started.")
        } catch {
            guard case .damaged(let position, let reason) = error else { throw Failure.failed("\(error)") }
            try? store.markDamaged(DamageMark(position: position, reason: reason))
            throw Failure.damaged(
                "\(error)\nNothing was changed. Put a good copy of \(directory)/ledger.sqlite in its place, then run fsck again."
            )
        }
    }
}
