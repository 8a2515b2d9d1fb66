// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowConsistency: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract:
            "The proof that an earlier ledger is the beginning of a later one: RFC 6962 hashes, in base64.",
        discussion: Example.of("jvctl consistency 60 84", "jvctl consistency 60")
    )

    @Argument(help: "The number of entries of the earlier one.")
    var old: Int

    @Argument(help: "The number of entries of the later one; all that there are without it.")
    var new: Int?

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Log.GetConsistency",
            ["old": .number(old), "new": .number(new)]
        )
        let hashes = (reply["hashes"]?.array ?? []).compactMap(\.text)
        try session.answer(reply, verbatim: hashes.map { $0 + "\n" }.joined())
    }
}
