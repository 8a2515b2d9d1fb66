// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Finds, among entries in the order of their positions, those that concern a person.
///
/// These are the entries on the person's own stream, those on the stream of a role, a secondment or an interest that the
/// person has, and those in which a field names one of these, however deep: an entry that somebody acted in as an
/// assignment names that.
public struct SubjectAccess: Sendable {
    /// The kinds of streams that begin with whose they are.
    private static let owned: Set<Substring> = ["assignment", "secondment", "interest"]

    /// Why an entry concerns the person.
    public enum Reason: Hashable, Sendable {
        /// It is on the person's own stream.
        case ownRecord
        /// It is on the stream of something that the person has, such as `assignment/A-0001`.
        case role(String)
        /// It names the person, or something that the person has.
        case mention(String)

        /// The reason in words.
        public var text: String {
            switch self {
            case .ownRecord: "their own record"
            case .role(let subject): "the record of \(subject), which is theirs"
            case .mention(let key): "mentions \(key)"
            }
        }
    }

    private let person: String
    /// What names the person or something that the person has: keys and streams.
    private var names: Set<String>
    private var streams: Set<String> = []

    /// Finds what concerns the person with a key.
    public init(person: String) {
        self.person = person
        names = [person, "person/\(person)"]
    }

    /// Why an entry concerns the person; nil if it does not.
    public mutating func reason(subject: String, data: JSONObject) -> Reason? {
        if subject == "person/\(person)" { return .ownRecord }
        if streams.contains(subject) { return .role(subject) }
        let parts = subject.split(separator: "/", maxSplits: 1)
        if parts.count == 2, Self.owned.contains(parts[0]), data["person"]?.text == person {
            streams.insert(subject)
            names.formUnion([subject, String(parts[1])])
            return .role(subject)
        }
        // A correction has the content that it gives to the entry it names.
        return mention(in: .object(data)).map(Reason.mention)
    }

    private func mention(in value: JSON) -> String? {
        switch value {
        case .string(let text): names.contains(text) ? text : nil
        case .array(let items): items.lazy.compactMap { mention(in: $0) }.first
        case .object(let object): object.members.lazy.compactMap { mention(in: $0.value) }.first
        case .null, .bool, .integer, .number: nil
        }
    }
}
