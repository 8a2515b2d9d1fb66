// SPDX-License-Identifier: Apache-2.0

/// What the page has before its first chapter, as the template sees it.
///
/// Members of what the template sees are read by their names: a name that is changed here is changed in the templates.
struct HistoryOpening: Hashable, Sendable {
    /// What the window is called.
    let windowTitle: String
    /// The ledger.
    let name: Phrase
    /// What the page holds, in short.
    let lead: [Phrase]
    let contents: [ContentsLine]
}

/// A line of the table of contents.
struct ContentsLine: Hashable, Sendable {
    let anchor: String
    let number: Int
    let heading: Phrase
    /// The key before the heading, of a part.
    let key: String
    var parts: [ContentsLine] = []
}

/// The chapters of the page, in their order.
enum Chapter: String, Hashable, Sendable, CaseIterable {
    case purpose, register, decisions, posts, partners, bodies, disputes, sealed, verification

    /// Where it is on the page.
    var anchor: String { rawValue }

    var heading: String {
        switch self {
        case .purpose: "What this page is"
        case .register: "The register of decisions"
        case .decisions: "The decisions"
        case .posts: "Posts and their holders"
        case .partners: "The partners"
        case .bodies: "The bodies that decide"
        case .disputes: "What is disputed or was corrected"
        case .sealed: "What was erased or withheld"
        case .verification: "How it was verified"
        }
    }

    /// Whether a page of some decisions has it.
    var isOfPart: Bool {
        switch self {
        case .purpose, .register, .decisions, .disputes, .sealed, .verification: true
        case .posts, .partners, .bodies: false
        }
    }
}

/// A chapter up to its first part.
struct Section: Hashable, Sendable {
    let chapter: Chapter
    let anchor: String
    let heading: String
    let number: Int
    let blocks: [Block]

    init(_ chapter: Chapter, _ number: Int, _ blocks: [Block]) {
        self.chapter = chapter
        anchor = chapter.anchor
        heading = chapter.heading
        self.number = number
        self.blocks = blocks
    }
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
