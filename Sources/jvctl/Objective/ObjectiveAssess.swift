// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ObjectiveAssess: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Record what somebody finds of how far an objective has come.",
        discussion: Example.of(
            "jvctl objective assess O-0001 \"Referrals are processed jointly, but not at weekends\" --rating atRisk"
        )
    )

    @Argument(help: "The objective.", completion: .keys(of: .objective))
    var key: String

    @Argument(help: "What was found, in words.")
    var narrative: String

    @Option(help: "onTrack, atRisk or offTrack; needs a measure with a target.")
    var rating: String?

    @Option(help: "The organisation that assesses.", completion: .keys(of: .organisation))
    var org: String?

    @Option(help: "The assignment in which somebody assesses for it.", completion: .keys(of: .assignment))
    var by: String?

    @Option(
        help: "The service interface assessed, if it is not that of the objective.",
        completion: .keys(of: .interface)
    )
    var interface: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "objective.assessed",
            "objective/\(key)",
            [
                "rating": .text(rating),
                "narrative": .text(narrative),
                "org": .text(org),
                "by": .text(by),
                "interface": .text(interface),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
