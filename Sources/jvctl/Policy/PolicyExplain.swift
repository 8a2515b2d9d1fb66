// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PolicyExplain: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "What the policy in force lets a user do, and by which grant.",
        discussion: Example.of(
            "jvctl policy explain alice",
            "jvctl policy explain alice record",
            saying: """
                With an action it ends with 0 if the user may, else with 1, and says which roles would do. What the \
                caller may do themselves jvctl whoami says. For administrators.
                """
        )
    )

    @Argument(help: "A user of the ledger's host: a name or a number.")
    var user: String

    @Argument(help: "An action, such as record; all without it.")
    var action: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) { try await session.explainPolicy(user, action) }
}
