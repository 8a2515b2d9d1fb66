// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct LessonAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that something is worth learning.",
        discussion: Example.of(
            "jvctl lesson add \"Agree on words before measures\" provide --origin knowledge/K-0003",
            saying: """
                A lesson is identified, validated by somebody other than its author, shared, \
                actioned, and at last embedded: part of what people do, and shown to be so.
                """
        )
    )

    @Argument(help: "What is to be learnt, in one line.")
    var title: String

    @Argument(help: "The organisation or unit that it comes from.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "What is to be learnt, at length.")
    var statement: String?

    @Option(
        help: "Its author: person/KEY, or assignment/KEY for who holds it.",
        completion: .references(to: .person, .assignment)
    )
    var author: String?

    @Option(help: "What it was learnt from, as KIND/KEY, such as finding/FI-0001.", completion: .references)
    var origin: String?

    @Option(help: "The service interface that it concerns.", completion: .keys(of: .interface))
    var interface: String?

    @Option(help: "The barrier that it concerns.", completion: .keys(of: .barrier))
    var barrier: String?

    @Option(help: "The earlier lesson that it says once more.", completion: .keys(of: .lesson))
    var repeats: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "lesson.identified",
            "lesson/",
            [
                "title": .text(title),
                "org": .text(organisation),
                "statement": .text(statement),
                "author": .text(author),
                "origin": .text(origin),
                "interface": .text(interface),
                "barrier": .text(barrier),
                "repeats": .text(repeats),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
