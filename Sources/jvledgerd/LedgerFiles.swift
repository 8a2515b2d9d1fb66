// SPDX-License-Identifier: Apache-2.0
import Glibc
import LedgerService

/// The files of a ledger in its directory, by their names.
enum LedgerFiles {
    private static let names = [
        "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "lock", "signing-key",
    ]

    /// Gives a directory and the files in it to the service user, when root runs this on a host that has one.
    static func giveAway(_ directory: String) {
        guard geteuid() == 0, let uid = HostNames.uid(ofUser: "jvledger"),
            let gid = HostNames.gid(ofGroup: "jvledger")
        else { return }
        for path in [directory] + names.map({ "\(directory)/\($0)" }) { _ = chown(path, uid, gid) }
    }

    /// Deletes a directory that has nothing but these files.
    static func remove(_ directory: String) {
        for name in names { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }
}
