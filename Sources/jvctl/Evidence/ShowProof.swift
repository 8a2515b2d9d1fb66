// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowProof: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "The proof that an entry was recorded, a C2SP tlog-proof that verifies offline for ever.",
        discussion: Example.of("jvctl proof 36 > 36.tlog-proof", "jvctl proof 36 --witnessed > 36.tlog-proof")
    )

    @Argument(help: "The position of the entry.")
    var position: Int

    @Flag(help: "Under the latest checkpoint that has the cosignatures that jvctl witness policy asks for.")
    var witnessed = false

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Log.GetProof",
            ["position": .number(position), "witnessed": witnessed ? .bool(true) : nil]
        )
        try session.answer(reply, verbatim: reply["proof"]?.text)
    }
}
