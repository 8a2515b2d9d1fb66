// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionDissent: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "dissent",
        abstract: "Record that a partner dissents, without undoing anything.",
        discussion: Example.of("jvctl decision dissent D-0004 \"We would have piloted one ward first\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "What the partner says.")
    var statement: String

    @Option(help: "Report it of this partner, from a --source.", completion: .keys(of: .partner))
    var report: String?

    @Option(help: "The assignment of whoever states it.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "dissent.recorded",
            "decision/\(key)",
            ["org": .text(partner.organisation), "by": .text(by), "statement": .text(statement)]
        )
        try await session.recordAndSay([draft], partner.settings)
    }
}
