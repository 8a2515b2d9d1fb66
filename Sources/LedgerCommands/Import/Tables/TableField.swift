// SPDX-License-Identifier: Apache-2.0

/// Something that a column of a table can say.
public struct TableField: Hashable, Sendable {
    /// What it is called in a mapping.
    public let name: String
    /// What becomes of it.
    public let meaning: String
    /// Headings that mean it, in lower case and without punctuation.
    let synonyms: [String]

    /// `synonyms` are between semicolons.
    init(_ name: String, _ meaning: String, _ synonyms: String = "") {
        self.name = name
        self.meaning = meaning
        self.synonyms = [name.lowercased()] + synonyms.split(separator: ";").map(\.trimmed)
    }

    /// Whether a heading means this.
    func matches(_ heading: String) -> Bool {
        let words = Self.plain(heading)
        let joined = words.filter { $0 != " " }
        return synonyms.contains { $0 == words || $0.filter { $0 != " " } == joined }
    }

    /// A heading without punctuation, in lower case: `Ref. No` becomes `ref no`.
    static func plain(_ heading: String) -> String {
        heading.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "#" }.joined(separator: " ")
    }
}
