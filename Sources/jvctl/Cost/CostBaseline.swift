// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CostBaseline: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "Record an estimate of what would have been spent without working together.",
        discussion: Example.of(
            """
            jvctl cost baseline "Contracting out" contractOut 2018/2020 --currency GBP \\
                  --line priceNegotiation=8000/12000/20000 --line contractMonitoring=15000/22000/30000
            """,
            saying: """
                Each line is CATEGORY=LOW/CENTRAL/HIGH for the whole period. With --revise it is a new version of \
                an estimate; the earlier ones stay, and a comparison says with which it was made.
                """
        )
    )

    @Argument(help: "What the estimate is called.")
    var title: String

    @Argument(help: "contractOut, statusQuo or other.")
    var model: String

    @Argument(help: "The whole of the period that the amounts are for, such as 2018/2020.")
    var period: String

    @Option(help: ArgumentHelp("What a category would have cost; may be given again.", valueName: "line"))
    var line: [String]

    @Option(help: "The currency of the amounts.")
    var currency = "GBP"

    @Option(help: "What was assumed, and from where.")
    var assumptions: String?

    @Option(help: ArgumentHelp("The baseline of which this is a new version.", valueName: "key"))
    var revise: String?

    @Option(help: "Why it changes, with --revise.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            revise == nil ? "baseline.estimated" : "baseline.revised",
            "baseline/\(revise ?? "")",
            [
                "title": .text(title),
                "model": .text(model),
                "period": .text(period),
                "lines": try BaselineOption.lines(line, currency),
                "assumptions": .text(assumptions),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
