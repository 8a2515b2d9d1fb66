// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodyChair: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "chair",
        abstract: "Record who chairs a body, or that they do no longer.",
        discussion: Example.of(
            "jvctl body chair programme-board seat/board-council --from 2018-04-01",
            "jvctl body chair programme-board --vice --occurred 2020-06-30"
        )
    )

    @Argument(help: "The body.", completion: .keys(of: .body))
    var body: String

    @Argument(
        help: "seat/KEY or assignment/KEY; without it whoever has the office stands down.",
        completion: .references(to: .seat, .assignment)
    )
    var holder: String?

    @Flag(help: "The office is that of the vice-chair.")
    var vice = false

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, or when they stood down, as EDTF.")
    var to: String?

    @Option(help: "Why they stood down.")
    var reason: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            holder == nil ? "chair.stoodDown" : "chair.appointed",
            "body/\(body)",
            [
                "office": .text(vice ? "viceChair" : "chair"),
                "holder": .text(holder),
                "from": .text(from),
                "to": .text(to),
                "reason": .text(reason),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
