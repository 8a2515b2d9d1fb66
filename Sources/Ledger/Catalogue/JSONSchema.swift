// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The JSON Schema of a type of event, made from the description of its fields.
///
/// JSON Schema is that of draft 2020-12 (https://json-schema.org/draft/2020-12/schema). What it describes is the
/// content of an entry in the clear: the member `data` without `occurred` and `sources`, which every entry can
/// have, and with the sealed texts in their places. A schema cannot say everything: that a date exists, that a
/// text has so many bytes, or that what a key names is recorded, the ledger checks itself.
public enum JSONSchema {
    /// The dialect in which the schemas are written.
    public static let dialect = "https://json-schema.org/draft/2020-12/schema"

    /// The keyword of our own that marks personal texts, which are always sealed; validators pass over it.
    static let personalKeyword = "x-jvledger-personal"

    /// The schema of a type's content.
    public static func schema(of type: any Event.Type) -> JSONObject {
        var schema = JSONObject([
            ("$schema", .string(dialect)),
            ("$id", .string("urn:jvledger:type:\(type.typeName)")),
            ("title", .string(type.name)),
            ("description", .string(type.summary)),
        ])
        for member in group(Catalogue.fields(of: type)).members { schema[member.name] = member.value }
        return schema
    }

    /// An object of these fields and no others.
    private static func group(_ fields: [FieldDescriptor]) -> JSONObject {
        let required = fields.filter(\.isRequired).map { JSON.string($0.name) }
        var schema = JSONObject([
            ("type", "object"),
            ("properties", .object(JSONObject(fields.map { ($0.name, .object(property($0))) }))),
            ("additionalProperties", false),
        ])
        if !required.isEmpty { schema["required"] = .array(required) }
        return schema
    }

    private static func property(_ field: FieldDescriptor) -> JSONObject {
        var schema = value(field.kind, isRequired: field.isRequired)
        schema["description"] = .string(field.documentation)
        if field.kind == .text(personal: true) { schema[personalKeyword] = true }
        return schema
    }

    private static func value(_ kind: FieldKind, isRequired: Bool) -> JSONObject {
        switch kind {
        case .text:
            JSONObject([
                ("type", "string"), ("minLength", 1), ("maxLength", .integer(Int64(Fields.textLimit))),
            ])
        case .key: string(matching: "^\(SchemaPattern.key)$")
        case .keys: list(of: string(matching: "^\(SchemaPattern.key)$"), isRequired)
        case .subject(let kinds): string(matching: SchemaPattern.subject(kinds))
        case .subjects(let kinds): list(of: string(matching: SchemaPattern.subject(kinds)), isRequired)
        case .positions: list(of: integer(0...Fields.exactIntegers.upperBound), isRequired)
        case .integer(let range): integer(range)
        case .flag: JSONObject([("const", true)])
        case .choice(let choices): JSONObject([("enum", .array(choices.map { .string($0) }))])
        case .date: string(matching: SchemaPattern.date)
        case .money: money
        case .decimal: string(matching: SchemaPattern.decimal)
        case .digest: string(matching: SchemaPattern.digest)
        case .object: JSONObject([("type", "object")])
        case .list(let fields): list(of: group(fields), isRequired)
        }
    }

    private static func string(matching pattern: String) -> JSONObject {
        JSONObject([("type", "string"), ("pattern", .string(pattern))])
    }

    private static func integer(_ range: ClosedRange<Int64>) -> JSONObject {
        JSONObject([
            ("type", "integer"), ("minimum", .integer(range.lowerBound)),
            ("maximum", .integer(range.upperBound)),
        ])
    }

    private static func list(of items: JSONObject, _ isRequired: Bool) -> JSONObject {
        var schema = JSONObject([
            ("type", "array"), ("items", .object(items)), ("maxItems", .integer(Int64(Fields.listLimit))),
        ])
        if isRequired { schema["minItems"] = 1 }
        return schema
    }

    private static var money: JSONObject {
        JSONObject([
            ("type", "object"),
            (
                "properties",
                .object(
                    JSONObject([
                        ("currency", .object(string(matching: "^[A-Z]{3}$"))),
                        ("minor", .object(integer(Fields.exactIntegers))),
                    ])
                )
            ),
            ("required", ["currency", "minor"]),
            ("additionalProperties", false),
        ])
    }
}

/// Regular expressions for what strings hold, in the part of ECMA-262 that all validators share.
enum SchemaPattern {
    /// A key, without anchors.
    static let key = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}"
    static let decimal = #"^(?!-0(?:\.0+)?$)-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?$"#
    static let digest = "^[0-9a-f]{64}$"

    /// A thing of one of some kinds.
    static func subject(_ kinds: [SubjectKind]) -> String {
        "^(?:\(kinds.map(\.rawValue).joined(separator: "|")))/\(key)$"
    }

    /// The form of a date, see ``EDTF``; whether the day exists only the ledger can tell.
    static let date = "^(?:\(day)(?:/(?:\(day)|\\.\\.))?|\\.\\./\(day))$"

    private static let day = "(?:(?:\(calendar))[~?%]?|\(instant))"
    private static let calendar = [
        "[0-9]{4}", "[0-9]{3}X", "[0-9]{2}XX", "[0-9]{4}-(?:0[1-9]|1[0-2]|2[1-4]|XX)",
        "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]|XX)", "[0-9]{4}-XX-XX",
    ].joined(separator: "|")
    private static let instant =
        #"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2})"#
}
