// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RunBridge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridge",
        abstract: "Hand standard input and output on to the ledger: the far side of --host.",
        discussion: Example.of(
            "jvctl --host alice@ledger.example decision list",
            "varlinkctl call ssh-exec:alice@ledger.example:'jvctl bridge' io.jvledger.Ledger.WhoAmI '{}'",
            saying: """
                jvctl --host runs it over ssh; any Varlink client can. The daemon sees the user who logged in.

                For partners who shall reach the ledger and nothing else, in /etc/ssh/sshd_config.d/jvledger.conf:

                  Match Group jvledger-partners
                    ForceCommand /usr/bin/jvctl bridge --instance mid-essex
                    DisableForwarding yes
                    PermitTTY no

                Such an account can do nothing else here, and needs no password; its login shell must be a real one, \
                such as /bin/sh, as sshd runs the command through it. What its user may record and read is said by the \
                access policy.
                """
        )
    )

    @Option(help: "The ledger to reach; the only one on this host is the default.", completion: .instances)
    var instance: String?

    @Option(help: "The socket to connect to; $JVLEDGER_SOCKET is the default.", completion: .file())
    var socket: String?

    func run() throws { try Bridge.run(instance: instance, socket: socket) }
}
