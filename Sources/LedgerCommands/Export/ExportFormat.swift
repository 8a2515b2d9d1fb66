// SPDX-License-Identifier: Apache-2.0

/// A format that other tools open.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// The entries as JSON Lines, see `LedgerExport.JSONLines`.
    case jsonl
    /// The entries as a batch of CloudEvents, see `LedgerExport.CloudEventsBatch`.
    case cloudevents
    /// Tables for a spreadsheet, see ``ExportTable``.
    case csv
    /// Decision records in Markdown, see `LedgerExport.MADRRecord`.
    case madr
    /// The decision history that a person reads, see `LedgerExport.DecisionHistory`.
    case html
    /// The network as GraphML, see `LedgerExport.GraphML`.
    case graphml
    /// The network as a drawing, see `LedgerExport.GraphvizDOT`.
    case dot

    /// Whether it is of entries as they were recorded, and not of what follows from them.
    var isOfEntries: Bool {
        switch self {
        case .jsonl, .cloudevents: true
        case .csv, .madr, .html, .graphml, .dot: false
        }
    }

    /// Whether it is of the network.
    var isOfNetwork: Bool {
        switch self {
        case .graphml, .dot: true
        case .jsonl, .cloudevents, .csv, .madr, .html: false
        }
    }
}
