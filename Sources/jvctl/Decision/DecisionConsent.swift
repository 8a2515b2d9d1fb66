// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionConsent: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "Give a partner's consent to the current revision, or report it from a source.",
        discussion: Example.of(
            "jvctl decision consent D-0004",
            "jvctl decision consent D-0003 --report provide --source \"REF:section 4\" --occurred 2019-08"
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(
        help: "Report the consent of this partner, from a --source, instead of giving one.",
        completion: .keys(of: .partner)
    )
    var report: String?

    @Option(
        help: "The assignment that gives the authority, such as A-0001.",
        completion: .keys(of: .assignment)
    )
    var by: String?

    @Option(help: "The number of the option to which it is given.")
    var option: Int?

    @Option(help: "What must be met before it counts.")
    var condition: String?

    @Option(help: "Until when it holds.")
    var expires: String?

    @Option(help: "The delegation under which it is given.", completion: .keys(of: .delegation))
    var delegation: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let revision = try await session.decision(key).row.revision
        let draft = Draft(
            "consent.given",
            "decision/\(key)",
            [
                "org": .text(partner.organisation),
                "by": .text(by),
                "revision": .number(revision),
                "option": .number(option),
                "condition": .text(condition),
                "expires": .text(expires),
                "delegation": .text(delegation),
            ]
        )
        try await session.step(key, draft, partner.settings) { row in
            let verb = report == nil ? "consents" : "is reported to consent"
            return "\(partner.organisation) \(verb) to \(key) revision \(revision). \(row.waiting)"
        }
    }
}
