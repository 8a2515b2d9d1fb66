// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodySeat: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "seat",
        abstract: "Create a seat in a body.",
        discussion: Example.of(
            "jvctl body seat board-provide programme-board provide --seat-class member --voting"
        )
    )

    @Argument(help: "The seat's key.")
    var key: String

    @Argument(help: "The body.", completion: .keys(of: .body))
    var body: String

    @Argument(help: "The organisation that nominates its holder.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(name: .customLong("seat-class"), help: "member, officer, clinician, lay or advisor.")
    var seatClass: String

    @Flag(help: "Its holder has a vote.")
    var voting = false

    @Option(help: "What it is called.")
    var title: String?

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "seat.created",
            "seat/\(key)",
            [
                "body": .text(body),
                "organisation": .text(organisation),
                "seatClass": .text(seatClass),
                "voting": .flag(voting),
                "title": .text(title),
                "from": .text(from),
                "to": .text(to),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
