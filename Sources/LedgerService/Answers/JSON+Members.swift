// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

// How the parts of an answer are written: what is not there is left out, never null.

extension JSON {
    /// An object of the members that are there.
    static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON { .object(JSONObject(members)) }

    /// An object of the members that are there.
    static func members(_ members: [(String, JSON?)]) -> JSON {
        var object = JSONObject()
        object.reserveCapacity(members.count)
        for (name, value) in members { object[name] = value }
        return .object(object)
    }

    /// A list, written item by item.
    static func list<Item>(_ items: [Item], _ json: (Item) -> JSON) -> JSON { .array(items.map(json)) }

    /// A list of keys.
    static func keys(_ keys: [Ledger.Key]) -> JSON { list(keys, \.json) }

    /// A list of positions.
    static func positions(_ positions: [UInt64]) -> JSON { list(positions, \.json) }
}

extension JSONObject {
    /// An object of the members that are there.
    init(_ members: KeyValuePairs<String, JSON?>) {
        self.init()
        reserveCapacity(members.count)
        for (name, value) in members { self[name] = value }
    }
}

extension Key {
    var json: JSON { .string(text) }
}

extension Subject {
    var json: JSON { .string(description) }
}

extension EDTF {
    var json: JSON { .string(text) }
}

extension UInt64 {
    /// A position; positions are below 2^63.
    var json: JSON { .integer(Int64(clamping: self)) }
}

extension Int {
    var json: JSON { .integer(Int64(self)) }
}

extension RawRepresentable<String> {
    /// The word for a choice.
    var json: JSON { .string(rawValue) }
}

extension Money {
    var json: JSON { ["minor": .integer(minor), "currency": .string(currency)] }
}

extension Text? {
    /// The text as a view shows it; nil when there is none, or none to show.
    func json(in view: View) -> JSON? { view.texts.json(self) }
}

extension Text {
    /// The text as a view shows it; nil when it is sealed and withheld.
    func json(in view: View) -> JSON? { view.texts.json(self) }
}

extension SourceReference {
    /// The evidence and the place in it, such as `REF section 4`.
    var words: String { locator.map { "\(evidence) \($0)" } ?? evidence.text }
}
