// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ContributionCommit: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract: "Record that an organisation commits itself to pay.",
        discussion: Example.of(
            "jvctl contribution commit provide \"GBP 26000.00\" \"Half of the programme manager\" --from 2020-01-01 --to 2021-01-01 --post programme-manager"
        )
    )

    @Argument(help: "The organisation that will pay.", completion: .keys(of: .organisation))
    var org: String

    @Argument(help: "How much, in the whole of the time, such as \"GBP 26000.00\".")
    var amount: String

    @Argument(help: "Towards what.")
    var purpose: String

    @Option(help: "From when it is for, as EDTF.")
    var from: String?

    @Option(help: "From when it no longer is.")
    var to: String?

    @Option(help: "The post that it pays for.", completion: .keys(of: .post))
    var post: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "contribution.committed",
            "contribution/",
            [
                "org": .text(org),
                "amount": try MoneyText.option("AMOUNT", amount),
                "purpose": .text(purpose),
                "from": .text(from),
                "to": .text(to),
                "post": .text(post),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
