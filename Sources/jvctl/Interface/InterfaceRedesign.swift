// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct InterfaceRedesign: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "redesign",
        abstract: "Record that an interface works in another way: its next version.",
        discussion: Example.of(
            "jvctl interface redesign rapid-response \"One referral form\" --with frontLine=6 --with serviceUsers=4"
        )
    )

    @Argument(help: "The interface.", completion: .keys(of: .interface))
    var key: String

    @Argument(help: "What is different.")
    var note: String

    @Option(help: "How the work passes from one to the other from then on.")
    var process: String?

    @Option(
        help: "Who took part in making it: serviceUsers, carers, frontLine, partners or none, perhaps =COUNT."
    )
    var with: [String] = []

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "interface.redesigned",
            "interface/\(key)",
            [
                "note": .text(note),
                "process": .text(process),
                "coProducers": try CoProducerOption.list(with),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
