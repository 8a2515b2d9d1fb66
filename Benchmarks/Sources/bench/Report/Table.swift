// SPDX-License-Identifier: Apache-2.0

/// Text in columns, the first flush left and the others flush right.
struct Table {
    private var lines: [[String]]

    init(_ head: [String]) { lines = [head] }

    mutating func add(_ cells: [String]) { lines.append(cells) }

    var text: String {
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { cells in
            zip(cells, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension Report {
    /// All rows beside their floors, then the latencies, then the notes.
    func text(since last: Report?) -> String {
        var rates = Table(["Work", "Entries", "Measured", "Floor/peer", "Ratio", "Reach", "", "Since last"])
        var latencies = Table(["Latency", "p50", "p99", "p99.9", "worst"])
        var notes = ""
        for row in rows {
            rates.add([
                row.work, row.entries.map { "\($0)" } ?? "", row.measured?.description ?? "left out",
                row.floor?.description ?? "", row.ratio.map(Quantity.digits) ?? "",
                row.reach?.description ?? "", row.isReached.map { $0 ? "reached" : "MISSED" } ?? "",
                change(of: row, since: last),
            ])
            if let found = row.latencies {
                latencies.add(
                    [row.work]
                        + [found.p50, found.p99, found.p999, found.worst].map { "\(Quantity.seconds($0))" }
                )
            }
            if let note = row.note { notes += "\n\(row.work): \(note)" }
        }
        let head =
            "\(machine.processor), \(machine.processors) processors, Linux \(machine.kernel), "
            + "\(machine.fileSystem), \(commit)"
        return "\(head)\n\n\(rates.text)\n\n\(latencies.text)\n\(notes)"
    }

    /// How a row's ratio, or what was measured if it has none, differs from the last run's, in per cent.
    private func change(of row: Row, since last: Report?) -> String {
        guard let old = last?.rows.first(where: { $0.key == row.key }),
            let now = row.ratio ?? row.measured?.value, let then = old.ratio ?? old.measured?.value
        else { return "" }
        let percent = Int(((now / then - 1) * 100).rounded())
        return percent < 0 ? "\(percent) %" : "+\(percent) %"
    }
}

extension Reach: CustomStringConvertible {
    var description: String {
        let value = unit.map { "\(Quantity(value: limit, unit: $0))" } ?? Quantity.digits(limit)
        return bound == .atMost ? "<= \(value)" : ">= \(value)"
    }
}
