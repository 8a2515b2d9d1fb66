// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct Watch: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow the ledger: every new entry as it is recorded.",
        discussion: Example.of("jvctl watch", "jvctl watch --from 0 --json=short")
    )

    @Option(help: "Begin with the entry at this position; with new ones without it.")
    var from: Int?

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let settings = session.settings
        try await session.callMore("io.jvledger.Ledger.Monitor", ["from": .number(from)]) {
            reply throws(Complaint) in
            guard let entry = reply["entry"]?.object else { return }
            if settings.json != .off {
                Console.print([JSONForm.short.text(entry) ?? ""])
            } else if let entry = LogEntry(entry) {
                Console.print([DisplayText.shortened(entry.line, to: settings.terminal.width ?? Int.max)])
            }
        }
    }
}
