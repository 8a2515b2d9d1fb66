// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommitmentAssign: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Record that somebody is to do something.",
        discussion: Example.of(
            "jvctl commitment assign \"Draft the job description\" --owner A-0002 --due 2019-09-30",
            saying: "On a terminal it asks for what is missing."
        )
    )

    @Argument(help: "What is to be done.")
    var title: String?

    @Option(
        help: "The assignment of whoever is to do it. Name an owner, an organisation or both.",
        completion: .keys(of: .assignment)
    )
    var owner: String?

    @Option(help: "The organisation that is to do it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "By when, as EDTF; a day counts to its end.")
    var due: String?

    @Option(help: "action (the default), training, report or other.")
    var kind: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "The meeting at which it was agreed.", completion: .keys(of: .meeting))
    var meeting: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws { try demandUnlessAsked(["title": title != nil]) }

    func run(_ session: Session) async throws(Complaint) {
        var (title, owner, organisation, due) = (title, owner, organisation, due)
        if title == nil, let interview = try await session.interview("commitment.assigned") {
            title = try interview.text("title")
            owner = try interview.optionalText("owner", given: owner)
            organisation = try interview.optionalText("org", given: organisation)
            due = try interview.optionalText("due", given: due)
        }
        let draft = Draft(
            "commitment.assigned",
            "commitment/",
            [
                "title": .text(title),
                "owner": .text(owner),
                "org": .text(organisation),
                "due": .text(due),
                "kind": .text(kind),
                "decision": .text(decision),
                "meeting": .text(meeting),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
