// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport

extension Session {
    /// Writes the network for tools that draw or measure it.
    func exportNetwork(_ export: FormattedExport) async throws(Complaint) {
        let reply = try await call(
            "io.jvledger.Boundary.ListNetworkTies",
            export.asOf.added(to: export.network)
        )
        guard let network = NetworkAnswer(reply) else { throw .unexpectedReply("network") }
        let counts = network.counts
        let note = reply.line("note")
        guard counts.nodes > 0 else {
            throw Complaint(
                .failed,
                note ?? "the network has nobody in it",
                heading: "Nothing to export",
                next: ["jvctl survey list"],
                name: "jvctl.Export"
            )
        }
        let output = try ExportOutput(export.path, replaces: export.replaces)
        switch export.format {
        case .dot:
            try GraphvizDOT.write(network) { piece throws(Complaint) in try output.write(piece) }
        case .graphml, .jsonl, .cloudevents, .csv, .madr, .html:
            try GraphML.write(network) { piece throws(Complaint) in try output.write(piece) }
        }
        try output.keep()
        try say(
            export,
            ["nodes": .number(counts.nodes), "ties": .number(counts.ties), "note": .text(note)],
            ["\(counts.nodes) nodes, \(counts.ties) ties"] + [note].compactMap(\.self)
        )
    }
}
