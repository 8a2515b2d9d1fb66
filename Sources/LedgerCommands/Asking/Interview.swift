// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Asks somebody at a terminal for the fields of a type.
///
/// Each question says what the field means and which values it can have; an answer that does not fit is asked for
/// again. Nothing for an optional field leaves it out, and the end of the input (Ctrl-D) cancels everything.
public struct Interview: Sendable {
    private let reader: LineReader
    private let type: EventType

    /// Asks about the fields of a type.
    public init(_ reader: LineReader, _ type: EventType) {
        self.reader = reader
        self.type = type
    }

    /// The answer for a field, as it was typed and as it is recorded; nil if an optional one is left out.
    public func answer(_ name: String) throws(Complaint) -> (text: String, value: JSON)? {
        guard let field = type.fields.first(where: { $0.name == name }) else { return nil }
        let choices = field.choices.isEmpty ? "" : " One of \(field.choices.joined(separator: ", "))."
        let end = field.isRequired ? "" : " (Nothing to leave it out.)"
        reader.say(["\(field.documentation)\(choices)\(end)"])
        while true {
            guard let line = reader.ask("\(name)\(Self.hint(field)): ") else { throw .cancelled }
            let text = line.trimmed
            if text.isEmpty {
                guard field.isRequired else { return nil }
                reader.say(["\(name) must be there."])
                continue
            }
            do {
                guard let value = try FieldAssignments.value(text, of: field) else { return nil }
                return (text, value)
            } catch {
                reader.say(error.lines)
            }
        }
    }

    /// What was given for a field that must be there, or the answer as it is typed.
    public func text(_ name: String, given: String? = nil) throws(Complaint) -> String {
        if let given { return given }
        guard let answer = try answer(name) else { throw .unexpectedReply("description of \(type.name)") }
        return answer.text
    }

    /// What was given for a field that may be there, or the answer as it is typed; nil if it is left out.
    public func optionalText(_ name: String, given: String?) throws(Complaint) -> String? {
        if let given { return given }
        return try answer(name)?.text
    }

    /// The same content with what is missing of the fields that must be there; and of the others, if nothing was given.
    public func completed(_ data: JSONObject) throws(Complaint) -> JSONObject {
        let asksAll = data.isEmpty
        var data = data
        for field in type.fields where data[field.name] == nil && (field.isRequired || asksAll) {
            if let answer = try answer(field.name) { data[field.name] = answer.value }
        }
        return data
    }

    /// The subject of the entry: a key, or the kind alone where the ledger gives one.
    public func subject(given: String? = nil) throws(Complaint) -> String {
        if let given { return given }
        let kind = type.kind
        let end = type.begins ? " (Nothing for \(kind)/: the next key that the ledger gives.)" : ""
        reader.say(["The stream that it is on, \(kind)/KEY.\(end)"])
        while true {
            guard let line = reader.ask("subject: ") else { throw .cancelled }
            let text = line.trimmed
            if text.isEmpty, type.begins { return "\(kind)/" }
            if !text.isEmpty { return text.contains("/") ? text : "\(kind)/\(text)" }
            reader.say(["subject must be there."])
        }
    }

    /// The key of the thing that the entry is about, which must be there.
    public func key(given: String?) throws(Complaint) -> String {
        if let given { return given }
        let kind = type.kind
        while true {
            guard let line = reader.ask("\(kind): ") else { throw .cancelled }
            let text = line.trimmed
            guard text.isEmpty else {
                return text.hasPrefix(kind + "/") ? String(text.dropFirst(kind.count + 1)) : text
            }
            reader.say(["The key of the \(kind) must be there."])
        }
    }

    /// Texts one after the other, until one is left out.
    public func list(called noun: String) throws(Complaint) -> [String] {
        var texts: [String] = []
        reader.say(["One \(noun) after the other. (Nothing when there are no more.)"])
        while true {
            guard let line = reader.ask("\(noun) \(texts.count + 1): ") else { throw .cancelled }
            let text = line.trimmed
            if text.isEmpty { return texts }
            texts.append(text)
        }
    }

    private static func hint(_ field: EventType.Field) -> String {
        switch FieldShape(field) {
        case .texts, .integers: " (between commas)"
        case .flag: " (yes or no)"
        case .money: " (such as GBP 9546.00)"
        case .json: " (JSON)"
        case .text, .integer, .decimal: ""
        }
    }
}
