// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A row of a table, read by the mapping of its columns.
struct TableRow {
    let record: CSVReader.Record
    let mapping: TableMapping

    /// What the row says of a field, without white space at its ends; nil if nothing.
    subscript(field: String) -> String? {
        guard let index = mapping.index(of: field) else { return nil }
        let text = record.cells[index].trimmed
        return text.isEmpty ? nil : text
    }

    /// The date that the row states; what cannot be read as one is a problem.
    func date(_ field: String, _ book: inout DraftBook) -> StatedDate? {
        guard let text = self[field], !["-", "n/a", "tbc", "tba", "none"].contains(text.lowercased()) else {
            return nil
        }
        if let date = StatedDate(text, mapping.dates) { return date }
        book.object(
            "\(field) \"\(text)\" is not a date that is understood with @dates = \(mapping.dates.rawValue), such as "
                + "2019-05-17, 17/05/2019, 17 May 2019, May 2019 or early 2019"
        )
        return nil
    }

    /// The date that stands for rows that state none.
    func undated(_ book: inout DraftBook) -> StatedDate? {
        guard let text = mapping.settings["date"] else { return nil }
        if let date = StatedDate(text, mapping.dates) { return date }
        book.object("@date = \(text) is not a date that is understood")
        return nil
    }

    /// The key that the row names, or the kind alone for one that the ledger gives.
    func subject(_ kind: String, _ book: inout DraftBook) -> String {
        guard let key = self["key"] else { return "\(kind)/" }
        if key.isKey { return "\(kind)/\(key)" }
        if let key = key.keyed { return "\(kind)/\(key)" }
        book.object("\"\(key)\" has no letter or digit that a key could be made of")
        return "\(kind)/"
    }

    /// Where the row is, and where it says that it is from.
    func source(_ more: String? = nil) -> [JSON] {
        let place = "line \(record.line)" + (more.map { ", citing: \($0)" } ?? "")
        return [["evidence": .string(DraftBook.mark("file")), "locator": .string(place)]]
    }

    /// The organisation that a field names; one that is not registered is a problem.
    func organisation(_ field: String, _ parties: KnownParties, _ book: inout DraftBook) -> String? {
        guard let name = self[field] else { return nil }
        return Self.organisation(name, parties, &book)
    }

    /// The organisations that a field names; those that are not registered are problems.
    func organisations(_ field: String, _ parties: KnownParties, _ book: inout DraftBook) -> [String] {
        Self.organisations(self[field] ?? "", parties, &book)
    }

    static func organisation(_ name: String, _ parties: KnownParties, _ book: inout DraftBook) -> String? {
        if let key = parties.organisation(name) { return key }
        book.object("\"\(name)\" is no registered organisation", next: KnownParties.registration(name))
        return nil
    }

    static func organisations(_ names: String, _ parties: KnownParties, _ book: inout DraftBook) -> [String] {
        // A name may have a comma or an ampersand in it.
        if let whole = parties.organisation(names.trimmed) { return [whole] }
        return names.names.compactMap { organisation($0, parties, &book) }
    }

    /// The assignment that a field names, or nil with a remark: who owns something is no reason to refuse it.
    func assignment(_ field: String, _ parties: KnownParties, _ book: inout DraftBook) -> String? {
        guard let name = self[field] else { return nil }
        if let key = parties.assignment(name) { return key }
        guard parties.organisation(name) == nil else { return nil }
        book.remark(
            "Names of owners are kept as remarks, sealed, where they are no assignment (A-0001) nor a post that one "
                + "person holds now."
        )
        return nil
    }
}
