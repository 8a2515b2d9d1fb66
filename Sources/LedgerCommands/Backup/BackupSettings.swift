// SPDX-License-Identifier: Apache-2.0

/// How a backup is made.
public struct BackupSettings: Sendable {
    /// Where the backups are.
    let directory: String
    /// The ledger's public key, or a file with it, if it was given.
    let key: String?
    /// After how many days a new backup is begun, instead of adding to the last.
    let days: Int
    /// How many backups are kept; older ones are deleted.
    let kept: Int

    /// Says how.
    public init(directory: String, key: String?, days: Int, kept: Int) throws(Complaint) {
        guard days >= 1 else { throw .usage("--begin-anew takes a number of days from 1") }
        guard kept >= 1 else { throw .usage("--keep takes a number of backups from 1") }
        self.directory =
            directory.hasSuffix("/") && directory != "/" ? String(directory.dropLast()) : directory
        self.key = key
        self.days = days
        self.kept = kept
    }
}
