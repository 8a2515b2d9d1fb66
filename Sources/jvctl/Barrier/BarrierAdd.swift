// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BarrierAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that something stands in the way.",
        discussion: Example.of(
            "jvctl barrier add organisationalBoundary \"Acute and social care do not mix\""
        )
    )

    @Argument(
        help:
            """
            organisationalBoundary, culture, prioritiesShift, funding, information, trust, jurisdiction, \
            capacity or other.
            """
    )
    var kind: String

    @Argument(help: "What it is, in a few words.")
    var title: String

    @Option(
        help: "An organisation that it hinders; may be given again.",
        completion: .keys(of: .organisation)
    )
    var organisation: [String] = []

    @Option(help: "From 1 (little) to 5 (stops the work).")
    var severity: Int?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "barrier.identified",
            "barrier/",
            [
                "kind": .text(kind),
                "title": .text(title),
                "organisations": .texts(organisation),
                "severity": .number(severity),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
