// SPDX-License-Identifier: Apache-2.0

/// Steps over the characters of an interface definition and knows line and column.
struct DefinitionScanner {
    /// A comment, from its mark to the end of its line.
    struct Comment {
        /// What it says, without the mark and one space after it.
        let text: String
        /// Where its mark stands.
        let position: TextPosition
        /// Whether nothing precedes it on its line.
        let alone: Bool
    }

    /// What was stepped over between two tokens.
    struct Gap {
        /// The comments, in order.
        var comments: [Comment] = []
        /// Whether there was anything at all.
        var isEmpty = true
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1
    /// Whether only white space precedes the present place on its line.
    private var atLineStart = true

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Where the next character stands.
    var position: TextPosition { TextPosition(line: line, column: column) }

    /// The next byte, or nil at the end of the text.
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Steps over one ASCII character if it is the next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        advance()
        return true
    }

    /// Steps over letters, digits, dots, dashes and underscores; empty if there are none.
    ///
    /// That is more than any name may hold, so that a wrong name is reported as a whole.
    mutating func word() -> String {
        let start = offset
        while let byte = next, Self.isWord(byte) { advance() }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// Steps over white space and comments.
    mutating func gap() -> Gap {
        var gap = Gap()
        while let byte = next {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
            case UInt8(ascii: "#"): gap.comments.append(comment())
            default: return gap
            }
            gap.isEmpty = false
        }
        return gap
    }

    /// Steps over what may follow a member on its line, and over the end of that line.
    ///
    /// Returns the comment if there is one, and whether the line ended.
    mutating func endOfLine() -> (comment: Comment?, ended: Bool) {
        while let byte = next,
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
        {
            advance()
        }
        let comment = next == UInt8(ascii: "#") ? comment() : nil
        guard next != nil else { return (comment, true) }
        return (comment, take("\n"))
    }

    /// What the next word or character is, for an error.
    func found() -> String {
        guard let byte = next else { return "the end of the text" }
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return "the end of the line" }
        var ahead = self
        let word = ahead.word()
        guard word.isEmpty else { return "“\(word)”" }
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return "“\(String(decoding: bytes[offset..<end], as: UTF8.self))”"
    }

    private mutating func comment() -> Comment {
        let (position, alone) = (position, atLineStart)
        advance()
        if next == UInt8(ascii: " ") { advance() }
        let start = offset
        while let byte = next, byte != UInt8(ascii: "\n") { advance() }
        var text = bytes[start..<offset]
        if text.last == UInt8(ascii: "\r") { text.removeLast() }
        return Comment(text: String(decoding: text, as: UTF8.self), position: position, alone: alone)
    }

    private mutating func advance() {
        let byte = bytes[offset]
        offset += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
            atLineStart = true
            return
        }
        // Bytes that continue a character do not start a column.
        if byte & 0xC0 != 0x80 { column += 1 }
        if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") { atLineStart = false }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        DefinitionNames.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-")
    }
}
