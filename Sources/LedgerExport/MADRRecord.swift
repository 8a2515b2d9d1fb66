// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A decision as a Markdown Any Decision Record (MADR 4), which log4brains reads with the same status.
///
///     ---
///     status: "accepted"
///     date: "2019-08/2019-09"
///     decision-makers: ["Provide", "Essex County Council"]
///
///     ---
///
///     # TITLE
///
///     - Status: accepted                       ; superseded by [D-0007](D-0007.md), where it is known by what
///     - Deciders: Provide, Essex County Council
///     - Date: 2019-08-31                       ; or When: with words, where the date is not a day, month or year
///
///     ## Context and Problem Statement
///     ## Considered Options
///     ## Decision Outcome                      ; Chosen option: "OPTION", because REASON
///     ## Pros and Cons of the Options
///     ## More Information
///
/// Two traps of log4brains shape it. It takes front matter for text, and text right above `---` for a heading, at which
/// it stops looking for the list: hence the empty line. And it takes the status from the list alone: hence both. A date
/// that it could not read would stop it, so that such a date stands in the front matter only. The deciders are the
/// organisations whose consent counts, the one that decided alone, and the body; with keys where a name has a comma.
///
/// What people wrote is escaped, see ``Markdown``; what the reader may not see is `(withheld)`.
public struct MADRRecord: Sendable {
    static let withheld = "(withheld)"
    private static let nothing = "<!-- Nothing is recorded. -->"

    let dossier: JSONObject
    private let names: [String: String]
    private let closing: String?

    /// A record of a dossier as `io.jvledger.Decisions.Get` returns it.
    ///
    /// `names` has those of organisations and bodies by key; `closing` is why it was rejected, withdrawn, rescinded and
    /// the like, which dossiers do not say.
    public init(_ dossier: JSONObject, names: [String: String], closing: String? = nil) {
        self.dossier = dossier
        self.names = names
        self.closing = closing
    }

    var row: JSONObject { dossier["row"]?.object ?? JSONObject() }

    /// The name of the file, `KEY.md`; keys have only letters, digits, dots and dashes.
    public var fileName: String { Self.fileName(row["key"]?.text ?? "") }

    /// The text of the file.
    public var text: String {
        (frontMatter + [""] + head + context + options + outcome + arguments + information)
            .joined(separator: "\n") + "\n"
    }

    private static func fileName(_ key: String) -> String { key + ".md" }

    private var status: MADRStatus {
        MADRStatus(row["status"]?.text ?? "", isCertain: row["certainty"]?.text != "possibly") ?? .draft
    }

    /// The key of the decision that replaced it.
    private var successor: String? {
        let replaced = objects("links").first { link in
            link["direction"]?.text == "replacedBy" && link["depth"]?.integer == 1
        }
        let subject = replaced?["subject"]?.text ?? ""
        return subject.hasPrefix("decision/") ? String(subject.dropFirst("decision/".count)) : nil
    }

    private func statusText(_ reference: (String) -> String) -> String {
        guard status == .superseded, let successor else { return status.rawValue }
        return "superseded by \(reference(successor))"
    }

    /// The date in EDTF, of an instant its day.
    private var date: String? {
        row["date"]?.text.map { $0.contains("T") && !$0.contains("/") ? String($0.prefix(10)) : $0 }
    }

    /// Whether every reader of ISO 8601 understands the date.
    private var isPlainDate: Bool {
        let parts = (date ?? "").split(separator: "-", omittingEmptySubsequences: false)
        let isMonth = parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0)
        return isMonth && parts.count <= 3 && parts.first?.utf8.count == 4
            && parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
            && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private var deciders: [String] {
        let consenting = objects("consents").filter { $0["stance"]?.text == "consents" && $0["gap"] == nil }
            .compactMap { $0["organisation"]?.text }
        let alone = consenting.isEmpty ? [dossier["organisation"]?.text].compactMap(\.self) : []
        return ([dossier["body"]?.text].compactMap(\.self) + consenting + alone).map { key in
            let name = name(key)
            return name.contains(",") ? key : name
        }
    }

    /// What an organisation or body is called, or its key.
    func name(_ key: String) -> String { names[key].map(Markdown.bare) ?? key }

    /// The things of a list.
    func objects(_ member: String) -> [JSONObject] { (dossier[member]?.array ?? []).compactMap(\.object) }

    // MARK: The parts

    private var frontMatter: [String] {
        func quoted(_ text: String) -> String {
            String(decoding: JSON.string(Markdown.bare(text)).compactBytes(), as: UTF8.self)
        }
        let makers = deciders.map(quoted)
        return ["---", "status: \(quoted(statusText { $0 }))"] + (date.map { ["date: \(quoted($0))"] } ?? [])
            + (makers.isEmpty ? [] : ["decision-makers: [\(makers.joined(separator: ", "))]"]) + ["", "---"]
    }

    private var head: [String] {
        let makers = deciders.map(Markdown.line).joined(separator: ", ")
        let when = isPlainDate ? "- Date: \(date ?? "")" : "- When: \(Markdown.line(row["when"]?.text ?? ""))"
        return ["# \(Markdown.line(row["title"]?.text ?? Self.withheld))", ""]
            + ["- Status: \(statusText { "[\($0)](\(Self.fileName($0)))" })"]
            + (makers.isEmpty ? [] : ["- Deciders: \(makers)"]) + [when]
    }

    private func section(_ heading: String, _ lines: [String]) -> [String] {
        ["", "## \(heading)", ""] + (lines.isEmpty ? [Self.nothing] : lines)
    }

    private var context: [String] {
        let question = dossier["question"]?.text ?? ""
        return section("Context and Problem Statement", Markdown.paragraphs(question))
    }

    private func title(_ option: JSONObject) -> String {
        Markdown.line(option["title"]?.text ?? Self.withheld)
    }

    private var options: [String] {
        section("Considered Options", objects("options").map { "* \(title($0))" })
    }

    private var outcome: [String] {
        let reason = dossier["reason"]?.text ?? closing
        if let chosen = objects("options").first(where: { $0["chosen"]?.bool == true }) {
            let why = Markdown.line(reason ?? Self.withheld)
            return section("Decision Outcome", ["Chosen option: \"\(title(chosen))\", because \(why)"])
        }
        // The words of our own sentence, were somebody to have written them, must not be taken for it.
        let said = reason.map { Markdown.paragraphs($0, escapesColons: true) } ?? []
        return section("Decision Outcome", said)
    }

    private var arguments: [String] {
        let argued = objects("options").filter { !($0["arguments"]?.array ?? []).isEmpty }
        guard !argued.isEmpty else { return [] }
        let lines = argued.flatMap { option -> [String] in
            let said = (option["arguments"]?.array ?? []).compactMap(\.object)
            return ["### \(title(option))", ""] + said.map(argument) + [""]
        }
        return section("Pros and Cons of the Options", lines.dropLast())
    }

    private func argument(_ argument: JSONObject) -> String {
        let word =
            switch argument["stance"]?.text {
            case "for": "Good"
            case "against": "Bad"
            default: "Neutral"
            }
        return "* \(word), because \(Markdown.line(argument["text"]?.text ?? Self.withheld))"
    }

    private var information: [String] {
        section("More Information", MADRInformation(self).items.map { "* \($0)" })
    }
}
