// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Erase: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Delete for good what is sealed of a person, and record by what right.",
        discussion: Example.of(
            "jvctl erase P-0001 --basis \"UK GDPR Article 17(1)(a)\" \\",
            "    --approved-by \"Data Protection Officer\" --dry-run",
            "jvctl erase P-0001 --basis \"UK GDPR Article 17(1)(a)\" \\",
            "    --approved-by \"Data Protection Officer\" --field 31:reason",
            saying: """
                Deleted is every sealed text on the person's own record and in entries that name the person; with \
                --field, a text that was sealed in another entry too (jvctl log POSITION shows its name). The \
                entries stay as they are, with the digests of what was deleted: every proof and every export \
                verifies as before. What was recorded without being sealed cannot be taken out.

                Only an administrator may, and what is held cannot be erased (jvctl hold list). It cannot be \
                undone: --dry-run says beforehand what would be deleted. Basis and office stay in the ledger for \
                ever: give no name. It ends with 75 while a program that reads the database keeps it from being \
                cleaned; the same command again cleans it.
                """
        )
    )

    @Argument(
        help: "The person, such as P-0001; jvctl person list shows who there is.",
        completion: .keys(of: .person)
    )
    var person: String

    @Option(help: "By what right, such as \"UK GDPR Article 17(1)(a)\".")
    var basis: String

    @Option(
        name: .customLong("approved-by"),
        help: ArgumentHelp("Whose decision it is: an office, not a name.", valueName: "office")
    )
    var approvedBy: String

    @Option(
        help: ArgumentHelp(
            "A further text that was sealed in another entry; may be given again.",
            valueName: "position:name"
        )
    )
    var field: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Delete and record nothing; say what would be deleted.")
    var isDryRun = false

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        try await session.erase(
            Erasure(
                person: person,
                basis: basis,
                approvedBy: approvedBy,
                fields: try field.map { text throws(Complaint) in try SealedTextName(text) },
                isDryRun: isDryRun
            )
        )
    }
}
