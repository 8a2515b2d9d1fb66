// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodyQuorum: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "quorum",
        abstract: "Whether a body would be quorate, or a meeting was.",
        discussion: Example.of(
            "jvctl body quorum programme-board --present board-provide --present board-council",
            "jvctl body quorum --meeting M-0001"
        )
    )

    @Argument(help: "The body.", completion: .keys(of: .body))
    var key: String?

    @Option(help: "A seat whose holder is there; may be given again.", completion: .keys(of: .seat))
    var present: [String] = []

    @Option(help: "The meeting, instead of a body.", completion: .keys(of: .meeting))
    var meeting: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        guard (key == nil) != (meeting == nil) else { throw .usage("say which body, or which --meeting") }
        let reply = try await session.ask(
            "io.jvledger.Roles.GetQuorum",
            ["body": .text(key), "present": .texts(present), "meeting": .text(meeting)],
            asOf.settings
        )
        try session.answer(reply, BodyViews.quorum(reply))
    }
}
