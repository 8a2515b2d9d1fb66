// SPDX-License-Identifier: Apache-2.0

/// A command line that is being typed, as a shell hands it over to have a word completed.
///
/// The words are as they were typed, and bash has them cut at `=` too: `--socket=PATH` is three words.
public struct CompletionLine: Hashable, Sendable {
    /// The most words that are offered; whoever wants one of more types on.
    static let wordsMax = 1_000
    private static let instanceName = "--instance"
    private static let socketName = "--socket"
    private static let hostNames = ["--host", "-H"]

    /// The words, the program first.
    let words: [String]
    /// What is typed of the word to complete; empty where that is not known.
    let typed: String

    /// A line, which of its words is to be completed, and what stands before the cursor in the last word.
    public init(_ words: [String], _ index: Int, _ prefix: String) {
        self.words = words
        let quotes: Set<Character> = ["\"", "'"]
        typed = index == words.count - 1 ? String(prefix.drop { quotes.contains($0) }) : ""
    }

    /// How the ledger is reached that the line asks; nil when it is on another host, where asking for a password would
    /// spoil the line, or when the shell has yet to find out which it is.
    var settings: Settings? {
        var settings = Settings(terminal: Terminal(environment: [:], isTerminal: false))
        var rest = words.dropFirst().prefix { $0 != "--" }
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map { String($0) } ?? ""
            guard !Self.hostNames.contains(name) else { return nil }
            guard name == Self.instanceName || name == Self.socketName else { continue }
            var value = parts.count > 1 ? String(parts[1]) : rest.popFirst()
            if parts.count == 1, value == "=" { value = rest.popFirst() }
            guard let value, Self.isPlain(value) else { return nil }
            if name == Self.socketName { settings.socket = value } else { settings.instance = value }
        }
        return settings
    }

    /// Those of the words that go on with what is typed, each once, and not too many.
    ///
    /// A word that is more than a word to a shell is not offered: bash would run a command in it.
    func continued(by words: [String]) -> [String] {
        var seen: Set<String> = []
        let fitting = words.filter { $0.hasPrefix(typed) && Self.isPlain($0) && seen.insert($0).inserted }
        return Array(fitting.prefix(Self.wordsMax))
    }

    /// Whether a shell takes a word as it is.
    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F: true
                default: false
                }
            }
    }
}
