// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeasureObserve: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "observe",
        abstract: "Record the value of a measure in a period.",
        discussion: Example.of(
            "jvctl measure observe delay 2026-10 3.5 --n 41",
            "jvctl measure observe seen-in-time 2026-07/2026-09 --numerator 87 --denominator 92"
        )
    )

    @Argument(help: "The measure.", completion: .keys(of: .measure))
    var key: String

    @Argument(help: "The whole of the period: 2026-10, 2026-07/2026-09 for a quarter, 2026 for a year.")
    var period: String

    @Argument(help: "The value, unless it is a ratio.")
    var value: String?

    @Option(help: "What was counted, for a ratio.")
    var numerator: Int?

    @Option(help: "What it was counted out of.")
    var denominator: Int?

    @Option(name: .customLong("n"), help: "How many cases the value rests on.")
    var cases: Int?

    @Option(help: "good, estimated or provisional.")
    var quality: String?

    @Option(
        name: .customLong("version"),
        help: "The version of the definition that was used; that in force when the period began without it."
    )
    var usedVersion: Int?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "observation.recorded",
            "measure/\(key)",
            [
                "period": .text(period),
                "value": .text(value),
                "numerator": .number(numerator),
                "denominator": .number(denominator),
                "n": .number(cases),
                "quality": .text(quality),
                "version": .number(usedVersion),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
