// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// The help of `jvctl record TYPE`: the fields of that type, which only the daemon knows.
enum TypeHelp {
    /// The lines of it, if the arguments ask for it; without a daemon the general help, and why.
    static func of(_ arguments: [String]) async -> [String]? {
        let helps = ["--help", "-h"]
        guard arguments.first == "record", arguments.contains(where: helps.contains) else { return nil }
        // With a stream, which need not be there for this.
        let words = arguments.dropFirst().filter { !helps.contains($0) } + ["kind/key"]
        guard let verb = try? await RecordEntry.asyncParseAsRoot(words) as? RecordEntry,
            verb.type != "kind/key"
        else { return nil }
        return await lines(verb)
    }

    private static func lines(_ verb: RecordEntry) async -> [String] {
        let settings = verb.common.settings
        do {
            let session = try await Session.connect(settings)
            let type = try await session.describe(verb.type)
            await session.close()
            return TypesView.lines(type, settings.terminal.width, hasLegend: settings.hasLegend)
                + ["", "How to record it: jvctl record --help"]
        } catch {
            return error.lines.map { "\($0)" }
                + ["So here is what holds for every type.", "", Jvctl.helpMessage(for: RecordEntry.self)]
        }
    }
}
