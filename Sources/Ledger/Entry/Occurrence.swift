// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// How a date is known.
public enum Basis: String, CaseIterable, Codable, Sendable {
    /// A source or the recorder states it; the default, and never written.
    case stated
    /// It follows from other facts.
    case inferred
    /// It lies ahead.
    case planned
}

/// When something happened, as exactly as it is known and no more exactly.
///
/// In `data` it is the member `occurred`: `date` (EDTF), `basis` unless stated, `words` as the source has them.
/// An entry without it happened when it was recorded.
public struct Occurrence: Hashable, Codable, Sendable {
    /// The longest `words`, in bytes.
    public static let wordsLimit = 200

    /// The date.
    public let date: EDTF
    /// How it is known.
    public let basis: Basis
    /// The source's own words, such as `late summer 2019`.
    public let words: String?

    /// A date, how it is known, and the source's words for it.
    public init(date: EDTF, basis: Basis = .stated, words: String? = nil) {
        self.date = date
        self.basis = basis
        self.words = words
    }

    /// The words of the source if there are any, else the date in words; marked when it is not simply stated.
    public var text: String {
        let said = words ?? date.short
        switch basis {
        case .stated: return said
        case .inferred, .planned: return "\(said) \(basis.rawValue)"
        }
    }

    /// The member as it stands in `data`.
    public var json: JSON {
        var object = JSONObject()
        object["date"] = .string(date.text)
        if basis != .stated { object["basis"] = .string(basis.rawValue) }
        if let words { object["words"] = .string(words) }
        return .object(object)
    }
}
