// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands

/// Types, organisations and tables as imports meet them.
enum DraftFixtures {
    /// Types with those of their fields that imports use; a field whose name ends in `*` must be there.
    static let types: [EventType] = [
        type("evidence.registered", "evidence", ["title*": "text", "kind*": "choice", "digest": "digest"]),
        type(
            "proposal.tabled",
            "decision",
            [
                "title*": "text", "question": "text", "organisation": "key of organisation",
                "body": "key of body",
            ]
        ),
        type("option.added", "decision", ["option*": "integer", "title*": "text"]),
        type("option.argued", "decision", ["option*": "integer", "stance*": "choice", "text*": "text"]),
        type(
            "consent.given",
            "decision",
            ["org*": "key of organisation", "revision*": "integer", "option": "integer"]
        ),
        type(
            "decision.adopted",
            "decision",
            [
                "option": "integer", "reason*": "text", "conflicts": "text", "effectiveFrom": "date",
                "reviewOn": "date",
            ]
        ),
        type("decision.rejected", "decision", ["reason*": "text"]),
        type("decision.deferred", "decision", ["reason": "text", "until": "date"]),
        type("proposal.withdrawn", "decision", ["reason": "text"]),
        type("decision.superseded", "decision", ["decision*": "key of decision"]),
        type(
            "commitment.assigned",
            "commitment",
            [
                "title*": "text", "owner": "key of assignment", "org": "key of organisation", "due": "date",
                "decision": "key of decision", "note": "text",
            ]
        ),
        type("commitment.completed", "commitment", ["note": "text"]),
        type("commitment.cancelled", "commitment", ["reason*": "text"]),
        type(
            "raid.raised",
            "raid",
            [
                "kind*": "choice", "title*": "text", "owner": "key of assignment",
                "org": "key of organisation",
                "likelihood": "integer", "impact": "integer", "note": "text",
            ]
        ),
        type(
            "post.defined",
            "post",
            [
                "title*": "text", "organisations": "keys of organisation", "host": "key of organisation",
                "jointlyFunded": "flag", "from": "date",
            ]
        ),
        type("person.registered", "person", ["name": "text", "organisation": "key of organisation"]),
        type(
            "role.assigned",
            "assignment",
            [
                "role*": "subject: post, seat", "person*": "key of person", "capacity": "choice",
                "fraction": "integer", "from": "date", "to": "date",
            ]
        ),
        type(
            "survey.opened",
            "survey",
            [
                "title*": "text", "question*": "text", "relation*": "choice", "direction*": "choice",
                "level*": "choice", "population": "subjects: person, assignment, organisation",
                "from": "date",
            ]
        ),
    ]

    private static func type(_ name: String, _ kind: String, _ fields: KeyValuePairs<String, String>)
        -> EventType
    {
        let described = fields.map { field -> JSON in
            let isRequired = field.key.hasSuffix("*")
            return [
                "name": .string(isRequired ? String(field.key.dropLast()) : field.key),
                "kind": .string(field.value),
                "required": .bool(isRequired), "documentation": "What it means.",
            ]
        }
        let json: JSON = ["name": .string(name), "kind": .string(kind), "fields": .array(described)]
        guard let type = EventType(json) else { preconditionFailure("\(name) is no type") }
        return type
    }

    /// A type of answers to surveys, with a list of ties.
    static var response: EventType {
        let json: JSON = [
            "name": "survey.response.recorded", "kind": "survey",
            "fields": [
                ["name": "respondent", "kind": "subject: person, organisation", "required": true],
                [
                    "name": "ties", "kind": "list",
                    "items": [
                        ["name": "to", "kind": "subject: person, organisation", "required": true],
                        ["name": "strength", "kind": "integer from 1 to 5"],
                    ],
                ],
            ],
        ]
        guard let type = EventType(json) else { preconditionFailure("it is no type") }
        return type
    }

    /// Two partners, one with another name, and a board.
    static let parties = KnownParties(
        organisations: JSONObject([
            (
                "organisations",
                [
                    [
                        "key": "provide", "name": "Provide CIC", "partner": "yes", "right": "required",
                        "names": [["name": "Central Essex Community Services"]],
                    ],
                    [
                        "key": "essex-county-council", "name": "Essex County Council", "partner": "yes",
                        "right": "required",
                    ],
                    ["key": "age-uk", "name": "Age UK Essex", "partner": "no"],
                ]
            )
        ]),
        bodies: JSONObject([("bodies", [["key": "board", "title": "Programme Board"]])]),
        posts: JSONObject([("posts", [["key": "pm", "title": "Programme Manager"]])]),
        holders: JSONObject([
            (
                "roles",
                [["role": "post/pm", "title": "Programme Manager", "holders": [["assignment": "A-0001"]]]]
            )
        ])
    )

    /// What a table would become.
    static func draft(
        _ csv: String,
        mapping: String? = nil,
        types: [EventType] = types
    ) throws -> DraftedImport {
        let table = try SourceTable(csv: Array(csv.utf8))
        return try DraftedImport(
            table,
            name: "sheet.csv",
            digest: String(repeating: "0", count: 64),
            mapping: mapping.map { try TableMapping(Array($0.utf8), for: table) },
            types: types,
            parties: parties
        )
    }
}

extension DraftedImport {
    /// The types of the entries.
    var types: [String] { file.lines.map(\.type) }

    /// The data of the entries of a type.
    func data(_ type: String) -> [JSONObject] {
        file.lines.filter { $0.type == type }.compactMap { $0.entry["data"]?.object }
    }

    /// The entries of a type.
    func entries(_ type: String) -> [JSONObject] { file.lines.filter { $0.type == type }.map(\.entry) }
}
