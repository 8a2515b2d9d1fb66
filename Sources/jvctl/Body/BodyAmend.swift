// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodyAmend: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Record new terms of reference; they replace the old ones whole.",
        discussion: Example.of(
            "jvctl body amend programme-board --decision-rule consent --quorum provide=1 --quorum council=1"
        )
    )

    @Argument(help: "The body.", completion: .keys(of: .body))
    var key: String

    @Option(name: .customLong("decision-rule"), help: "consent, majority or unanimity.")
    var decisionRule: String?

    @Option(help: "Who must be there, each as ORG=COUNT or ORG:CLASS=COUNT; may be given again.")
    var quorum: [String] = []

    @Flag(name: .customLong("accepts-reported"), help: "Decisions may rest on consents that are reported.")
    var acceptsReported = false

    @Flag(name: .customLong("chairs-differ"), help: "Chair and vice-chair come from different partners.")
    var chairsDiffer = false

    @Option(name: .customLong("papers-days"), help: "How many days before a meeting papers are circulated.")
    var papersDays: Int?

    @Flag(
        name: .customLong("excludes-conflicted"),
        help: "Who withdrew for a conflict of interest does not count for the quorum of that matter."
    )
    var excludesConflicted = false

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "body.terms.amended",
            "body/\(key)",
            [
                "decisionRule": .text(decisionRule),
                "quorum": try QuorumOption.parts(quorum),
                "acceptsReportedConsents": .flag(acceptsReported),
                "chairsFromDifferentPartners": .flag(chairsDiffer),
                "papersDays": .number(papersDays),
                "excludesConflicted": .flag(excludesConflicted),
                "from": .text(from),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
