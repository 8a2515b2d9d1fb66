// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

extension DecisionRecord {
    /// Reads a record.
    ///
    /// - Throws: A complaint about what is no text, or too long.
    public init(_ bytes: [UInt8]) throws(Complaint) {
        guard bytes.count <= Self.maximumBytes else {
            throw .invalid("it has more than \(Self.maximumBytes) bytes")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else { throw .invalid("it is not UTF-8") }
        let isPrintable = text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n" || scalar == "\r" || scalar == "\t"
        }
        guard isPrintable else { throw .invalid("it has control characters") }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard lines.count <= Self.maximumLines else {
            throw .invalid("it has more than \(Self.maximumLines) lines")
        }
        self.init()
        var rest = lines[...]
        if lines.first?.trimmed == "---",
            let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmed) })
        {
            readFrontMatter(lines[1..<end])
            rest = lines[(end + 1)...]
        }
        readBody(rest)
    }

    private mutating func readFrontMatter(_ lines: ArraySlice<Substring>) {
        var name: String?
        for (index, line) in zip(lines.indices, lines) {
            if let item = MarkdownText.item(line), let name, line.first != "#" {
                let before = frontMatter[name].map { $0.text.isEmpty ? "" : $0.text + ", " } ?? ""
                let start = frontMatter[name]?.line ?? index + 1
                frontMatter[name] = Value(text: before + Self.scalar(item), line: start)
                continue
            }
            guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { continue }
            let key = line[..<colon].trimmed.lowercased()
            name = key
            let value = line[line.index(after: colon)...].trimmed
            let isList = value.first == "[" && value.last == "]"
            let items =
                isList
                ? value.dropFirst().dropLast().split(separator: ",").map { Self.scalar($0.trimmed) } : []
            frontMatter[key] = Value(
                text: isList ? items.joined(separator: ", ") : Self.scalar(value),
                line: index + 1
            )
        }
    }

    /// A scalar of YAML as front matter has it: plain with perhaps a comment, or in quotes.
    private static func scalar(_ text: String) -> String {
        if text.hasPrefix("\""), let end = text.lastIndex(of: "\""),
            let inner = (try? JSON(parsing: String(text[...end])))?.text
        {
            return inner
        }
        for quote in ["\"", "'"] where text.hasPrefix(quote) {
            let inner = text.dropFirst()
            if let end = inner.lastIndex(of: Character(quote)) { return String(inner[..<end]) }
        }
        let comment = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
        return text[..<comment].trimmed
    }

    private mutating func readBody(_ lines: ArraySlice<Substring>) {
        var section: Section?
        var option = ""
        var isFenced = false
        for (index, line) in zip(lines.indices, lines) {
            if line.trimmed.hasPrefix("```") { isFenced.toggle() }
            if !isFenced, let heading = MarkdownText.heading(line) {
                let text = MarkdownText.plain(heading.text)
                switch heading.level {
                case 1:
                    if title.isEmpty { title = MarkdownText.plain(Self.withoutNumber(heading.text)) }
                case 2:
                    section = Section(text)
                    option = ""
                    if section == .outcome { outcomeLine = index + 1 }
                default:
                    if section == .arguments {
                        option = text
                    } else {
                        section = Self.section(text, within: section)
                        option = ""
                    }
                }
                continue
            }
            take(line, index + 1, section, option)
        }
        context = Self.trimmed(context)
        drivers = Self.trimmed(drivers)
    }

    private mutating func take(_ line: Substring, _ number: Int, _ section: Section?, _ option: String) {
        switch section {
        case nil: takeProperty(line, number)
        case .context: context.append(MarkdownText.plain(String(line)))
        case .drivers: drivers.append(MarkdownText.plain(String(line)))
        case .options:
            if let item = MarkdownText.item(line) {
                options.append(Value(text: MarkdownText.plain(item), line: number))
            }
        case .outcome:
            if !MarkdownText.plain(String(line)).isEmpty { outcome.append(line.trimmed) }
        case .consequences: takeArgument(line, "", nil)
        case .positive: takeArgument(line, "", "for")
        case .negative: takeArgument(line, "", "against")
        case .arguments: takeArgument(line, option, nil)
        case .status:
            let text = MarkdownText.plain(String(line))
            if !text.isEmpty, list["status"] == nil { list["status"] = Value(text: text, line: number) }
        case .other: break
        }
    }

    /// Takes `- Status: accepted` or `Date: 2019-08-31` below the title.
    private mutating func takeProperty(_ line: Substring, _ number: Int) {
        let text = MarkdownText.plain(MarkdownText.item(line) ?? String(line))
        guard let colon = text.firstIndex(of: ":") else { return }
        let name = text[..<colon].lowercased()
        guard Self.properties.contains(name), list[name] == nil else { return }
        list[name] = Value(text: text[text.index(after: colon)...].trimmed, line: number)
    }

    private static let properties = [
        "status", "date", "deciders", "decision-makers", "decision makers", "consulted", "informed",
    ]

    /// What a heading below that of a section begins.
    private static func section(_ heading: String, within section: Section?) -> Section? {
        let part = Section(heading)
        switch (section, part) {
        case (_, .consequences), (_, .positive), (_, .negative): return part
        case (.outcome, _), (.consequences, _), (.positive, _), (.negative, _): return .other
        case (nil, _), (.context, _), (.drivers, _), (.options, _), (.arguments, _), (.status, _),
            (.other, _):
            return section
        }
    }

    /// Takes `Good, because …` and the like; other items only where the section says which way they speak.
    private mutating func takeArgument(_ line: Substring, _ option: String, _ usual: String?) {
        guard let item = MarkdownText.item(line) else { return }
        let text = MarkdownText.plain(item)
        guard let match = text.prefixMatch(of: /(?i)(good|neutral|bad)\s*,\s*(?:because|as)\s+/) else {
            if let usual, !text.isEmpty {
                arguments[option, default: []].append(Argument(stance: usual, text: text))
            }
            return
        }
        let stances = ["good": "for", "neutral": "neutral", "bad": "against"]
        let stance = stances[match.output.1.lowercased()] ?? "neutral"
        arguments[option, default: []].append(
            Argument(stance: stance, text: text[match.range.upperBound...].trimmed)
        )
    }

    /// A title without the number before it, as adr-tools writes it: `4. Use Markdown`.
    private static func withoutNumber(_ title: String) -> String {
        guard let match = title.prefixMatch(of: /\d{1,6}\.\s+/) else { return title }
        return String(title[match.range.upperBound...])
    }

    private static func trimmed(_ lines: [String]) -> [String] {
        var lines = lines[...]
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return Array(lines)
    }
}
