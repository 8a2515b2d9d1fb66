// SPDX-License-Identifier: Apache-2.0

/// An answer about imprecise dates, where `possibly` means that what is stated leaves both answers open.
///
/// It is the strong three-valued logic of Kleene (Introduction to Metamathematics, 1952, section 64).
public enum Truth: String, Hashable, Codable, Sendable, CaseIterable {
    /// False whatever instants were meant.
    case no
    /// True for some of the instants that may have been meant and false for others.
    case possibly
    /// True whatever instants were meant.
    case yes

    /// The answer of a plain condition.
    public init(_ condition: Bool) { self = condition ? .yes : .no }

    /// The answer that holds for every reading if `certain`, and for at least one if `possible`.
    init(certain: Bool, possible: Bool) {
        self = certain ? .yes : possible ? .possibly : .no
    }

    /// The opposite answer; `possibly` stays.
    public var negated: Truth {
        switch self {
        case .no: .yes
        case .possibly: .possibly
        case .yes: .no
        }
    }

    /// Both: the less certain of the two.
    public func and(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.yes, .yes): .yes
        case (.possibly, _), (_, .possibly): .possibly
        }
    }

    /// Either: the more certain of the two.
    public func or(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.yes, _), (_, .yes): .yes
        case (.no, .no): .no
        case (.possibly, _), (_, .possibly): .possibly
        }
    }
}
