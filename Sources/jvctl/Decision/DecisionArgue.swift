// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionArgue: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "argue",
        abstract: "State a reason for or against an option.",
        discussion: Example.of("jvctl decision argue D-0004 2 against \"It delays the others by a year\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "The option's number.")
    var option: Int

    @Argument(help: "for, against or neutral.")
    var stance: String

    @Argument(help: "The reason.")
    var text: String

    @Option(help: "By which criterion the option is assessed.")
    var criterion: String?

    @Option(help: "What the option costs, such as \"GBP 9546.00\".")
    var cost: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "option.argued",
            "decision/\(key)",
            [
                "option": .number(option),
                "stance": .text(stance),
                "text": .text(text),
                "criterion": .text(criterion),
                "cost": try MoneyText.option("--cost", cost),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
