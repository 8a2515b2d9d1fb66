// SPDX-License-Identifier: Apache-2.0

/// The documentation that is made from the declarations.
extension Catalogue {
    /// Every type of entry: its fields, its rules, where it is shown and how it is recorded.
    public static var markdown: String {
        let rows = types.map { type in
            row([
                "`\(type.name)`", type.summary, fields(Catalogue.fields(of: type)),
                type.rules.map { "\($0.rawValue)" }.joined(separator: ", "), "`jvctl \(type.kind.question)`",
                "`jvctl \(type.command)`",
            ])
        }
        return """
            # Types of entries

            Made from the declarations in `Sources/Ledger/Events` by `make catalogue`; a test holds it to them.

            Fields with `*` must be there, those with `†` are personal and always sealed, those with `‡` are texts that
            can be sealed. Every type also has `occurred` and `sources`. The rules of every entry (5, 7 and from 201 to
            203) are not repeated; <doc:Rules> has what each number demands.

            \(row(["Type", "Records", "Fields", "Rules", "Shown by", "Recorded by"]))
            |---|---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    /// Every rule: what it demands, its force, what law makes it binding, and the types that are held to it.
    public static var rulesMarkdown: String {
        let rows = Rule.allCases.sorted().map { rule in
            let types = types.filter { $0.rules.contains(rule) }.map { "`\($0.name)`" }
            let provisions = Profile.allCases.flatMap { profile in
                profile.provisions(for: rule).map { "\(profile.rawValue): \($0.citation), \($0.demand)" }
            }
            return row([
                "\(rule.rawValue)", rule.text, rule.force.rawValue, provisions.joined(separator: "; "),
                types.joined(separator: ", "),
            ])
        }
        return """
            # Rules

            Made from the declarations in `Sources/Ledger` by `make catalogue`; a test holds it to them.

            A rule that *refuses* keeps an entry out, one that *warns* is in the entry for ever, one of a *profile* is
            silent unless the charter's profile binds those concerned, and one that is *computed* is answered when
            somebody asks. What the dates leave open is accepted with a warning. A profile cites the provision that makes
            a rule binding.

            \(row(["Number", "Demands", "Force", "Binding by law", "Types"]))
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    /// Every question: what it answers, its method and its command.
    public static var questionsMarkdown: String {
        let rows = InquiryFamily.allCases.flatMap(\.inquiries).map { inquiry in
            row([inquiry.summary, "`jvctl \(inquiry.command)`", "`\(inquiry.method)`"])
        }
        return """
            # Questions

            Made from the declarations in `Sources/Ledger/Inquiries` by `make catalogue`; a test holds it to them.

            Each may be asked *valid at*, *known at* and *sourced by* a date, in a table or as JSON, and shows the entries
            it rests on with `--why`. The questions whose answers have a form of their own (`decision list`, `show` and
            `why`, `post show`, `body show` and others) are in the interface definitions.

            \(row(["Answers", "Command", "Method"]))
            |---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    private static func row(_ cells: [String]) -> String {
        "| \(cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }.joined(separator: " | ")) |"
    }

    private static func fields(_ fields: [FieldDescriptor]) -> String {
        fields.map { field in
            let mark = field.isRequired ? "*" : ""
            switch field.kind {
            case .text(let isPersonal): return "\(field.name)\(mark)\(isPersonal ? "†" : "‡")"
            case .list(let inner): return "\(field.name)\(mark) (\(Self.fields(inner)))"
            case .key, .keys, .subject, .subjects, .positions, .integer, .flag, .choice, .date, .money,
                .decimal,
                .digest, .object:
                return "\(field.name)\(mark)"
            }
        }
        .joined(separator: ", ")
    }
}
