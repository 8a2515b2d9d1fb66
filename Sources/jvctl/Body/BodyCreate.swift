// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodyCreate: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Record that a body is constituted.",
        discussion: Example.of(
            "jvctl body create programme-board \"Programme Board\" --kind programmeBoard"
        )
    )

    @Argument(help: "Its key.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: "committee, programmeBoard, board or workingGroup.")
    var kind: String

    @Option(help: "The body that it is part of.", completion: .keys(of: .body))
    var parent: String?

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

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "body.constituted",
            "body/\(key)",
            [
                "title": .text(title),
                "kind": .text(kind),
                "parent": .text(parent),
                "decisionRule": .text(decisionRule),
                "quorum": try QuorumOption.parts(quorum),
                "acceptsReportedConsents": .flag(acceptsReported),
                "chairsFromDifferentPartners": .flag(chairsDiffer),
                "papersDays": .number(papersDays),
                "excludesConflicted": .flag(excludesConflicted),
                "from": .text(from),
                "to": .text(to),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
