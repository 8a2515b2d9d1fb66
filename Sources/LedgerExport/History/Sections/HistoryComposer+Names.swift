// SPDX-License-Identifier: Apache-2.0

/// How the page names things, and what stands in the place of what it may not show: never nothing.
extension HistoryComposer {
    /// Where something is on the page: a key of letters, digits, points and hyphens as it is, any other as hexadecimal.
    func anchor(_ kind: String, _ key: String) -> String {
        let isPlain = key.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
            default: false
            }
        }
        return "\(kind)-" + (isPlain ? key : key.utf8.map { String($0, radix: 16) }.joined(separator: "_"))
    }

    /// A text of an answer; in its place that it was erased or is withheld, if that is why it is absent.
    func text(_ row: HistoryRow, _ name: String, _ fate: SealedFields.Fate?) -> Phrase? {
        row.text(name).map { .quoted($0) } ?? fate.map { .missing("[\($0.words)]") }
    }

    /// A text that is always recorded, so that its absence means that it is not shown.
    func recorded(_ row: HistoryRow, _ name: String, _ fate: SealedFields.Fate?) -> Phrase {
        text(row, name, fate) ?? .missing("[not shown]")
    }

    /// An organisation by its key.
    func organisation(_ key: String?) -> Phrase? {
        guard let key else { return nil }
        if let name = organisationNames[key] { return .quoted(name) }
        guard let fate = sealed.fate(of: ["title", "name"], on: "organisation/\(key)") else {
            return .code(key)
        }
        return .code(key) + .missing(" [name \(fate.words)]")
    }

    /// A party of an answer.
    func party(_ party: HistoryRow?) -> Phrase? {
        guard let party else { return nil }
        return party.text("name").map { .quoted($0) } ?? organisation(party.text("key"))
    }

    /// Parties of an answer.
    func parties(_ row: HistoryRow, _ name: String) -> Phrase {
        row.rows(name).compactMap { party($0) }.joined(", ")
    }

    /// A person of an answer, whose key is in the given member: the name, or what to call them and why there is none.
    func person(_ row: HistoryRow, key member: String) -> Phrase {
        let label = row.text("label").map { Phrase.quoted($0) }
        if let name = row.text("name") { return [.quoted(name), label].compactMap(\.self).joined(", ") }
        let key = row.text(member)
        let fate =
            key.flatMap { sealed.fate(of: ["name"], on: "person/\($0)") }
            ?? (scope.mayNamePeople ? nil : .withheld)
        let why = Phrase.missing(fate.map { "[name \($0.words)]" } ?? "[name not recorded]")
        return [label ?? key.map { .code($0) } ?? "a person", why].joined(" ")
    }

    /// Something as KIND/KEY, with what it is called.
    func subject(_ subject: String, title: String?) -> Phrase {
        // By the byte: a mark that follows the slash makes one character with it.
        let parts = subject.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2 else { return .quoted(subject) }
        let name = Self.kinds[parts[0]] ?? parts[0]
        let isHere = parts[0] == "decision" && hasDecision(parts[1])
        let reference: Phrase = isHere ? .link(parts[1], to: anchor("decision", parts[1])) : .code(parts[1])
        let fate = sealed.fate(of: ["title", "label", "name"], on: subject)
        let called = title.map { Phrase.quoted($0) } ?? fate.map { .missing("[\($0.words)]") }
        return .words("\(name) ") + reference + (called.map { ": " + $0 } ?? Phrase())
    }

    /// A decision by its key.
    func decision(_ key: String?) -> Phrase? {
        key.map { hasDecision($0) ? .link($0, to: anchor("decision", $0)) : .code($0) }
    }

    /// Positions in words, with runs: `37, 39–44`.
    static func entries(_ positions: [UInt64]) -> String {
        var runs: [ClosedRange<UInt64>] = []
        for position in Set(positions).sorted() {
            if let last = runs.last, last.upperBound + 1 == position {
                runs[runs.count - 1] = last.lowerBound...position
            } else {
                runs.append(position...position)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }

    /// A number of things.
    static func counted(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : nouns ?? noun + "s")"
    }

    /// An amount of an answer.
    static func amount(_ money: HistoryRow?) -> Phrase? {
        guard let minor = money?.number("minor"), let currency = money?.text("currency") else { return nil }
        return .words("\(currency) \(MinorUnits.text(minor, of: currency))")
    }

    /// Kinds of streams whose name is not the word for it.
    private static let kinds = [
        "raid": "risk or issue", "knowledge": "knowledge event", "board": "body", "need": "need",
    ]
}
