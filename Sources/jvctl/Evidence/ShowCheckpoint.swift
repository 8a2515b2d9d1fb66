// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowCheckpoint: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "The latest checkpoint, a C2SP signed note; or an earlier one, or the public key.",
        discussion: Example.of(
            "jvctl checkpoint > today.checkpoint",
            "jvctl checkpoint --public-key > mid-essex.vkey"
        )
    )

    @Option(help: "The checkpoint over so many entries.")
    var size: Int?

    @Flag(help: "The latest that has the cosignatures that jvctl witness policy asks for.")
    var witnessed = false

    @Flag(name: .customLong("public-key"), help: "Write the ledger's public key instead.")
    var isKey = false

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Log.GetCheckpoint",
            ["size": .number(size), "witnessed": witnessed ? .bool(true) : nil]
        )
        let text = isKey ? reply["publicKey"]?.text.map { $0 + "\n" } : reply["checkpoint"]?.text
        try session.answer(reply, verbatim: text)
    }
}
