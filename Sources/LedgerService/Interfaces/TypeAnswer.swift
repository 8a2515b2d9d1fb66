// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

/// What DescribeTypes says of a type: its own declaration, put into the words of the interface.
enum TypeAnswer {
    static func json(_ type: any Event.Type) -> JSONObject {
        var object = JSONObject()
        object["name"] = .string(type.name)
        object["type"] = .string(type.typeName)
        object["kind"] = .string(type.kind.rawValue)
        object["begins"] = .bool(type.place != .continues)
        object["summary"] = .string(type.summary)
        object["fields"] = .array(Catalogue.fields(of: type).map { .object(json($0)) })
        return object
    }

    private static func json(_ field: FieldDescriptor) -> JSONObject {
        var object = JSONObject()
        object["name"] = .string(field.name)
        object["kind"] = .string(words(field.kind))
        object["required"] = .bool(field.isRequired)
        object["personal"] = .bool(field.kind == .text(personal: true))
        object["documentation"] = .string(field.documentation)
        switch field.kind {
        case .choice(let choices): object["choices"] = .array(choices.map { .string($0) })
        case .list(let fields): object["items"] = .array(fields.map { .object(json($0)) })
        case .text, .key, .keys, .subject, .subjects, .positions, .integer, .flag, .date, .money, .decimal,
            .digest, .object:
            break
        }
        return object
    }

    /// The kind in words; command lines rely on the first word.
    private static func words(_ kind: FieldKind) -> String {
        switch kind {
        case .text: "text"
        case .key(let kind): "key of \(kind.rawValue)"
        case .keys(let kind): "keys of \(kind.rawValue)"
        case .subject(let kinds): "subject: \(list(kinds))"
        case .subjects(let kinds): "subjects: \(list(kinds))"
        case .positions: "positions"
        case .integer(let range): "integer from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "flag"
        case .choice: "choice"
        case .date: "date"
        case .money: "money"
        case .decimal: "decimal"
        case .digest: "digest"
        case .object: "object"
        case .list: "list"
        }
    }

    private static func list(_ kinds: [SubjectKind]) -> String {
        kinds.map(\.rawValue).joined(separator: ", ")
    }
}
