// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RoleAssign: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Record that somebody takes a post or seat.",
        discussion: Example.of(
            "jvctl role assign post/programme-manager P-0001 --from 2019-10-01",
            saying: "On a terminal it asks for what is missing."
        )
    )

    @Argument(
        help: "The post or seat, such as post/programme-manager or seat/board-provide.",
        completion: .references(to: .post, .seat)
    )
    var role: String?

    @Argument(help: "The person, such as P-0001.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "substantive, acting, deputy or advisor.")
    var capacity: String?

    @Option(help: "The share of the whole in percent, for a post that is shared.")
    var fraction: String?

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "The key of the assignment; the ledger gives the next A-number without it.")
    var key: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws { try demandUnlessAsked(["role": role != nil, "person": person != nil]) }

    func run(_ session: Session) async throws(Complaint) {
        var (role, person, from) = (role, person, from)
        if role == nil || person == nil, let interview = try await session.interview("role.assigned") {
            role = try interview.text("role", given: role)
            person = try interview.text("person", given: person)
            from = try interview.optionalText("from", given: from)
        }
        let draft = Draft(
            "role.assigned",
            "assignment/\(key ?? "")",
            [
                "role": .text(role),
                "person": .text(person),
                "capacity": .text(capacity),
                "fraction": try ShareOption.basisPoints("--fraction", fraction),
                "from": .text(from),
                "to": .text(to),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
