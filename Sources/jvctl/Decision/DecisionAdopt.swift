// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionAdopt: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Record that the partners have decided.",
        discussion: Example.of(
            "jvctl decision adopt D-0004 --option 1 --reason \"Both partners can staff it\"",
            saying: "On a terminal it asks for what is missing."
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String?

    @Option(help: "Why; needed once every partner has consented.")
    var reason: String?

    @Option(help: "The number of the option chosen.")
    var option: Int?

    @Option(help: "The body that adopts it, if not the one it was put to.", completion: .keys(of: .body))
    var body: String?

    @Option(help: "The meeting at which it is adopted.", completion: .keys(of: .meeting))
    var meeting: String?

    @Option(help: "The delegation under which it is adopted.", completion: .keys(of: .delegation))
    var delegation: String?

    @Option(
        help: "The assignment of whoever decides under the delegation.",
        completion: .keys(of: .assignment)
    )
    var by: String?

    @Option(help: "What it commits, such as \"GBP 9546.00\".")
    var amount: String?

    @Option(help: "Conflicts of interest that were declared, or that none were.")
    var conflicts: String?

    @Option(name: .customLong("effective-from"), help: "From when it is in effect; at once without it.")
    var effectiveFrom: String?

    @Option(name: .customLong("review-on"), help: "When it is to be reviewed.")
    var reviewOn: String?

    @Option(name: .customLong("call-in-until"), help: "Until when a partner may call it in.")
    var callInUntil: String?

    @Option(name: .customLong("no-alternatives"), help: "Why there was no alternative, if there was none.")
    var noAlternatives: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws { try demandUnlessAsked(["key": key != nil]) }

    func run(_ session: Session) async throws(Complaint) {
        var command = self
        let interview = try await session.interview("decision.adopted")
        guard let key = try interview?.key(given: key) ?? key else { throw .usage("the decision is missing") }
        if reason == nil {
            try await ask(key, session)
            guard let interview else {
                throw Complaint.usage(
                    "\(key) can be adopted: say why",
                    next: ["jvctl decision adopt \(key) --reason TEXT"]
                )
            }
            command.reason = try interview.text("reason")
            if option == nil, let answer = try interview.answer("option") {
                command.option = Int(answer.text)
            }
        }
        try await session.step(key, try command.draft(key, command.reason ?? ""), recording.settings) { row in
            "\(row.key) adopted: \(row.title)."
        }
    }

    /// Without a reason nothing can be adopted; but what else is missing is said first.
    ///
    /// Where somebody can be asked for the option too, that it is missing is no reason to give up.
    private func ask(_ key: String, _ session: Session) async throws(Complaint) {
        var settings = recording.settings
        settings.isDryRun = true
        do { _ = try await session.record([try draft(key, "not stated")], settings) } catch {
            guard session.settings.asker != nil, option == nil, error.message.contains("option") else {
                throw error
            }
        }
    }

    private func draft(_ key: String, _ reason: String) throws(Complaint) -> Draft {
        Draft(
            "decision.adopted",
            "decision/\(key)",
            [
                "reason": .text(reason),
                "option": .number(option),
                "body": .text(body),
                "meeting": .text(meeting),
                "delegation": .text(delegation),
                "by": .text(by),
                "amount": try MoneyText.option("--amount", amount),
                "conflicts": .text(conflicts),
                "effectiveFrom": .text(effectiveFrom),
                "reviewOn": .text(reviewOn),
                "callInUntil": .text(callInUntil),
                "noAlternatives": .text(noAlternatives),
            ]
        )
    }
}
