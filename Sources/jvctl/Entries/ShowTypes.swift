// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowTypes: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "types",
        abstract: "The types of entries there are; the fields of one of them.",
        discussion: Example.of(
            "jvctl types",
            "jvctl types consent.given",
            "jvctl types consent.given --schema"
        )
    )

    @Argument(help: "A type, such as consent.given.", completion: .types)
    var name: String?

    @Flag(help: "Write the JSON Schema (draft 2020-12) of the type's fields.")
    var schema = false

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if schema, name == nil { throw ValidationError("--schema goes with a type, such as consent.given.") }
    }

    func run(_ session: Session) async throws(Complaint) {
        if schema, let name { return try await session.showSchema(of: name) }
        let reply = try await session.ask("io.jvledger.Ledger.DescribeTypes", ["name": .text(name)])
        let types = (reply["types"]?.array ?? []).compactMap(EventType.init)
        let settings = session.settings
        if name != nil, let type = types.first {
            let lines = TypesView.lines(type, settings.terminal.width, hasLegend: settings.hasLegend)
            try session.answer(reply, lines)
        } else {
            try session.answer(reply, TypesView.table(types), orNone: "No types.")
        }
    }
}
