// SPDX-License-Identifier: Apache-2.0

/// What chapters and parts are made of; the template has a form for each case, by the case's name.
enum Block: Hashable, Sendable {
    /// A heading within a part.
    case subheading(String)
    /// A heading within a chapter.
    case topic(String)
    case paragraph(Phrase)
    /// A text of the ledger at some length.
    case quotation(Phrase)
    /// What the reader must not miss.
    case notice(Phrase)
    case list([Phrase])
    case facts([Fact])
    case table(PageTable)
    /// A text whose every character counts.
    case verbatim(Verbatim)
}

/// A label and what stands beside it.
struct Fact: Hashable, Sendable {
    let label: String
    let values: [Phrase]
}

/// Text in a fixed width, with a name for those who cannot see it.
struct Verbatim: Hashable, Sendable {
    let label: String
    let text: String
}

/// A table, with the cell that names its row first.
struct PageTable: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        let name: Phrase
        let cells: [Phrase]
    }

    let caption: String
    let headings: [String]
    let rows: [Row]

    /// A table; the first cell of a row names it.
    init(_ caption: String, _ headings: [String], _ rows: [[Phrase]]) {
        self.caption = caption
        self.headings = headings
        self.rows = rows.map { Row(name: $0.first ?? Phrase(), cells: Array($0.dropFirst())) }
    }
}

extension [Fact] {
    /// Adds a fact, if something stands beside the label.
    mutating func add(_ label: String, _ value: Phrase?) {
        if let value, !value.isEmpty { append(Fact(label: label, values: [value])) }
    }

    /// Adds a fact with several values, if there are any.
    mutating func add(_ label: String, _ values: [Phrase]) {
        if !values.isEmpty { append(Fact(label: label, values: values)) }
    }
}
