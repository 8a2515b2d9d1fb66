// SPDX-License-Identifier: Apache-2.0

/// A run of text on the page: our words, and in them what the ledger holds.
struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A piece of it; the template has a form for each case, by the case's name.
    enum Piece: Hashable, Sendable {
        /// Words of ours.
        case words(String)
        /// A text of the ledger, set apart so that a direction of writing stays within it.
        case quoted(String)
        /// Words in the place of a text that was erased, is withheld or is not recorded.
        case missing(String)
        /// A key, a hash or a command.
        case code(String)
        /// Where something stands.
        case status(String)
        /// A reference to another place of the page.
        case link(Link)
    }

    /// A reference to another place of the page.
    struct Link: Hashable, Sendable {
        let anchor: String
        let text: String
    }

    var pieces: [Piece]

    init(_ pieces: Piece...) { self.pieces = pieces }
    init(pieces: [Piece]) { self.pieces = pieces }
    init(stringLiteral text: String) { pieces = [.words(text)] }

    /// Words of ours.
    static func words(_ text: String) -> Phrase { Phrase(.words(PageText.line(text))) }
    /// A text of the ledger, with its line breaks.
    static func quoted(_ text: String) -> Phrase { Phrase(.quoted(PageText.lines(text))) }
    /// Words in the place of a text.
    static func missing(_ text: String) -> Phrase { Phrase(.missing(text)) }
    /// A key, a hash or a command.
    static func code(_ text: String) -> Phrase { Phrase(.code(PageText.line(text))) }
    /// Where something stands.
    static func status(_ text: String) -> Phrase { Phrase(.status(PageText.line(text))) }
    /// A reference to another place of the page.
    static func link(_ text: String, to anchor: String) -> Phrase {
        Phrase(.link(Link(anchor: anchor, text: PageText.line(text))))
    }

    var isEmpty: Bool { pieces.isEmpty }

    static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(pieces: left.pieces + right.pieces) }
    static func += (left: inout Phrase, right: Phrase) { left.pieces += right.pieces }
}

extension [Phrase] {
    /// All of them that say something, with words of ours between them.
    func joined(_ separator: String) -> Phrase {
        var whole = Phrase()
        for phrase in self where !phrase.isEmpty {
            if !whole.isEmpty { whole += Phrase(.words(separator)) }
            whole += phrase
        }
        return whole
    }
}
