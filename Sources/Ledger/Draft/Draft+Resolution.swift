// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A draft whose type is known, whose subject has a key, and whose references are keys.
public struct ResolvedDraft: Sendable {
    /// The type.
    public let type: any Event.Type
    /// The stream.
    public let subject: Subject
    /// The content: the type's fields with `occurred` and `sources`, nothing sealed yet.
    public let data: JSONObject
}

extension Draft {
    /// Gives the draft its key and replaces `#N` by the key of entry N of the same call.
    ///
    /// Where a field takes positions, `#N` stands for that of entry N, and `id:ID` for that of the entry of the call
    /// to which the client gave this id: a file does not know them.
    public func resolved(in state: State, earlier: EarlierEntries) throws(FieldError) -> ResolvedDraft {
        guard let type = Catalogue.type(named: type) else {
            throw FieldError("type", .notA("a type of entry; jvctl types lists them"))
        }
        let subject = try resolvedSubject(type, state, earlier)
        for name in Entry.sharedFields where data[name] != nil {
            throw FieldError("data.\(name)", .undeclared)
        }
        try refuseSealedContent(of: type)
        var members = data
        if !earlier.isEmpty { try Self.resolve(Catalogue.fields(of: type), in: &members, "data.", earlier) }
        if let occurred { members["occurred"] = occurred }
        if let sources { members["sources"] = try Self.resolvedSources(sources, earlier) }
        return ResolvedDraft(type: type, subject: subject, data: members)
    }

    /// Refuses the content of a correction that says itself what is sealed: the ledger does that, and has the texts.
    private func refuseSealedContent(of type: any Event.Type) throws(FieldError) {
        guard type == EntryCorrected.self, let content = data["data"]?.object else { return }
        for name in ["_sd", "sealed"] where content[name] != nil {
            throw FieldError("data.data.\(name)", .undeclared)
        }
    }

    private func resolvedSubject(
        _ type: any Event.Type,
        _ state: State,
        _ earlier: EarlierEntries
    ) throws(FieldError) -> Subject {
        if let reference = Self.reference(after: "/", in: subject) {
            guard reference.kind == type.kind.rawValue || type.isOnAnyStream,
                earlier.subjects.indices.contains(reference.index)
            else { throw FieldError("subject", .notA("an earlier entry of this call")) }
            return earlier.subjects[reference.index]
        }
        if subject.hasSuffix("/"), subject.dropLast() == type.kind.rawValue {
            guard type.place != .continues, let key = state.nextKey(type.kind) else {
                throw FieldError("subject", .notA("\(type.kind.rawValue)/KEY: the recorder names the key"))
            }
            return Subject(type.kind, key)
        }
        guard let subject = Subject(subject), subject.kind == type.kind || type.isOnAnyStream else {
            throw FieldError("subject", .notASubject([type.kind]))
        }
        if type.place == .begins, !type.kind.acceptsChosenKey {
            throw FieldError("subject", .notA("\(type.kind.rawValue)/: the ledger gives these keys"))
        }
        // The keys that the ledger gives go on from the highest, so nobody may use them up.
        let highest = state.numbers[subject.kind] ?? 0
        if let number = subject.kind.number(in: subject.key), number > highest + Self.keyLeadLimit {
            throw FieldError(
                "subject",
                .notA("within \(Self.keyLeadLimit) of the highest number so far, \(highest)")
            )
        }
        return subject
    }

    private static func reference(after separator: Character, in text: String) -> (kind: String, index: Int)?
    {
        guard let place = text.firstIndex(of: separator) else { return nil }
        guard let index = index(String(text[text.index(after: place)...])) else { return nil }
        return (String(text[..<place]), index)
    }

    private static func index(_ text: String) -> Int? {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        return Int(text.dropFirst())
    }

    private static func resolvedSources(_ sources: JSON, _ earlier: EarlierEntries) throws(FieldError) -> JSON
    {
        guard let items = sources.array else { return sources }
        var resolved: [JSON] = []
        for (number, item) in items.enumerated() {
            guard var object = item.object, let text = object["evidence"]?.text else {
                resolved.append(item)
                continue
            }
            object["evidence"] = .string(try key(text, .evidence, "sources.\(number).evidence", earlier))
            resolved.append(.object(object))
        }
        return .array(resolved)
    }

    private static func key(
        _ text: String,
        _ kind: SubjectKind,
        _ path: String,
        _ earlier: EarlierEntries
    ) throws(FieldError) -> String {
        guard let index = index(text) else { return text }
        guard earlier.subjects.indices.contains(index), earlier.subjects[index].kind == kind else {
            throw FieldError(path, .notA("an earlier entry of this call about \(kind.rawValue)"))
        }
        return earlier.subjects[index].key.text
    }

    private static func resolve(
        _ fields: [FieldDescriptor],
        in object: inout JSONObject,
        _ path: String,
        _ earlier: EarlierEntries
    ) throws(FieldError) {
        for field in fields {
            guard let value = object[field.name] else { continue }
            let fieldPath = path + field.name
            switch field.kind {
            case .key(let kind):
                if let text = value.text {
                    object[field.name] = .string(try key(text, kind, fieldPath, earlier))
                }
            case .keys(let kind):
                object[field.name] = try items(value) { text throws(FieldError) in
                    .string(try key(text, kind, fieldPath, earlier))
                }
            case .subject:
                if let text = value.text { object[field.name] = .string(try whole(text, fieldPath, earlier)) }
            case .subjects:
                object[field.name] = try items(value) { text throws(FieldError) in
                    .string(try whole(text, fieldPath, earlier))
                }
            case .positions:
                object[field.name] = try items(value) { text throws(FieldError) in
                    .integer(try position(text, fieldPath, earlier))
                }
            case .list(let inner):
                guard let list = value.array else { continue }
                var resolved: [JSON] = []
                for item in list {
                    guard var itemObject = item.object else {
                        resolved.append(item)
                        continue
                    }
                    try resolve(inner, in: &itemObject, fieldPath + ".", earlier)
                    resolved.append(.object(itemObject))
                }
                object[field.name] = .array(resolved)
            case .text, .integer, .flag, .choice, .date, .money, .decimal, .digest, .object:
                continue
            }
        }
    }

    private static func whole(_ text: String, _ path: String, _ earlier: EarlierEntries) throws(FieldError)
        -> String
    {
        guard let index = index(text) ?? reference(after: "/", in: text)?.index else { return text }
        guard earlier.subjects.indices.contains(index) else {
            throw FieldError(path, .notA("an earlier entry of this call"))
        }
        return earlier.subjects[index].description
    }

    private static func position(
        _ text: String,
        _ path: String,
        _ earlier: EarlierEntries
    ) throws(FieldError) -> Int64 {
        let position: UInt64?
        if let index = index(text) {
            position = earlier.positions.indices.contains(index) ? earlier.positions[index] : nil
        } else {
            position = text.hasPrefix("id:") ? earlier.position(ofID: String(text.dropFirst(3))) : nil
        }
        guard let position = position.flatMap(Int64.init(exactly:)) else {
            throw FieldError(path, .notA("a position, or an earlier entry of this call: \(text)"))
        }
        return position
    }

    private static func items(
        _ value: JSON,
        _ change: (String) throws(FieldError) -> JSON
    ) throws(FieldError) -> JSON {
        guard let list = value.array else { return value }
        var changed: [JSON] = []
        for item in list {
            if let text = item.text {
                changed.append(try change(text))
            } else {
                changed.append(item)
            }
        }
        return .array(changed)
    }
}
