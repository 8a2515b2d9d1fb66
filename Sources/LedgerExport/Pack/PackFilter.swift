// SPDX-License-Identifier: Apache-2.0

/// Which entries of a ledger a pack has.
public enum PackFilter: Hashable, Sendable {
    /// All of them.
    case whole
    /// Those at these positions.
    case range(ClosedRange<UInt64>)
    /// Those that concern the decision with this key.
    case decision(String)
    /// Those that concern the organisation with this key.
    case partner(String)
    /// Those that concern the person with this key.
    case person(String)

    /// Its kind, as the manifest and the entry `export.generated` name it.
    public var scope: String {
        switch self {
        case .whole: "whole"
        case .range: "range"
        case .decision: "decision"
        case .partner: "partner"
        case .person: "person"
        }
    }

    /// What it names; nil for the whole.
    public var text: String? {
        switch self {
        case .whole: nil
        case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
        case .decision(let key), .partner(let key), .person(let key): key
        }
    }

    /// It in words, to stand behind "the entries of".
    public var words: String {
        switch self {
        case .whole: "the ledger"
        case .range(let range): "positions \(range.lowerBound) to \(range.upperBound)"
        case .decision(let key): "decision \(key)"
        case .partner(let key): "partner \(key)"
        case .person(let key): "person \(key)"
        }
    }
}
