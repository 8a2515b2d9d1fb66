// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowLog: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The entries, in the order in which they were recorded; one of them in full.",
        discussion: Example.of(
            "jvctl log 33-36",
            "jvctl log -n 5",
            "jvctl log --subject decision/D-0003",
            "jvctl log 36"
        )
    )

    @Argument(help: ArgumentHelp("The positions.", valueName: "first[-last]"))
    var range: String?

    @Option(help: "Only entries on this stream, such as decision/D-0003.", completion: .references)
    var subject: String?

    @Option(
        help: "Only entries of this type, such as consent.given, or family, such as decision.",
        completion: .types
    )
    var type: String?

    @Option(name: [.customShort("n"), .customLong("lines")], help: "Only the last so many.")
    var lines: Int?

    @Flag(name: [.customShort("r"), .customLong("reverse")], help: "The last one first.")
    var isReversed = false

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if let lines, !(1...100_000).contains(lines) { throw ValidationError("-n is from 1 to 100000.") }
    }

    func run(_ session: Session) async throws(Complaint) {
        var query = LogQuery()
        if let range { query.range = try LogRange(range) }
        query.subject = subject
        query.type = type
        if let range = query.range, range.isSingle {
            return try await showOne(session, range.first)
        }
        if let lines {
            let entries = try await session.lastEntries(query, lines)
            return try session.print(isReversed ? entries.reversed() : entries)
        }
        guard isReversed else { return try await session.printPages(query) }
        var all: [JSONObject] = []
        try await session.log(query) { all += $0 }
        try session.print(all.reversed())
    }

    private func showOne(_ session: Session, _ position: UInt64) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Ledger.Get", ["position": .integer(Int64(position))])
        try session.answer(reply, about: "entry") { LogEntry($0)?.details ?? [] }
    }
}
