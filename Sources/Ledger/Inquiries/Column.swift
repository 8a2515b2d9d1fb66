// SPDX-License-Identifier: Apache-2.0

/// One column of an answer: what it is called, holds and means, and how a row gives it.
public struct Column<Row: Sendable>: Sendable {
    /// The member's name, in camelCase.
    public let name: String
    /// What it holds.
    public let kind: CellKind
    /// What it means, in one sentence.
    public let documentation: String
    /// What a row holds there; nil when there is nothing to say.
    public let cell: @Sendable (Row) -> Cell?
}

/// What a column holds.
public enum CellKind: Hashable, Sendable {
    /// A key, a word or a text made by the ledger; always there.
    case key
    /// A word or a text made by the ledger.
    case word
    /// A text that people wrote; absent when it is sealed and withheld.
    case text
    /// Texts that people wrote.
    case texts
    /// A whole number.
    case number
    /// Whether something is so.
    case flag
    /// Words or keys.
    case words
    /// An organisation or a unit.
    case party
    /// Organisations or units.
    case parties
    /// A person: by what they do, and by key and name only for those who may see it.
    case person
    /// People.
    case people
    /// An amount.
    case money
    /// Positions of entries.
    case positions
}

/// What one row holds in one column.
public enum Cell: Hashable, Sendable {
    case word(String)
    case text(Text)
    case texts([Text])
    case number(Int64)
    case flag(Bool)
    case words([String])
    case party(Key)
    case parties([Key])
    case person(Key)
    case people([Key])
    case money(Money)
    case positions([UInt64])
}

extension Column {
    /// A key that every row has.
    public static func key(_ name: String, _ documentation: String, _ get: @escaping @Sendable (Row) -> Key)
        -> Column
    {
        Column(name: name, kind: .key, documentation: documentation) { .word(get($0).text) }
    }

    /// A word or a text made by the ledger, such as a date in words, a status or a subject.
    public static func word(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> String?
    ) -> Column {
        Column(name: name, kind: .word, documentation: documentation) { get($0).map(Cell.word) }
    }

    /// A text that people wrote.
    public static func text(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> Text?
    ) -> Column {
        Column(name: name, kind: .text, documentation: documentation) { get($0).map(Cell.text) }
    }

    /// Texts that people wrote.
    public static func texts(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> [Text]
    ) -> Column {
        Column(name: name, kind: .texts, documentation: documentation) { .texts(get($0)) }
    }

    /// A whole number.
    public static func number(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> Int?
    ) -> Column {
        Column(name: name, kind: .number, documentation: documentation) { get($0).map { .number(Int64($0)) } }
    }

    /// Whether something is so.
    public static func flag(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> Bool
    ) -> Column {
        Column(name: name, kind: .flag, documentation: documentation) { .flag(get($0)) }
    }

    /// Words or keys.
    public static func words(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> [String]
    ) -> Column {
        Column(name: name, kind: .words, documentation: documentation) { .words(get($0)) }
    }

    /// An organisation or a unit.
    public static func party(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> Key?
    ) -> Column {
        Column(name: name, kind: .party, documentation: documentation) { get($0).map(Cell.party) }
    }

    /// Organisations or units.
    public static func parties(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> [Key]
    ) -> Column {
        Column(name: name, kind: .parties, documentation: documentation) { .parties(get($0)) }
    }

    /// A person.
    public static func person(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> Key?
    ) -> Column {
        Column(name: name, kind: .person, documentation: documentation) { get($0).map(Cell.person) }
    }

    /// People.
    public static func people(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> [Key]
    ) -> Column {
        Column(name: name, kind: .people, documentation: documentation) { .people(get($0)) }
    }

    /// An amount.
    public static func money(
        _ name: String,
        _ documentation: String,
        _ get: @escaping @Sendable (Row) -> Money?
    ) -> Column {
        Column(name: name, kind: .money, documentation: documentation) { get($0).map(Cell.money) }
    }

    /// The entries that a row rests on: the last column of every question.
    public static func entries(_ get: @escaping @Sendable (Row) -> [UInt64]) -> Column {
        Column(
            name: "entries",
            kind: .positions,
            documentation: "The positions of the entries that the row rests on."
        ) { .positions(get($0)) }
    }
}
