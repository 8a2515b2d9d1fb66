// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DelegationAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that an organisation lets others act for it.",
        discussion: Example.of(
            "jvctl delegation add \"Agree expenditure\" council body/programme-board --limit \"GBP 50000.00\""
        )
    )

    @Argument(help: "What may be done.")
    var function: String

    @Argument(help: "The organisation whose function it is.", completion: .keys(of: .organisation))
    var organisation: String

    @Argument(
        help: "Who exercises it: post/KEY, body/KEY or assignment/KEY.",
        completion: .references(to: .post, .body, .assignment)
    )
    var holder: String

    @Option(help: "The most that may be committed at a time, as currency and amount.")
    var limit: String?

    @Option(help: "The delegation that is passed on.", completion: .keys(of: .delegation))
    var under: String?

    @Option(help: "express or general.")
    var scope: String?

    @Option(help: "The agreement under which it is delegated.", completion: .keys(of: .agreement))
    var agreement: String?

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "function.delegated",
            "delegation/",
            [
                "function": .text(function),
                "organisation": .text(organisation),
                "holder": .text(holder),
                "limit": try MoneyText.option("--limit", limit),
                "under": .text(under),
                "scope": .text(scope),
                "agreement": .text(agreement),
                "from": .text(from),
                "to": .text(to),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
