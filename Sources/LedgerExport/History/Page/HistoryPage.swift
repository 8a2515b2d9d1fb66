// SPDX-License-Identifier: Apache-2.0

/// The page as the template sees it: headings, paragraphs, tables. What stands in them is decided by the sections.
///
/// Members are read by their names, so a name that is changed here is changed in the templates.
struct HistoryPage: Hashable, Sendable {
    /// What the window is called.
    let windowTitle: String
    /// The venture.
    let name: Phrase
    /// What the page holds, as of when.
    let lead: [Phrase]
    let sections: [Section]
    /// The last line of the page.
    let colophon: Phrase
}

/// A chapter of the page.
struct Section: Hashable, Sendable {
    let anchor: String
    let heading: String
    /// The number before the heading.
    var number = 0
    var blocks: [Block] = []
    var parts: [Part] = []
    /// Whether the list of contents names the parts too.
    var listsParts = false
}

/// A part of a chapter, about one thing.
struct Part: Hashable, Sendable {
    let anchor: String
    let heading: Phrase
    /// The key before the heading.
    let key: String
    /// Whether it begins a new sheet when it is printed.
    var startsSheet = false
    var blocks: [Block] = []
}

/// What chapters and parts are made of; the template has a form for each case, by the case's name.
enum Block: Hashable, Sendable {
    /// A heading within a part.
    case subheading(String)
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
