// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// One object of an answer, read for the page.
///
/// What is absent, or of another kind than the interface declares, is nil or empty.
struct HistoryRow {
    let json: JSONObject

    init(_ json: JSONObject) { self.json = json }

    func text(_ name: String) -> String? { json[name]?.text }
    func number(_ name: String) -> Int64? { json[name]?.integer }
    func isSet(_ name: String) -> Bool { json[name]?.bool ?? false }
    func row(_ name: String) -> HistoryRow? { json[name]?.object.map(HistoryRow.init) }
    func rows(_ name: String) -> [HistoryRow] {
        (json[name]?.array ?? []).compactMap { $0.object.map(HistoryRow.init) }
    }
    func texts(_ name: String) -> [String] { (json[name]?.array ?? []).compactMap(\.text) }
    func positions(_ name: String) -> [UInt64] {
        (json[name]?.array ?? []).compactMap { $0.integer.flatMap { UInt64(exactly: $0) } }
    }
    /// A position as a list of one, or of none.
    func positions(at name: String) -> [UInt64] { position(name).map { [$0] } ?? [] }
    func position(_ name: String) -> UInt64? { number(name).flatMap { UInt64(exactly: $0) } }

    /// The words for when something was, if the member is there.
    func date(_ name: String) -> Phrase? { text(name).map { .quoted(DateWords.text($0)) } }
}
