// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Partners and organisations, for people.
public enum PartyViews {
    /// A reply of `io.jvledger.Roles.ListPartners`.
    public static func partners(_ reply: JSONObject) -> Table {
        var table = Table("PARTNER", "NAME", "AS", "RIGHT", "SINCE")
        for partner in reply.objects("partners") {
            let organisation = partner["organisation"]?.object ?? JSONObject()
            let right = partner.line("right") ?? ""
            table.append([
                organisation.line("key") ?? "",
                organisation.line("name") ?? "",
                partner.line("status") ?? "",
                partner.line("certainty") == "possibly" ? "possibly \(right)" : right,
                Span.text(partner),
            ])
        }
        return table
    }

    /// A reply of `io.jvledger.Roles.ListOrganisations`.
    public static func organisations(_ reply: JSONObject) -> Table {
        var table = Table("ORGANISATION", "NAME", "KIND", "PARTNER", "UNIT OF")
        for organisation in reply.objects("organisations") {
            let partner = organisation.line("partner") ?? "no"
            let right = organisation.line("right").map { partner == "yes" ? $0 : "\(partner) \($0)" } ?? ""
            table.append([
                organisation.line("key") ?? "",
                organisation.line("name") ?? Withheld.text,
                organisation.line("kind") ?? "",
                right,
                organisation.line("parent") ?? "",
            ])
        }
        return table
    }

    /// One organisation of the list, or nil if it is not in it.
    public static func organisation(_ key: String, _ reply: JSONObject) -> [String]? {
        guard let organisation = reply.objects("organisations").first(where: { $0.line("key") == key }) else {
            return nil
        }
        var facts = Labelled()
        facts.add("Kind", organisation.line("kind"))
        facts.add("Unit of", organisation.line("parent"))
        facts.add("Units", organisation.lines("units").joined(separator: ", "))
        facts.add("Partner", partner(organisation))
        let names = organisation.objects("names")
        if names.count > 1 {
            facts.add("Names", names.map { "\($0.line("name") ?? Withheld.text) \(Span.text($0))" })
        }
        facts.add("Succeeded", organisation["succession"]?.object.map(succession))
        facts.add("Entries", "jvctl log --subject organisation/\(DisplayText.line(key))")
        return ["\(DisplayText.line(key))  \(organisation.line("name") ?? Withheld.text)"] + facts.lines
    }

    private static func partner(_ organisation: JSONObject) -> String {
        let partner = organisation.line("partner") ?? "no"
        return organisation.line("right").map { "\(partner); its consent is \($0)" } ?? partner
    }

    private static func succession(_ succession: JSONObject) -> String {
        let successors = succession.objects("successors").compactMap { $0.line("name") ?? $0.line("key") }
        return "by \(successors.joined(separator: ", ")) \(succession.line("when") ?? "")"
    }
}

/// How long something is so, in the ledger's words.
enum Span {
    /// The words of the member `span`.
    static func text(_ object: JSONObject) -> String { object["span"]?.object?.line("when") ?? "" }
}
