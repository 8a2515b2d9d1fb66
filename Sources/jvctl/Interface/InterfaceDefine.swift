// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct InterfaceDefine: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Record where services of several organisations meet.",
        discussion: Example.of(
            "jvctl interface define rapid-response \"Integrated rapid response\" --service nursing --service social-work --organisation provide --organisation council"
        )
    )

    @Argument(help: "Its key.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(
        name: .customLong("service"),
        help: "A service that meets others there; may be given again.",
        completion: .keys(of: .service)
    )
    var services: [String] = []

    @Option(
        name: .customLong("organisation"),
        help: "An organisation that shares it; at least two.",
        completion: .keys(of: .organisation)
    )
    var organisations: [String] = []

    @Option(help: "How the work passes from one to the other.")
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
            "interface.defined",
            "interface/\(key)",
            [
                "title": .text(title),
                "services": .texts(services),
                "organisations": .texts(organisations),
                "process": .text(process),
                "coProducers": try CoProducerOption.list(with),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
