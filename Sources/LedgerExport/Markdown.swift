// SPDX-License-Identifier: Apache-2.0

/// Texts that people wrote as Markdown (CommonMark) that shows them as they are and stays where it is put.
///
/// Every character that could mark something up has a backslash before it, which CommonMark allows before all ASCII
/// punctuation: anywhere `\` `` ` `` `*` `_` `[` `]` `<` `~` `|` `"` and `&`; at the beginning of a line also what makes
/// a heading, a quotation, an item of a list or a rule, and a number before `.` or `)`; and `#` at the end of a line,
/// where it could end a heading. Spaces at the beginning and end of a line are left out. Control characters and those
/// that turn the direction of writing become U+FFFD.
public enum Markdown {
    private static let special = "\\`*_[]<~|\"&".unicodeScalars
    private static let specialFirst = "#>-+=:".unicodeScalars

    /// A text on one line; breaks of lines become spaces.
    public static func line(_ text: String) -> String { escaped(bare(text)[...], false) }

    /// A text on one line with no marks added, for where it stands in quotes of another syntax.
    public static func bare(_ text: String) -> String {
        text.split { $0.isNewline }.map { String(String.UnicodeScalarView(plain($0))) }
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// A text with its breaks of lines; no more than one empty line stands between others.
    ///
    /// Where a colon would mean something to the reader, `escapesColons` has a backslash before each.
    public static func paragraphs(_ text: String, escapesColons: Bool = false) -> [String] {
        var shown: [String] = []
        for line in lines(text, escapesColons: escapesColons)
        where !(line.isEmpty && shown.last?.isEmpty != false) { shown.append(line) }
        if shown.last?.isEmpty == true { shown.removeLast() }
        return shown
    }

    private static func lines(_ text: String, escapesColons: Bool) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { escaped($0, escapesColons) }
    }

    private static func escaped(_ line: Substring, _ escapesColons: Bool) -> String {
        let scalars = plain(line)
        var shown = String.UnicodeScalarView()
        let digits = scalars.prefix { ("0"..."9").contains($0) }.count
        for (index, scalar) in scalars.enumerated() {
            let isSpecial =
                special.contains(scalar) || (index == 0 && specialFirst.contains(scalar))
                || (index == digits && digits > 0 && (scalar == "." || scalar == ")"))
                || (index == scalars.count - 1 && scalar == "#") || (escapesColons && scalar == ":")
            if isSpecial { shown.append("\\") }
            shown.append(scalar)
        }
        return String(shown)
    }

    /// The line without spaces around it and without characters that are not shown.
    private static func plain(_ line: Substring) -> [Unicode.Scalar] {
        var scalars = line.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x09: " "
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
            default: scalar
            }
        }[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return Array(scalars)
    }
}
