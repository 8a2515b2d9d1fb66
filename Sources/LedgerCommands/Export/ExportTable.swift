// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerAPI
public import LedgerExport
import Varlink

/// A table of an export as CSV: a question, and which list of its answer is the records.
///
/// The columns are those that the definition of the interface declares, so that a question that is added is a table
/// without another word. Every question whose rows are of one kind is one, unless it has to be asked about something;
/// to these come the lists that have a form of their own.
public struct ExportTable: Sendable {
    /// The table of entries, which is no question.
    static let entriesName = "entries"

    /// What is asked.
    enum Source: Sendable {
        /// The entries themselves.
        case entries
        /// A method that answers with all records in a list.
        case answer(method: String, list: String)
        /// Each decision's dossier: one record of it, or one of each thing in its list.
        case dossiers(list: String?)
    }

    /// The name, which is that of the file without `.csv`.
    public let name: String
    /// What it has, in a sentence.
    public let summary: String
    let source: Source
    /// What is asked for besides as of when.
    let parameters: JSONObject
    /// The table that is made of what the source gives.
    public let csv: AnswerCSV

    /// Every table there is, the lists first.
    public static let all: [ExportTable] = lists + questions

    /// The table of that name.
    public static func named(_ name: String) throws(Complaint) -> ExportTable {
        guard let table = all.first(where: { $0.name == name }) else {
            throw .usage("there is no table \(name)", next: ["jvctl export --format csv --table list"])
        }
        return table
    }

    private static let lists: [ExportTable] =
        [
            ExportTable(
                name: entriesName,
                summary: "Every entry, as it was recorded.",
                source: .entries,
                parameters: JSONObject(),
                csv: AnswerCSV([])
            )
        ]
        + [
            dossiers("decisions", nil, "Every matter: where it stands, the question, who decided, and why."),
            dossiers("consents", "consents", "What each partner said of each matter, and whether it counts."),
            dossiers("options", "options", "The options of each matter, with what is said for and against."),
            dossiers("votes", "votes", "The votes on each matter."),
            dossiers("decision-history", "history", "How each matter came to stand where it does."),
            list("organisations", "Roles.ListOrganisations", "organisations", "Organisations and units."),
            list("partners", "Roles.ListPartners", "partners", "Who is, was or may become a partner."),
            list("bodies", "Roles.ListBodies", "bodies", "The bodies there are and were."),
            list("posts", "Roles.ListPosts", "posts", "The posts there are and were."),
            list(
                "holders",
                "Roles.ListHolders",
                "roles",
                "Who holds which post and seat.",
                unfolding: "holders"
            ),
            list("funding", "Roles.GetFunding", "posts", "Who pays what of which post.", unfolding: "shares"),
            list("actions", "Boundary.ListActions", "actions", "The actions across boundaries."),
            list("journey", "Boundary.GetJourney", "steps", "All that the venture went through."),
            list("phases", "Boundary.GetJourney", "phases", "The phases of the journey."),
            list("claims", "Boundary.ListClaims", "claims", "Accounts that contradict.", unfolding: "sides"),
        ].compactMap(\.self)

    /// The interfaces, each read once.
    private static let interfaces = Interfaces.all.map { InterfaceDescription(builtIn: $0.text) }

    private static func interface(_ name: Substring) -> InterfaceDescription? {
        interfaces.first { $0.name == ledgerPrefix + name }
    }

    /// The questions that are declared with rows, and need not be asked about something.
    private static let questions: [ExportTable] = interfaces.flatMap { description in
        description.methods.compactMap { method -> ExportTable? in
            let fields = method.output.fields.map(\.name)
            guard fields.contains("rows"), fields.contains("figures"),
                method.input.fields.allSatisfy({ AnswerColumn.isNullable($0.type) })
            else { return nil }
            let summary = method.documentation.split(separator: "\n").first ?? ""
            let path = "\(description.name.dropFirst(ledgerPrefix.count)).\(method.name)"
            return list(fileName(method.name), path, "rows", String(summary))
        }
    }

    private static let ledgerPrefix = "io.jvledger."

    /// `ListFailurePoints` as `failure-points`.
    private static func fileName(_ method: String) -> String {
        let verbs = ["List", "Get"].filter { method.hasPrefix($0) }
        let words = method.dropFirst(verbs.first?.count ?? 0)
        return words.reduce(into: "") { name, letter in
            if letter.isUppercase, !name.isEmpty { name.append("-") }
            name.append(letter.lowercased())
        }
    }

    private static func list(
        _ name: String,
        _ path: String,
        _ list: String,
        _ summary: String,
        unfolding: String? = nil
    ) -> ExportTable? {
        let parts = path.split(separator: ".")
        guard let description = parts.first.flatMap(interface),
            let method = parts.last.flatMap({ description.method(named: String($0)) }),
            let field = method.output.fields.first(where: { $0.name == list })
        else { return nil }
        let hasAll = method.input.fields.contains { $0.name == "all" }
        return ExportTable(
            name: name,
            summary: summary,
            source: .answer(method: ledgerPrefix + path, list: list),
            parameters: hasAll ? JSONObject([("all", true)]) : JSONObject(),
            csv: AnswerCSV(AnswerColumn.columns(of: field.type, in: description), unfolding: unfolding)
        )
    }

    private static func dossiers(_ name: String, _ list: String?, _ summary: String) -> ExportTable? {
        guard let description = interface("Decisions") else { return nil }
        let row = AnswerColumn.columns(of: .named("Row"), in: description)
        let dossier = AnswerColumn.columns(of: .named("Dossier"), in: description)
        let columns: [AnswerColumn]
        if let list {
            let key = row.filter { ["key", "title", "status"].contains($0.name) }
            columns =
                key.map { AnswerColumn("decision.\($0.name)", $0.shape) } + dossier.filter { $0.name == list }
        } else {
            columns = row + dossier.filter { $0.name != "row" && !$0.isListOfThings }
        }
        return ExportTable(
            name: name,
            summary: summary,
            source: .dossiers(list: list),
            parameters: JSONObject(),
            csv: AnswerCSV(columns, unfolding: list)
        )
    }
}
