// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PolicyCheck: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check an access policy before it is in force, and show what it would change.",
        discussion: Example.of(
            "jvctl policy check /etc/jvledger/mid-essex/policy.yaml",
            "systemctl reload jvledgerd@mid-essex",
            saying: """
                What is wrong is named with its line; then it ends with 65, and a reload would keep the old policy. \
                Names that this host does not know are shown too: they grant nothing. For administrators.
                """
        )
    )

    @Argument(help: "The policy; - is standard input.", completion: .file())
    var file: String

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) { try await session.checkPolicy(file) }
}
