// SPDX-License-Identifier: Apache-2.0

/// A decision record in Markdown, as the templates of MADR versions 2 to 4 and of log4brains have it.
///
/// Read are the front matter (`status`, `date`, `decision-makers` or `deciders`, `consulted`, `informed`); the list of
/// the same below the title, as MADR 2 and log4brains have it; a section `Status` as adr-tools writes it; and the
/// sections named in ``Section``. Anything else is left out.
public struct DecisionRecord: Hashable, Sendable {
    /// The most bytes of a record.
    public static let maximumBytes = 1 << 20
    /// The most lines of a record.
    static let maximumLines = 20_000

    /// A value and the line on which it stands.
    struct Value: Hashable, Sendable {
        let text: String
        let line: Int
    }

    /// Something said for or against an option.
    struct Argument: Hashable, Sendable {
        /// `for`, `against` or `neutral`.
        let stance: String
        let text: String
    }

    /// The parts of a record that are read.
    enum Section: Hashable, Sendable {
        case context
        case drivers
        case options
        case outcome
        case consequences
        case positive
        case negative
        case arguments
        case status
        case other

        init(_ heading: String) {
            switch TableField.plain(heading) {
            case "context and problem statement", "context", "problem statement": self = .context
            case "decision drivers": self = .drivers
            case "considered options", "options considered", "options": self = .options
            case "decision outcome", "outcome": self = .outcome
            case "consequences": self = .consequences
            case "positive consequences": self = .positive
            case "negative consequences": self = .negative
            case "pros and cons of the options", "pros and cons": self = .arguments
            case "status": self = .status
            default: self = .other
            }
        }
    }

    /// The title; empty if there is none.
    var title = ""
    /// What is stated of the decision, by its name in lower case, in the front matter.
    var frontMatter: [String: Value] = [:]
    /// The same in the list below the title, or in a section of its own.
    var list: [String: Value] = [:]
    var context: [String] = []
    var drivers: [String] = []
    var options: [Value] = []
    /// The lines of the outcome, with their marks.
    var outcome: [String] = []
    var outcomeLine = 1
    /// What is said of each option, by its title; of the option chosen under the empty text.
    var arguments: [String: [Argument]] = [:]

    /// What is stated under one of some names, in the front matter first.
    func value(_ names: String...) -> Value? {
        for name in names {
            if let value = frontMatter[name] ?? list[name], !value.text.isEmpty { return value }
        }
        return nil
    }

    /// Whether it says anything that a decision record says.
    var isRecord: Bool { !title.isEmpty && (!outcome.isEmpty || !options.isEmpty || value("status") != nil) }

    /// What the outcome says, as text.
    var outcomeText: String { MarkdownText.plain(outcome.joined(separator: " ")) }

    /// The option chosen and why, from `Chosen option: "X", because Y`; nil if the outcome does not say it so.
    var choice: (option: String, reason: String?)? {
        let text = outcome.joined(separator: " ")
        guard let start = text.firstRange(of: /(?i)chosen option[*_\s]*:[*_\s]*/)?.upperBound else {
            return nil
        }
        let quoted = Self.quoted(text[start...])
        let rest = quoted?.rest ?? text[start...]
        let because = rest.firstRange(of: /(?i)[,;.]?\s*\bbecause\b\s*/)
        let option = quoted?.text ?? rest[..<(because?.lowerBound ?? rest.endIndex)]
        let reason = because.map { MarkdownText.plain(String(rest[$0.upperBound...])) }
        let plain = MarkdownText.plain(option.trimmed)
        return plain.isEmpty ? nil : (plain, reason.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// What stands in quotes at the beginning of a text, and what after them; a quote after a backslash ends nothing.
    private static func quoted(_ text: Substring) -> (text: Substring, rest: Substring)? {
        let quotes: [Character: Character] = ["\"": "\"", "“": "”", "'": "'", "‘": "’"]
        guard let first = text.first, let close = quotes[first] else { return nil }
        let start = text.index(after: text.startIndex)
        var end = start
        while end < text.endIndex, text[end] != close {
            let isEscape = text[end] == "\\"
            end = text.index(after: end)
            if isEscape, end < text.endIndex { end = text.index(after: end) }
        }
        guard end < text.endIndex else { return nil }
        return (text[start..<end], text[text.index(after: end)...])
    }
}

/// What Markdown marks up, as text.
enum MarkdownText {
    /// A line without comments, emphasis, code and the addresses of links, and without the backslashes that keep
    /// punctuation from marking anything up.
    static func plain(_ text: String) -> String {
        let marks = /\\([!-\/:-@\[-`{-~])|<!--.*?-->|\[([^\]]*)\]\([^)]*\)|\*\*|__|`/
        return text.replacing(marks) { match in
            match.output.1.map(String.init) ?? match.output.2.map { plain(String($0)) } ?? ""
        }
        .trimmed
    }

    /// The text of an item of a list, or nil for a line that is none.
    static func item(_ line: Substring) -> String? {
        guard let match = line.prefixMatch(of: /\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+/) else { return nil }
        let text = line[match.range.upperBound...].trimmed
        return text.isEmpty ? nil : text
    }

    /// The level of a heading and its text with its marks, or nil for a line that is none.
    static func heading(_ line: Substring) -> (level: Int, text: String)? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level) else { return nil }
        let rest = line.dropFirst(level)
        guard rest.first == " " || rest.first == "\t" else { return nil }
        // Signs at the end close a heading only after a space.
        let text = rest.trimmed.replacing(/(?:^|[ \t])#+$/, with: "")
        return (level, text.trimmed)
    }
}
