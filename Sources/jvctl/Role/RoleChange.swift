// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RoleChange: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Record that somebody holds a post or seat in another capacity.",
        discussion: Example.of("jvctl role change A-0002 acting --from 2020-06-01")
    )

    @Argument(help: "The assignment.", completion: .keys(of: .assignment))
    var key: String

    @Argument(help: "substantive, acting, deputy or advisor.")
    var capacity: String

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "role.capacity.changed",
            "assignment/\(key)",
            [
                "capacity": .text(capacity),
                "from": .text(from),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
