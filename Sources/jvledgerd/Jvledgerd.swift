// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc

/// The daemon's version, as GetInfo and GetStatus tell it.
let version = "0.1.0"

struct Jvledgerd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jvledgerd",
        abstract: "Keeps the ledger of one joint venture.",
        discussion: """
            Without a verb it serves the ledger of an instance, as systemd starts it. Example:

              jvledgerd init mid-essex --administrator "$USER"
              systemctl enable --now jvledgerd@mid-essex.socket

            Exit status: 0 done, 1 failed, 2 usage, 65 damage was found (fsck), 75 try again, 78 not to be started
            like this: no ledger, damage, or unusable configuration, policy or key.
            """,
        version: version,
        subcommands: [Serve.self, Init.self, Fsck.self, Restore.self],
        defaultSubcommand: Serve.self
    )
}

/// A reason for ending, with the status to end with.
struct Failure: Error {
    let status: Int32
    let message: String

    /// It failed, for a reason that may pass.
    static func failed(_ message: String) -> Failure { Failure(status: EXIT_FAILURE, message: message) }

    /// It must not be started like this: systemd does not restart it (EX_CONFIG).
    static func unusable(_ message: String) -> Failure { Failure(status: 78, message: message) }

    /// Someone else has it; try again later (EX_TEMPFAIL).
    static func tryAgain(_ message: String) -> Failure { Failure(status: 75, message: message) }

    /// Damage was found (EX_DATAERR).
    static func damaged(_ message: String) -> Failure { Failure(status: 65, message: message) }
}
