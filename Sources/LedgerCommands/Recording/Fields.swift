// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension JSONObject {
    /// An object of those members that are not nil.
    public init(fields: KeyValuePairs<String, JSON?>) {
        self.init()
        for (name, value) in fields where value != nil { self[name] = value }
    }
}

/// Members that are left out when there is nothing to say.
extension JSON? {
    /// A text, if there is one.
    public static func text(_ text: String?) -> JSON? { text.map { .string($0) } }

    /// A list of texts, unless it is empty.
    public static func texts(_ texts: [String]) -> JSON? {
        texts.isEmpty ? nil : .array(texts.map { .string($0) })
    }

    /// A whole number, if there is one.
    public static func number(_ number: Int?) -> JSON? { number.map { .integer(Int64($0)) } }

    /// A flag, which is written only when it is set.
    public static func flag(_ isSet: Bool) -> JSON? { isSet ? .bool(true) : nil }
}
