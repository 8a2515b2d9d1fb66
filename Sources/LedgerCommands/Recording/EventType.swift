// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A type of entry as `io.jvledger.Ledger.DescribeTypes` describes it.
public struct EventType: Hashable, Sendable {
    /// A field of a type.
    public struct Field: Hashable, Sendable {
        /// Its name in `data`.
        public let name: String
        /// What it holds, in words.
        public let kind: String
        /// Whether it must be there.
        public let isRequired: Bool
        /// Whether it is always sealed.
        public let isPersonal: Bool
        /// The values that it can have, if they are few.
        public let choices: [String]
        /// The fields of each item, for a list of objects.
        public let items: [Field]
        /// What it means.
        public let documentation: String

        init?(_ object: JSONObject) {
            guard let name = object["name"]?.text, let kind = object["kind"]?.text else { return nil }
            self.name = name
            self.kind = kind
            isRequired = object["required"]?.bool ?? false
            isPersonal = object["personal"]?.bool ?? false
            choices = (object["choices"]?.array ?? []).compactMap(\.text)
            items = (object["items"]?.array ?? []).compactMap { $0.object.flatMap(Field.init) }
            documentation = object["documentation"]?.text ?? ""
        }
    }

    /// The short name, such as `decision.adopted`.
    public let name: String
    /// The full name.
    public let type: String
    /// The kind of stream it is on.
    public let kind: String
    /// Whether it can begin its stream.
    public let begins: Bool
    /// What it records.
    public let summary: String
    /// Its fields.
    public let fields: [Field]

    /// Reads an item of the reply; nil if it has no name.
    public init?(_ json: JSON) {
        guard let object = json.object, let name = object["name"]?.text else { return nil }
        self.name = name
        type = object["type"]?.text ?? name
        kind = object["kind"]?.text ?? ""
        begins = object["begins"]?.bool ?? false
        summary = object["summary"]?.text ?? ""
        fields = (object["fields"]?.array ?? []).compactMap { $0.object.flatMap(Field.init) }
    }
}
