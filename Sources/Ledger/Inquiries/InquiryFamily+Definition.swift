// SPDX-License-Identifier: Apache-2.0

/// The Varlink definition of questions, made from their declarations.
///
/// Every question is a method with the parameters that it asks for and those that say as of when; it replies with
/// rows of a type of its own, figures and a note. The text is part of an interface's definition file, where a test
/// holds it to the declarations.
extension InquiryFamily {
    /// The line of a definition file below which everything is made from the declarations.
    public static let marker =
        "# The questions below are made from their declarations in Sources/Ledger/Inquiries: make catalogue."

    private static let asOf: [(name: String, documentation: String)] = [
        ("validAt", "The state of the world at the end of this date, as best known now."),
        (
            "knownAt",
            "What the ledger held: at the end of a date, through @POSITION, or under checkpoint:SIZE."
        ),
        ("sourcedBy", "Only what sources dated by the end of this date support."),
    ]

    /// The types and methods of the family's questions; types that `definedTypes` names are defined elsewhere in
    /// the file.
    public func definition(definedTypes: Set<String>) -> String {
        let kinds = Set(inquiries.flatMap { Self.kinds($0) })
        let shared = Self.sharedTypes.filter { type in
            !definedTypes.contains(type.name) && (type.kinds.isEmpty || !type.kinds.isDisjoint(with: kinds))
        }
        let parts = shared.map(\.text) + inquiries.flatMap { [Self.rowType($0), Self.method($0)] }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static let sharedTypes: [(name: String, kinds: Set<CellKind>, text: String)] = [
        (
            "Party", [.party, .parties],
            structure(
                "Party",
                "An organisation or a unit of one.",
                [
                    ("key", "string", "The key."),
                    (
                        "name", "?string",
                        "What it was called then; absent when that is not recorded, or is sealed and withheld."
                    ),
                ]
            )
        ),
        (
            "Person", [.person, .people],
            structure(
                "Person",
                "A person, by what they do.",
                [
                    ("label", "?string", "What to call the person where the name is not shown."),
                    ("key", "?string", "The key; absent for callers who may not see who it is."),
                    ("name", "?string", "The name; absent when it was erased or is withheld."),
                    (
                        "erased", "?bool",
                        "Whether what was sealed of the person was erased; absent when it was not, or with the key."
                    ),
                ]
            )
        ),
        (
            "Money", [.money],
            structure(
                "Money",
                "An amount.",
                [
                    ("minor", "int", "The amount in minor units, such as pence."),
                    ("currency", "string", "The currency, three letters of ISO 4217."),
                ]
            )
        ),
        (
            "Figure", [],
            structure(
                "Figure",
                "A figure about the rows, or how they were computed.",
                [
                    ("name", "string", "What it is called."),
                    ("value", "?string", "Its value; absent when it is not defined, which is not zero."),
                    ("meaning", "?string", "What it means, with its unit or its formula."),
                    (
                        "entries", "[]int",
                        "The positions of the entries that it rests on, if not those of the rows."
                    ),
                ]
            )
        ),
    ]

    private static func structure(
        _ name: String,
        _ documentation: String,
        _ fields: [(name: String, type: String, documentation: String)]
    ) -> String {
        let lines = fields.map { "  # \($0.documentation)\n  \($0.name): \($0.type)" }
        return "# \(documentation)\ntype \(name) (\n\(lines.joined(separator: ",\n"))\n)"
    }

    private static func kinds<Question: Inquiry>(_ type: Question.Type) -> [CellKind] {
        type.columns.map(\.kind)
    }

    private static func rowTypeName(_ name: String) -> String {
        let thing =
            name.hasPrefix("List") ? name.dropFirst(4) : name.hasPrefix("Get") ? name.dropFirst(3) : name[...]
        return "\(thing)Row"
    }

    private static func rowType<Question: Inquiry>(_ type: Question.Type) -> String {
        structure(
            rowTypeName(type.name),
            "A row of \(type.name).",
            type.columns.map { ($0.name, idlType($0.kind), $0.documentation) }
        )
    }

    private static func method(_ type: any Inquiry.Type) -> String {
        let own = type.parameters.map {
            ($0.name, ($0.isRequired ? "" : "?") + parameterType($0.kind), $0.documentation)
        }
        let parameters = (own + asOf.map { ($0.name, "?string", $0.documentation) })
            .map { "  # \($0.2)\n  \($0.0): \($0.1)" }
        return """
            # \(type.summary)
            # On the command line: jvctl \(type.command).
            method \(type.name)(
            \(parameters.joined(separator: ",\n"))
            ) -> (
              # The rows.
              rows: []\(rowTypeName(type.name)),
              # Figures about them.
              figures: []Figure,
              # What has to be said with the answer.
              note: ?string
            )
            """
    }

    private static func idlType(_ kind: CellKind) -> String {
        switch kind {
        case .key: "string"
        case .word, .text: "?string"
        case .texts, .words: "[]string"
        case .number: "?int"
        case .flag: "bool"
        case .party: "?Party"
        case .parties: "[]Party"
        case .person: "?Person"
        case .people: "[]Person"
        case .money: "?Money"
        case .positions: "[]int"
        }
    }

    private static func parameterType(_ kind: FieldKind) -> String {
        switch kind {
        case .text, .key, .subject, .choice, .date, .decimal, .digest: "string"
        case .keys, .subjects: "[]string"
        case .positions: "[]int"
        case .integer: "int"
        case .flag: "bool"
        case .money: "Money"
        case .object, .list: "object"
        }
    }
}
