// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// The people that a file names: each is registered once, under a number that the ledger gives.
///
/// A name is kept sealed, and nothing of it gets into a key, an id or a label.
struct People {
    private var keys: [String: String] = [:]

    /// The key of somebody, as entries of the same call name them: a number such as P-0001 as it is, or a mark
    /// for a name, of whom `organisation` and `label` are recorded the first time.
    mutating func key(
        of name: String,
        organisation: String? = nil,
        label: String? = nil,
        sources: [JSON],
        _ book: inout DraftBook
    ) -> String {
        if Self.isNumber(name) { return name.uppercased() }
        let plain = name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        if let known = keys[plain] { return known }
        let mark = "person\(keys.count + 1)"
        book.add(
            "person.registered",
            "person/",
            ["name": .text(name), "label": .text(label), "organisation": .text(organisation)],
            sources: sources,
            label: mark
        )
        keys[plain] = DraftBook.mark(mark)
        return DraftBook.mark(mark)
    }

    /// Whether it is the key of a person: `P-` and at least four digits.
    static func isNumber(_ text: String) -> Bool {
        guard text.uppercased().hasPrefix("P-") else { return false }
        let digits = text.utf8.dropFirst(2)
        return digits.count >= 4 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
