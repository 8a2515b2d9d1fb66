// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ReflectionAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record what somebody said looking back.",
        discussion: Example.of(
            """
            jvctl reflection add "We stopped counting who owed whom" --phase 3 \
            --perspective "front-line manager"
            """,
            saying: """
                With --seal text the words are kept out of the entry and can be erased. The \
                journey shows reflections under their phase.
                """
        )
    )

    @Argument(help: "What was said, in the words of who said it.")
    var text: String

    @Option(help: "The number of the phase on which it looks back.")
    var phase: Int?

    @Option(help: "The organisation or unit of who said it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "The assignment in which it was said.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "Who said it.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "The role or view of the world from which it was said.")
    var perspective: String?

    @Option(help: "The event at which it was said.")
    var knowledge: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "reflection.recorded",
            "reflection/",
            [
                "text": .text(text),
                "phase": .number(phase),
                "org": .text(organisation),
                "by": .text(by),
                "person": .text(person),
                "perspective": .text(perspective),
                "knowledge": .text(knowledge),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
