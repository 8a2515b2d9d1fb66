// SPDX-License-Identifier: Apache-2.0
import LedgerAPI
import LedgerCommands
import LedgerExport
import Testing
import Varlink

/// The tables there are, by the definitions of the interfaces.
struct ExportTableTests {
    @Test("Every table has a name of its own, a summary and columns of its own")
    func named() {
        let names = ExportTable.all.map(\.name)
        #expect(Set(names).count == names.count)
        for table in ExportTable.all where table.name != "entries" {
            let header = table.csv.header
            #expect(!header.isEmpty && !table.summary.isEmpty, "\(table.name)")
            #expect(Set(header).count == header.count, "\(table.name): \(header)")
        }
    }

    @Test("Every question that can be asked about nothing in particular is a table")
    func questions() {
        let count = Interfaces.all.flatMap { InterfaceDescription(builtIn: $0.text).methods }.filter {
            method in
            method.output.fields.contains { $0.name == "rows" }
                && method.input.fields.allSatisfy { field in
                    if case .nullable = field.type { true } else { false }
                }
        }.count
        #expect(count > 30)
        #expect(ExportTable.all.count == count + 16)
        #expect(throws: Complaint.self) { try ExportTable.named("nothing") }
    }

    @Test("Columns are those of the rows, with members below their names")
    func columns() throws {
        let consents = try ExportTable.named("consents").csv.header
        #expect(
            consents.prefix(5) == [
                "decision.key", "decision.title", "decision.status", "consents.organisation",
                "consents.stance",
            ]
        )
        let decisions = try ExportTable.named("decisions").csv.header
        #expect(
            decisions.first == "key" && decisions.contains("reason")
                && decisions.contains("waitingFor.reason")
        )
        #expect(!decisions.contains { $0.hasPrefix("consents") || $0.hasPrefix("row") })
        let holders = try ExportTable.named("holders").csv.header
        #expect(holders.contains("holders.span.from") && holders.contains("organisation.name"))
        let commitments = try ExportTable.named("commitments").csv.header
        #expect(commitments.contains("title") && commitments.last == "entries")
    }
}
