// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionVoteCast: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "cast",
        abstract: "Record the ballot of a seat.",
        discussion: Example.of("jvctl decision vote cast D-0004 provide-seat for --by A-0002")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "The seat that votes.", completion: .keys(of: .seat))
    var seat: String

    @Argument(help: "for, against or abstain.")
    var ballot: String

    @Option(help: "The option for which it votes, when the vote is among several.")
    var option: Int?

    @Option(help: "How many whole votes it casts; all that the seat has without it.")
    var weight: Int?

    @Option(
        name: .customLong("as-deputy-for"),
        help: "The assignment of the holder for whom a deputy votes.",
        completion: .keys(of: .assignment)
    )
    var asDeputyFor: String?

    @Option(
        help: "The assignment that gives the authority, such as A-0001.",
        completion: .keys(of: .assignment)
    )
    var by: String?

    @Option(
        help: "Report what this organisation said, from a --source, instead of speaking for your own.",
        completion: .keys(of: .organisation)
    )
    var report: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "vote.cast",
            "decision/\(key)",
            [
                "org": .text(partner.organisation),
                "seat": .text(seat),
                "ballot": .text(ballot),
                "option": .number(option),
                "weight": .number(weight),
                "by": .text(by),
                "asDeputyFor": .text(asDeputyFor),
            ]
        )
        try await session.recordAndSay([draft], partner.settings)
    }
}
