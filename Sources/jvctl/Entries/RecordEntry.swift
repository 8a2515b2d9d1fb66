// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct RecordEntry: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record an entry of any type there is.",
        discussion: Example.of(
            "jvctl record organisation.registered organisation/provide title=Provide kind=provider",
            "jvctl record boundary.action.recorded boundary/ --data - < action.json",
            saying: """
                The subject is KIND/KEY, or KIND/ for the next key that the ledger gives. What a type's \
                fields hold is shown by jvctl record TYPE --help; FIELD:=JSON takes any JSON. Lists are given \
                with commas. On a terminal it asks for what is missing.
                """
        )
    )

    @Argument(help: "The type, such as decision.adopted.", completion: .types)
    var type: String

    @Argument(help: ArgumentHelp("The stream.", valueName: "kind/key"), completion: .references)
    var subject: String?

    @Argument(help: ArgumentHelp("The fields of the type.", valueName: "field=value"))
    var fields: [String] = []

    @Option(help: "The fields as a JSON object; - reads it from standard input.")
    var data: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws { try demandUnlessAsked(["kind/key": subject != nil]) }

    func run(_ session: Session) async throws(Complaint) {
        let described = try await session.describe(type)
        let interview = session.settings.asker.map { Interview($0, described) }
        guard let subject = try interview?.subject(given: subject) ?? subject else {
            throw .usage("the stream is missing")
        }
        var content = try FieldAssignments.data(fields, for: described)
        if let data {
            for member in try DataOption.object(data).members {
                guard content[member.name] == nil else { throw .usage("\(member.name) is given twice") }
                content[member.name] = member.value
            }
        }
        if let interview { content = try interview.completed(content) }
        try FieldAssignments.checkComplete(content, for: described)
        try await session.recordAndSay([Draft(type, subject, data: content)], recording.settings)
    }
}
