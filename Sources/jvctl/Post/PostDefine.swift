// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostDefine: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Record that there is a post.",
        discussion: Example.of(
            "jvctl post define programme-manager \"Programme Manager\" --jointly-funded"
        )
    )

    @Argument(help: "Its key.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: "An organisation that it spans; may be given again.", completion: .keys(of: .organisation))
    var organisation: [String] = []

    @Option(
        name: .customLong("employer"),
        help: "The organisation that employs its holder.",
        completion: .keys(of: .organisation)
    )
    var host: String?

    @Option(
        name: .customLong("accountable-to"),
        help: "An organisation that it answers to; may be given again.",
        completion: .keys(of: .organisation)
    )
    var accountableTo: [String] = []

    @Flag(name: .customLong("boundary-spanning"), help: "It works across organisations by design.")
    var boundarySpanning = false

    @Flag(name: .customLong("jointly-funded"), help: "Several organisations pay for it.")
    var jointlyFunded = false

    @Option(help: "How many may hold it together: single, jobShare or multi.")
    var sharing: String?

    @Option(help: "The most holders, when several hold it.")
    var holders: Int?

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "post.defined",
            "post/\(key)",
            [
                "title": .text(title),
                "organisations": .texts(organisation),
                "host": .text(host),
                "accountableTo": .texts(accountableTo),
                "boundarySpanning": .flag(boundarySpanning),
                "jointlyFunded": .flag(jointlyFunded),
                "sharing": .text(sharing),
                "holders": .number(holders),
                "from": .text(from),
                "to": .text(to),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
