// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// An entry as a verb means it, before what the options add.
public struct Draft: Hashable, Sendable {
    /// The short type, such as `decision.adopted`.
    public let type: String
    /// The stream: `KIND/KEY`, `KIND/` for a new key, `KIND/#0` for that of the first entry of the call.
    public let subject: String
    /// The fields of the type.
    public var data: JSONObject
    /// Who may read it, unless an option says otherwise; nil for everyone.
    public var classification: String?

    /// Drafts an entry; fields that are nil are left out.
    public init(
        _ type: String,
        _ subject: String,
        _ fields: KeyValuePairs<String, JSON?> = [:],
        classification: String? = nil
    ) {
        self.init(type, subject, data: JSONObject(fields: fields))
        self.classification = classification
    }

    /// Drafts an entry with these fields.
    public init(_ type: String, _ subject: String, data: JSONObject) {
        self.type = type
        self.subject = subject
        self.data = data
    }
}
