// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionUrgent: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "urgent",
        abstract: "Record that it was decided at once, before every partner consented.",
        discussion: Example.of(
            "jvctl decision urgent D-0004 --by A-0001 --reason \"Beds are full\" --urgency \"Tonight\" --ratify-by 2026-12-01"
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "The assignment of whoever decides.", completion: .keys(of: .assignment))
    var by: String

    @Option(help: "Why it is decided so.")
    var reason: String

    @Option(help: "Why it could not wait.")
    var urgency: String

    @Option(help: "The number of the option chosen.")
    var option: Int?

    @Option(
        help: "An organisation that was asked first; may be given again.",
        completion: .keys(of: .organisation)
    )
    var consulted: [String] = []

    @Option(name: .customLong("ratify-by"), help: "By when it is to be ratified.")
    var ratifyBy: String?

    @Option(
        help: "The meeting that is to ratify it; the body's next without it.",
        completion: .keys(of: .meeting)
    )
    var meeting: String?

    @Option(help: "The delegation under which it is decided.", completion: .keys(of: .delegation))
    var delegation: String?

    @Option(help: "Conflicts of interest that were declared, or that none were.")
    var conflicts: String?

    @Option(name: .customLong("no-alternatives"), help: "Why there was no alternative.")
    var noAlternatives: String?

    @Option(
        help: "Report what this partner said, from a --source, instead of speaking for your own.",
        completion: .keys(of: .partner)
    )
    var report: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "decision.urgent.taken",
            "decision/\(key)",
            [
                "org": .text(partner.organisation),
                "by": .text(by),
                "option": .number(option),
                "reason": .text(reason),
                "urgency": .text(urgency),
                "consulted": .texts(consulted),
                "ratifyBy": .text(ratifyBy),
                "meeting": .text(meeting),
                "delegation": .text(delegation),
                "conflicts": .text(conflicts),
                "noAlternatives": .text(noAlternatives),
            ]
        )
        try await session.step(key, draft, partner.settings) { row in
            "\(row.key) decided in urgency; it is to be ratified. \(row.waiting)"
        }
    }
}
