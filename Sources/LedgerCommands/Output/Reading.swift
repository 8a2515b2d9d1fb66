// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Members of a reply, made safe to show.
extension JSONObject {
    /// A text on one line, if it is there.
    func line(_ name: String) -> String? { self[name]?.text.map(DisplayText.line) }

    /// A whole number, if it is there.
    func number(_ name: String) -> Int64? { self[name]?.integer }

    /// Whether a flag is set.
    func isSet(_ name: String) -> Bool { self[name]?.bool ?? false }

    /// The objects of a list; none if it is not there.
    func objects(_ name: String) -> [JSONObject] { (self[name]?.array ?? []).compactMap(\.object) }

    /// The texts of a list, each on one line; none if it is not there.
    func lines(_ name: String) -> [String] {
        (self[name]?.array ?? []).compactMap { $0.text.map(DisplayText.line) }
    }

    /// Whole numbers that are positions.
    func positions(_ name: String) -> [UInt64] {
        (self[name]?.array ?? []).compactMap { $0.integer.flatMap { UInt64(exactly: $0) } }
    }

    /// What an organisation is called, or its key.
    func party(_ name: String) -> String? { self[name]?.object.flatMap { $0.line("name") ?? $0.line("key") } }
}

/// What is shown in the place of a text.
enum Withheld {
    /// It may not be read by the caller; where the answer does not tell, it may have been erased too.
    static let text = "(withheld)"
    /// It was erased.
    static let erased = "(erased)"
}
