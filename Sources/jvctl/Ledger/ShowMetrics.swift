// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowMetrics: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "What the daemon measures, as OpenMetrics text.",
        discussion: Example.of(
            "jvctl metrics",
            "jvctl metrics --output /var/lib/prometheus/node-exporter/jvledger.prom",
            saying: """
                Commits and how long they took, refusals by reason, calls by method, connections, the sizes of the \
                database and its log, when all was last verified and witnessed. Each metric says what it tells. A file is \
                replaced at once and whole, as node_exporter's textfile collector needs it: fit for a timer.
                """
        )
    )

    @Option(name: .shortAndLong, help: "Where to write it, instead of standard output.", completion: .file())
    var output: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.call("io.jvledger.Admin.GetMetrics")
        guard let text = reply["text"]?.text else { throw .unexpectedReply("text") }
        guard let output else { return Console.write(text) }
        var file = try OutputFile(path: output)
        try file.append(Array(text.utf8))
        try file.keep()
    }
}
