// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AgreementAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record an agreement between organisations.",
        discussion: Example.of(
            "jvctl agreement add \"Partnership deed\" --form contractual --party provide --party council --from 2018-04-01",
            saying:
                "It is in force once every party has signed it. Under section 75 every clause below is asked for."
        )
    )

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: "s75, contractual, memorandum or other.")
    var form: String

    @Option(help: "An organisation that is a party; give it for each.", completion: .keys(of: .organisation))
    var party: [String] = []

    @Flag(name: .customLong("pooled-fund"), help: "It sets up a pooled fund.")
    var pooledFund = false

    @Option(help: "The agreed aims and outcomes.")
    var aims: String?

    @Option(help: "What each party contributes.")
    var contributions: String?

    @Option(name: .customLong("contribution-changes"), help: "How the contributions may be varied.")
    var contributionChanges: String?

    @Option(help: "The functions that it covers.")
    var functions: String?

    @Option(help: "The persons and kinds of services.")
    var services: String?

    @Option(help: "Staff, goods, services or accommodation.")
    var resources: String?

    @Option(help: "How long it lasts.")
    var duration: String?

    @Option(help: "How it is reviewed, varied and terminated.")
    var changes: String?

    @Option(name: .customLong("fund-management"), help: "How the pooled fund is managed.")
    var fundManagement: String?

    @Option(help: "How it is monitored.")
    var monitoring: String?

    @Option(help: "SHA-256 of the document.")
    var digest: String?

    @Option(help: "From when it is to hold, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(name: .customLong("review-on"), help: "When it is to be reviewed.")
    var reviewOn: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "agreement.recorded",
            "agreement/",
            [
                "title": .text(title),
                "form": .text(form),
                "parties": .texts(party),
                "pooledFund": .flag(pooledFund),
                "aims": .text(aims),
                "contributions": .text(contributions),
                "contributionChanges": .text(contributionChanges),
                "functions": .text(functions),
                "services": .text(services),
                "resources": .text(resources),
                "duration": .text(duration),
                "changes": .text(changes),
                "fundManagement": .text(fundManagement),
                "monitoring": .text(monitoring),
                "digest": .text(digest),
                "from": .text(from),
                "to": .text(to),
                "reviewOn": .text(reviewOn),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
