// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension Entry {
    /// The members of `data` that belong to every type and not to the event.
    public static let sharedFields = ["_sd", "occurred", "sealed", "sources"]

    /// Reads `occurred`: an object with `date`, and `basis` and `words` if they are not the defaults.
    static func occurrence(in data: JSONObject) throws(FieldError) -> Occurrence? {
        guard let value = data["occurred"] else { return nil }
        guard let object = value.object else { throw FieldError("occurred", .notA("an object")) }
        guard let text = object["date"]?.text else { throw FieldError("occurred.date", .missing) }
        let date: EDTF
        do { date = try EDTF(text) } catch { throw FieldError("occurred.date", .notADate("\(error)")) }
        var basis = Basis.stated
        if let given = object["basis"] {
            guard let known = given.text.flatMap(Basis.init(rawValue:)), known != .stated else {
                throw FieldError("occurred.basis", .notOneOf(["inferred", "planned"]))
            }
            basis = known
        }
        let words = try boundedText(object["words"], "occurred.words", limit: Occurrence.wordsLimit)
        for member in object.members where !["basis", "date", "words"].contains(member.name) {
            throw FieldError("occurred.\(member.name)", .undeclared)
        }
        return Occurrence(date: date, basis: basis, words: words)
    }

    /// Reads `sources`: a list of objects with `evidence` and perhaps `locator`.
    static func sources(in data: JSONObject) throws(FieldError) -> [SourceReference] {
        guard let value = data["sources"] else { return [] }
        guard let items = value.array, !items.isEmpty else {
            throw FieldError("sources", .notA("a list of sources"))
        }
        guard items.count <= SourceReference.countLimit else {
            throw FieldError("sources", .tooMany(limit: SourceReference.countLimit))
        }
        var sources: [SourceReference] = []
        for (index, item) in items.enumerated() {
            guard let object = item.object, let text = object["evidence"]?.text, let key = Key(text) else {
                throw FieldError("sources.\(index).evidence", .notAKey)
            }
            let locator = try boundedText(
                object["locator"],
                "sources.\(index).locator",
                limit: SourceReference.locatorLimit
            )
            for member in object.members where !["evidence", "locator"].contains(member.name) {
                throw FieldError("sources.\(index).\(member.name)", .undeclared)
            }
            sources.append(SourceReference(evidence: key, locator: locator))
        }
        return sources
    }

    /// The person whom the sealed texts of an entry concern: whose stream it is on, or whom its `person` names.
    public var personConcerned: Key? { Self.personConcerned(subject, data) }

    /// The person whom the sealed texts of an entry on this stream and with this data concern.
    public static func personConcerned(_ subject: Subject, _ data: JSONObject) -> Key? {
        subject.kind == .person ? subject.key : data["person"]?.text.flatMap { Key($0) }
    }

    /// Reads `sealed` and checks that `_sd` has as many digests.
    static func sealed(in data: JSONObject) throws(FieldError) -> [String] {
        guard let value = data["sealed"] else { return [] }
        guard let names = value.array?.compactMap(\.text), let digests = data["_sd"]?.array,
            names.count == digests.count
        else { throw FieldError("sealed", .notA("a list of as many names as there are digests")) }
        return names
    }

    /// Every sealed text with its digest, as base64url: the entry's own, and those of the content that it gives to
    /// another entry.
    public var sealedDigests: [(name: String, digest: String)] {
        [data, data["data"]?.object].compactMap { $0 }.flatMap { data in
            let names = data["sealed"]?.array?.compactMap(\.text) ?? []
            return zip(names, data["_sd"]?.array?.compactMap(\.text) ?? []).map { ($0, $1) }
        }
    }

    private static func boundedText(_ value: JSON?, _ path: String, limit: Int) throws(FieldError) -> String?
    {
        guard let value else { return nil }
        guard let text = value.text, !text.isEmpty else { throw FieldError(path, .notA("a non-empty text")) }
        guard text.utf8.count <= limit else { throw FieldError(path, .tooLong(limit: limit)) }
        return text
    }
}
