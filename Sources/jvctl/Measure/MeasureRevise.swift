// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeasureRevise: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Record the whole new definition of a measure, which starts a new series.",
        discussion: Example.of(
            """
            jvctl measure revise delay "Days of delay" --definition "The same, weekends not counted" \\
                  --kind outcome --frequency monthly --org provide --occurred 2027-01-01
            """,
            saying: """
                Values before and after the change are never joined: they were not measured in the same way. \
                --occurred says from when the new definition is used.
                """
        )
    )

    @OptionGroup var measure: MeasureOptions

    @Option(help: "Why it changes.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        var data = measure.data
        data["reason"] = .text(reason)
        let draft = Draft("measure.revised", "measure/\(measure.key)", data: data)
        try await session.recordAndSay([draft], recording.settings)
    }
}
