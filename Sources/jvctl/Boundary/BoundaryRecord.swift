// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BoundaryRecord: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record something done across a boundary between organisations.",
        discussion: Example.of(
            "jvctl boundary record introduction \"Introduces a lecturer\" university provide",
            saying: "On a terminal it asks for what is missing."
        )
    )

    @Argument(
        help:
            """
            introduction, brokering, translation, facilitatedDiscussion, jointProblemSolving, \
            informationSharing, coLocation, escalation, practiceTransfer or techniqueDissemination.
            """
    )
    var kind: String?

    @Argument(help: "What it was, in a few words.")
    var title: String?

    @Argument(help: "The organisation or unit from which it led.", completion: .keys(of: .organisation))
    var origin: String?

    @Argument(help: "The organisation or unit to which it led.", completion: .keys(of: .organisation))
    var target: String?

    @Option(
        help: "The organisation or unit that acted; the one from which it led without it.",
        completion: .keys(of: .organisation)
    )
    var actor: String?

    @Option(help: "The part that the actor played: reticulist, interpreter, coordinator or entrepreneur.")
    var role: String?

    @Option(help: "The assignment in which somebody acted.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "Who acted.", completion: .keys(of: .person))
    var person: String?

    @Option(
        name: .customLong("other"),
        help: "Another organisation that took part; may be given again.",
        completion: .keys(of: .organisation)
    )
    var others: [String] = []

    @Option(help: "How long it took the actor, in minutes.")
    var minutes: Int?

    @Option(help: "The initiative that it served.")
    var initiative: String?

    @Option(help: "The interface at which it was done.", completion: .keys(of: .interface))
    var interface: String?

    @Option(
        name: .customLong("counterpart"),
        help: "The assignment of somebody with whom the actor dealt; may be given again.",
        completion: .keys(of: .assignment)
    )
    var counterparts: [String] = []

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        try demandUnlessAsked([
            "kind": kind != nil, "title": title != nil, "origin": origin != nil, "target": target != nil,
        ])
    }

    func run(_ session: Session) async throws(Complaint) {
        var (kind, title, origin, target) = (kind, title, origin, target)
        let isComplete = kind != nil && title != nil && origin != nil && target != nil
        if !isComplete, let interview = try await session.interview("boundary.action.recorded") {
            kind = try interview.text("kind", given: kind)
            title = try interview.text("title", given: title)
            origin = try interview.text("fromOrganisation", given: origin)
            target = try interview.text("toOrganisation", given: target)
        }
        let draft = Draft(
            "boundary.action.recorded",
            "boundary/",
            [
                "kind": .text(kind),
                "title": .text(title),
                "fromOrganisation": .text(origin),
                "toOrganisation": .text(target),
                "org": .text(actor ?? origin),
                "role": .text(role),
                "by": .text(by),
                "person": .text(person),
                "others": .texts(others),
                "effortMinutes": .number(minutes),
                "initiative": .text(initiative),
                "interface": .text(interface),
                "counterparts": .texts(counterparts),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
