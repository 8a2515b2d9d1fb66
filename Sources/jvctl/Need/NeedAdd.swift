// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct NeedAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that something is needed.",
        discussion: Example.of(
            "jvctl need add \"One referral instead of three\" --affected \"People leaving hospital\" --organisation provide",
            "jvctl decision propose \"A joint referral team\" --because need/N-0001"
        )
    )

    @Argument(help: "What is needed, in one line.")
    var title: String

    @Option(help: "The need at length.")
    var statement: String?

    @Option(help: "The groups of people whom it affects.")
    var affected: String?

    @Option(help: "The organisation that raised it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "The interface between services at which it shows.", completion: .keys(of: .interface))
    var interface: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "need.identified",
            "need/",
            [
                "title": .text(title),
                "statement": .text(statement),
                "affected": .text(affected),
                "org": .text(organisation),
                "interface": .text(interface),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
