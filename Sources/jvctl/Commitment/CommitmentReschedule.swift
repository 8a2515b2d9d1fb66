// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommitmentReschedule: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "reschedule",
        abstract: "Record that it is to be done by another date.",
        discussion: Example.of(
            "jvctl commitment reschedule CM-0001 2019-10-31"
        )
    )

    @Argument(help: "The commitment.", completion: .keys(of: .commitment))
    var key: String

    @Argument(help: "By when, as EDTF; a day counts to its end.")
    var due: String

    @Option(help: "Why the date changed.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "commitment.rescheduled",
            "commitment/\(key)",
            [
                "due": .text(due),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
