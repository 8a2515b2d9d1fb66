// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// An entry that a client asks to record: what `Entry` says before the ledger adds position, time and recorder.
public struct Draft: Sendable {
    /// The longest id, in bytes.
    public static let idLimit = 64
    /// How far a chosen key such as `D-0500` may be ahead of the keys there are; as much as one call can record.
    static let keyLeadLimit = 10_000

    /// The idempotency key, if the client gave one.
    public var id: String?
    /// The type, in full or short.
    public var type: String
    /// `KIND/KEY`, `KIND/` for the next key, or `KIND/#N` for the key of entry N of the same call.
    public var subject: String
    /// The version that its stream is expected to have.
    public var streamVersion: Int?
    /// When it happened.
    public var occurred: JSON?
    /// Where its content comes from.
    public var sources: JSON?
    /// The organisation for which it is recorded.
    public var onBehalfOf: Key?
    /// Who may read its text.
    public var classification: Classification
    /// Text fields to keep in disclosures.
    public var seal: [String]
    /// The id of the entry that caused it.
    public var causation: String?
    /// An id shared by entries that belong together.
    public var correlation: String?
    /// The fields of the type.
    public var data: JSONObject

    /// A draft of the daemon's own.
    public init(type: String, subject: String, classification: Classification = .venture, data: JSONObject) {
        self.type = type
        self.subject = subject
        self.classification = classification
        self.data = data
        seal = []
    }

    /// Reads a draft as clients write it: the members of `Entry` in the interface definition.
    public init(_ object: JSONObject) throws(FieldError) {
        func text(_ name: String) throws(FieldError) -> String? {
            guard let value = object[name] else { return nil }
            guard let text = value.text else { throw FieldError(name, .notA("a text")) }
            return text
        }
        func identifier(_ name: String) throws(FieldError) -> String? {
            guard let text = try text(name) else { return nil }
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw FieldError(name, .notA("1 to 64 printable ASCII characters"))
            }
            guard text.utf8.count <= Self.idLimit else {
                throw FieldError(name, .tooLong(limit: Self.idLimit))
            }
            return text
        }
        for member in object.members where !Self.members.contains(member.name) {
            throw FieldError(member.name, .undeclared)
        }
        guard let type = try text("type") else { throw FieldError("type", .missing) }
        guard let subject = try text("subject") else { throw FieldError("subject", .missing) }
        id = try identifier("id")
        causation = try identifier("causation")
        correlation = try identifier("correlation")
        self.type = type
        self.subject = subject
        streamVersion = object["streamVersion"]?.integer.map { Int($0) }
        occurred = object["occurred"]
        sources = object["sources"]
        seal = object["seal"]?.array?.compactMap(\.text) ?? []
        data = object["data"]?.object ?? JSONObject()
        classification = .venture
        if let name = try text("classification") {
            guard let given = Classification(name) else {
                throw FieldError("classification", .notOneOf(["venture", "partner:ORG", "restricted"]))
            }
            classification = given
        }
        if let name = try text("onBehalfOf") {
            guard let key = Key(name) else { throw FieldError("onBehalfOf", .notAKey) }
            onBehalfOf = key
        }
    }

    private static let members: Set<String> = [
        "causation", "classification", "correlation", "data", "id", "occurred", "onBehalfOf", "seal",
        "sources",
        "streamVersion", "subject", "type",
    ]
}
