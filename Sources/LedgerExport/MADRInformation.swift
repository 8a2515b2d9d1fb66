// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What the ledger knows of a decision that the template of a decision record has no place for.
struct MADRInformation {
    private let record: MADRRecord

    init(_ record: MADRRecord) { self.record = record }

    /// The items, in Markdown.
    var items: [String] {
        [standing] + consents + texts("dissents", "Dissent") + assessments + withdrawn
            + text("noAlternatives", "No alternatives") + text("conflicts", "Conflicts of interest")
            + text("meeting", "Meeting") + text("effectiveFrom", "In effect from")
            + text("reviewOn", "To be reviewed on") + texts("reviews", "Review") + links
    }

    /// Where it stands in the ledger's own words, which are more exact than the record's.
    private var standing: String {
        let row = record.row
        let certainty = row["certainty"]?.text == "possibly" ? "possibly " : ""
        let positions = (record.dossier["entries"]?.array ?? []).compactMap(\.integer).map { "\($0)" }
        return "In the ledger \(row["key"]?.text ?? ""), revision \(row["revision"]?.integer ?? 1): "
            + "\(certainty)\(row["status"]?.text ?? "") \(Markdown.line(row["when"]?.text ?? "")); entries "
            + positions.joined(separator: ", ")
    }

    private var consents: [String] {
        record.objects("consents").compactMap { consent in
            guard let organisation = consent["organisation"]?.text else { return nil }
            var words = [
                consent["stance"]?.text ?? "no answer", consent["mode"]?.text, consent["when"]?.text,
                consent["stance"] == nil ? nil : consent["gap"]?.text.map { "does not count: \($0)" },
                consent["condition"]?.text.map { "if \($0)" },
            ].compactMap(\.self)
            words += (consent["sources"]?.array ?? []).compactMap(\.text).map { "from \($0)" }
            let said = Markdown.line(words.joined(separator: ", "))
            return "Consent of \(Markdown.line(record.name(organisation))): \(said)"
        }
    }

    private var assessments: [String] {
        record.objects("options").flatMap { option -> [String] in
            (option["arguments"]?.array ?? []).compactMap(\.object).compactMap { argument in
                let criterion = argument["criterion"]?.text
                let cost = argument["cost"]?.object.flatMap { cost -> String? in
                    guard let minor = cost["minor"]?.integer, let currency = cost["currency"]?.text else {
                        return nil
                    }
                    return "\(currency) \(MinorUnits.text(minor, of: currency))"
                }
                guard criterion != nil || cost != nil else { return nil }
                let said = [criterion, cost, argument["text"]?.text].compactMap(\.self)
                return "Option \(option["number"]?.integer ?? 0) assessed: "
                    + Markdown.line(said.joined(separator: "; "))
            }
        }
    }

    private var withdrawn: [String] {
        record.objects("options").filter { $0["withdrawn"]?.bool == true }.map { option in
            "Option \(option["number"]?.integer ?? 0) was withdrawn"
        }
    }

    /// The decisions that it rests on or that rest on it, one step away.
    private var links: [String] {
        record.objects("links").compactMap { link in
            let subject = link["subject"]?.text ?? ""
            guard link["depth"]?.integer == 1 else { return nil }
            let words =
                switch link["direction"]?.text {
                case "restsOn": "Rests on"
                case "replacedBy": "Replaced by"
                default: "Led to"
                }
            let title = link["title"]?.text.map { ": \(Markdown.line($0))" } ?? ""
            guard subject.hasPrefix("decision/") else { return "\(words) \(Markdown.line(subject))\(title)" }
            let key = subject.dropFirst("decision/".count)
            return "\(words) [\(key)](\(key).md)\(title)"
        }
    }

    private func text(_ member: String, _ label: String) -> [String] {
        record.dossier[member]?.text.map { ["\(label): \(Markdown.line($0))"] } ?? []
    }

    private func texts(_ member: String, _ label: String) -> [String] {
        (record.dossier[member]?.array ?? []).compactMap(\.text).map { "\(label): \(Markdown.line($0))" }
    }
}
