// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeasureDefine: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Record what is measured, how, how often and by whom.",
        discussion: Example.of(
            """
            jvctl measure define delay "Days of delay" --definition "Days from fit to leave until leaving, median" \\
                  --kind outcome --frequency monthly --org provide --better-is lower --target 2 --objective O-0001
            """,
            saying: """
                An objective wants an outcome measure, and a balancing one that shows what must not get worse \
                meanwhile. Without --better-is and a target nothing is red, amber or green.
                """
        )
    )

    @OptionGroup var measure: MeasureOptions
    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft("measure.defined", "measure/\(measure.key)", data: measure.data)
        try await session.recordAndSay([draft], recording.settings)
    }
}
