// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionPropose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Put a matter on the table.",
        discussion: Example.of(
            "jvctl decision propose \"Extend the evaluation method to discharge\" --because finding/FI-0001",
            saying: "On a terminal it asks for what is missing."
        )
    )

    @Argument(help: "What is to be decided, in one line.")
    var title: String?

    @Option(help: "An option, in words; may be given again. They are numbered from 1.")
    var option: [String] = []

    @Option(help: "The question at length, with its background.")
    var question: String?

    @Option(
        help: ArgumentHelp("What it rests on; may be given again.", valueName: "kind/key"),
        completion: .references
    )
    var because: [String] = []

    @Option(help: "The body to which it is put.", completion: .keys(of: .body))
    var body: String?

    @Option(
        help: "The partner that decides alone; a joint decision without it.",
        completion: .keys(of: .partner)
    )
    var alone: String?

    @Option(
        help: "A partner whose consent is asked for, if not all; may be given again.",
        completion: .keys(of: .partner)
    )
    var requires: [String] = []

    @Option(help: "By when it is to be decided.")
    var deadline: String?

    @Option(
        help:
            """
            Where it arose: board, seniorManagement, middleManagement, frontLine, serviceUsers, partner or other.
            """
    )
    var origin: String?

    @Option(
        help: "A service interface that it concerns; may be given again.",
        completion: .keys(of: .interface)
    )
    var interface: [String] = []

    @Option(help: "The key; the ledger gives the next D-number without it.")
    var key: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws { try demandUnlessAsked(["title": title != nil]) }

    func run(_ session: Session) async throws(Complaint) {
        var title = title
        var question = question
        var option = option
        if title == nil, let interview = try await session.interview("proposal.tabled") {
            title = try interview.text("title")
            question = try interview.optionalText("question", given: question)
            if option.isEmpty { option = try interview.list(called: "option") }
        }
        let proposal = Draft(
            "proposal.tabled",
            "decision/\(key ?? "")",
            [
                "title": .text(title),
                "question": .text(question),
                "because": .texts(because),
                "body": .text(body),
                "organisation": .text(alone),
                "requires": .texts(requires),
                "deadline": .text(deadline),
                "origin": .text(origin),
                "interfaces": .texts(interface),
            ]
        )
        let options = option.enumerated().map { index, title in
            Draft("option.added", "decision/#0", ["option": .number(index + 1), "title": .text(title)])
        }
        let recorded = try await session.record([proposal] + options, recording.settings)
        guard !recorded.isDryRun else { return try session.answer(recorded, [recorded.line]) }
        let row = try await session.decision(recorded.key).row
        try session.answer(recorded, ["\(row.key) revision \(row.revision) tabled. \(row.waiting)"])
    }
}
