// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ReloadDaemon: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Make the daemon read its access policy and configuration again.",
        discussion: Example.of("sudo jvctl reload")
    )

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.call("io.jvledger.Admin.Reload")
        try session.answer(reply, ReloadView.lines(reply))
    }
}
