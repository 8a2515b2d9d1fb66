// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Disclose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "disclose",
        abstract: "All that the ledger holds about a person: the answer to a subject access request.",
        discussion: Example.of(
            "jvctl disclose P-0001",
            "jvctl disclose P-0001 --output P-0001.txt",
            "jvctl disclose P-0001 --json=short --output P-0001.jsonl",
            saying: """
                What the person held; every entry on their record, on the record of a role that they held, or that \
                mentions either, such as advice given and consents given by them; and the sealed texts in these. \
                It shows what you may read, and says what is withheld from you and what was erased, when and by \
                what right. As JSON it is one object a line: the person, each entry, and a summary.
                """
        )
    )

    @Argument(
        help: "The person, such as P-0001; jvctl person list shows who there is.",
        completion: .keys(of: .person)
    )
    var person: String

    @Option(help: "Write to this file instead, which is there only once it is whole.", completion: .file())
    var output: String?

    @Flag(help: "Replace the file if it exists.")
    var force = false

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        try await session.disclose(person, to: output, replaces: force)
    }
}
