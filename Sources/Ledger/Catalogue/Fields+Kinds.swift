// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

extension Fields {
    /// A text that must be there, in the clear or sealed, and not be empty.
    mutating func text(
        _ name: String,
        personal: Bool = false,
        _ documentation: StaticString
    ) throws(FieldError) -> Text {
        try readText(name, personal: personal, required: true, documentation) ?? .plain("")
    }

    /// A text that may be there.
    mutating func optionalText(
        _ name: String,
        personal: Bool = false,
        _ documentation: StaticString
    ) throws(FieldError) -> Text? {
        try readText(name, personal: personal, required: false, documentation)
    }

    private mutating func readText(
        _ name: String,
        personal: Bool,
        required: Bool,
        _ documentation: StaticString
    ) throws(FieldError) -> Text? {
        guard let value = try take(name, .text(personal: personal), required: required, documentation) else {
            return isSealed(name) ? sealedText(name) : nil
        }
        guard let text = value.text, !text.isEmpty else {
            throw FieldError(at(name), .notA("a non-empty text"))
        }
        guard text.utf8.count <= Self.textLimit else {
            throw FieldError(at(name), .tooLong(limit: Self.textLimit))
        }
        return .plain(text)
    }

    /// The key of a thing that must exist.
    mutating func key(
        _ name: String,
        of kind: SubjectKind,
        _ documentation: StaticString
    ) throws(FieldError) -> Key {
        guard let value = try take(name, .key(kind), required: true, documentation) else {
            return Key(unchecked: "key")
        }
        return try readKey(name, kind, value)
    }

    /// The key of a thing that must exist, if there is one.
    mutating func optionalKey(
        _ name: String,
        of kind: SubjectKind,
        _ documentation: StaticString
    ) throws(FieldError) -> Key? {
        guard let value = try take(name, .key(kind), required: false, documentation) else { return nil }
        return try readKey(name, kind, value)
    }

    /// The keys of things that must exist; empty when absent.
    mutating func keys(
        _ name: String,
        of kind: SubjectKind,
        required: Bool = false,
        _ documentation: StaticString
    ) throws(FieldError) -> [Key] {
        guard let value = try take(name, .keys(kind), required: required, documentation) else { return [] }
        var keys: [Key] = []
        for (index, item) in try list(name, value, required: required).enumerated() {
            keys.append(try readKey("\(name).\(index)", kind, item))
        }
        return keys
    }

    private mutating func readKey(_ name: String, _ kind: SubjectKind, _ value: JSON) throws(FieldError)
        -> Key
    {
        guard let text = value.text, let key = Key(text) else { throw FieldError(at(name), .notAKey) }
        refer(name, to: Subject(kind, key))
        return key
    }

    /// A thing of one of some kinds, which must exist.
    mutating func subject(
        _ name: String,
        of kinds: [SubjectKind],
        _ documentation: StaticString
    ) throws(FieldError) -> Subject {
        guard let value = try take(name, .subject(kinds), required: true, documentation) else {
            return Subject(kinds.first ?? .ledger, Key(unchecked: "key"))
        }
        return try readSubject(name, kinds, value)
    }

    /// A thing of one of some kinds, which must exist, if there is one.
    mutating func optionalSubject(
        _ name: String,
        of kinds: [SubjectKind],
        _ documentation: StaticString
    ) throws(FieldError) -> Subject? {
        guard let value = try take(name, .subject(kinds), required: false, documentation) else { return nil }
        return try readSubject(name, kinds, value)
    }

    /// Things of some kinds, which must exist; empty when absent.
    mutating func subjects(
        _ name: String,
        of kinds: [SubjectKind],
        _ documentation: StaticString
    ) throws(FieldError) -> [Subject] {
        guard let value = try take(name, .subjects(kinds), required: false, documentation) else { return [] }
        var subjects: [Subject] = []
        for (index, item) in try list(name, value, required: false).enumerated() {
            subjects.append(try readSubject("\(name).\(index)", kinds, item))
        }
        return subjects
    }

    private mutating func readSubject(
        _ name: String,
        _ kinds: [SubjectKind],
        _ value: JSON
    ) throws(FieldError) -> Subject {
        guard let text = value.text, let subject = Subject(text), kinds.contains(subject.kind) else {
            throw FieldError(at(name), .notASubject(kinds))
        }
        refer(name, to: subject)
        return subject
    }

    /// The items of an array within the limit; at least one when it is required.
    func list(_ name: String, _ value: JSON, required: Bool) throws(FieldError) -> [JSON] {
        guard let items = value.array else { throw FieldError(at(name), .notA("an array")) }
        guard items.count <= Self.listLimit else {
            throw FieldError(at(name), .tooMany(limit: Self.listLimit))
        }
        guard !(required && items.isEmpty) else { throw FieldError(at(name), .missing) }
        return items
    }
}
