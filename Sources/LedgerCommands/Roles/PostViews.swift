// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Posts, for people.
public enum PostViews {
    /// A reply of `io.jvledger.Roles.ListPosts`.
    public static func table(_ reply: JSONObject) -> Table {
        var table = Table("POST", "TITLE", "EXISTS", "WHEN", "HOLDER")
        for post in reply.objects("posts") {
            table.append([
                post.line("key") ?? "", post.line("title") ?? Withheld.text, post.line("exists") ?? "",
                Span.text(post), HolderText.text(post),
            ])
        }
        return table
    }

    /// The dossier of a post: the answer in a sentence or two, then what it rests on.
    public static func lines(_ dossier: JSONObject) -> [String] {
        let row = dossier["row"]?.object ?? JSONObject()
        let answer = [dossier.line("existence"), dossier.line("holding")].compactMap(\.self).filter {
            !$0.isEmpty
        }
        var facts = Labelled()
        facts.add("Post", "\(row.line("key") ?? "")  \(row.line("title") ?? Withheld.text)")
        facts.add("When", Span.text(row))
        facts.add("Spans", parties(dossier.objects("organisations")))
        facts.add("Host", dossier.party("host"))
        facts.add("Answers to", parties(dossier.objects("accountableTo")))
        facts.add("Funding", dossier.objects("funding").map(funding))
        facts.add("Holders", row.objects("holders").map { "\(HolderText.person($0)) \(Span.text($0))" })
        facts.add("Decision", dossier.line("decision"))
        facts.add(
            "Abolished",
            dossier.number("abolishedBy").map { entry in
                "by entry \(entry)" + (dossier.line("abolishedBecause").map { ": \($0)" } ?? "")
            }
        )
        facts.add("Entries", PositionList.text(dossier.positions("entries")))
        return [answer.joined(separator: " ")] + facts.lines
    }

    /// A reply of `io.jvledger.Roles.GetBiography`.
    public static func biography(_ reply: JSONObject) -> Table {
        var table = Table("WHEN", "WHAT", "DETAILS", "ENTRY")
        for event in reply.objects("events") {
            let what = event.line("event") ?? ""
            table.append([
                event.line("when") ?? "", event.line("certainty") == "possibly" ? "possibly \(what)" : what,
                details(event), event.number("position").map { "\($0)" } ?? "",
            ])
        }
        return table
    }

    /// A reply of `io.jvledger.Roles.ListHolders`.
    public static func holders(_ reply: JSONObject) -> Table {
        var table = Table("ROLE", "TITLE", "HOLDER", "ASSIGNMENT", "SINCE")
        for line in reply.objects("roles") {
            let role = line.line("role") ?? ""
            let title = line.line("title") ?? ""
            let holders = line.objects("holders")
            if holders.isEmpty { table.append([role, title, HolderText.text(line)]) }
            for holder in holders {
                let one = JSONObject(fields: ["holders": .array([.object(holder)])])
                table.append([
                    role, title, HolderText.text(one), holder.line("assignment") ?? "", Span.text(holder),
                ])
            }
        }
        return table
    }

    private static func details(_ event: JSONObject) -> String {
        var details: [String] = []
        if let title = event.line("title") { details.append(title) }
        if event.line("person") != nil { details.append(HolderText.person(event)) }
        if let capacity = event.line("capacity"), capacity != "substantive" { details.append(capacity) }
        details += event.objects("shares").map(share)
        if let total = event["total"]?.object { details.append(Money.text(total)) }
        if let until = event.line("until") { details.append("until \(until)") }
        if let reason = event.line("reason") { details.append(reason) }
        return details.joined(separator: ", ")
    }

    private static func funding(_ funding: JSONObject) -> String {
        let shares = funding.objects("shares").map(share).joined(separator: ", ")
        let total = funding["total"]?.object.map { ", \(Money.text($0))" } ?? ""
        let certainty = funding.line("certainty") == "possibly" ? "possibly " : ""
        return "\(certainty)\(shares)\(total) \(Span.text(funding))"
    }

    private static func share(_ share: JSONObject) -> String {
        "\(share.party("organisation") ?? "") \(Percent.text(share.number("basisPoints") ?? 0))"
    }

    private static func parties(_ parties: [JSONObject]) -> String {
        parties.compactMap { $0.line("name") ?? $0.line("key") }.joined(separator: ", ")
    }
}

/// Amounts, for people.
enum Money {
    /// `GBP 9546.00`, with the decimals that the currency has.
    static func text(_ money: JSONObject) -> String {
        MoneyText.text(minor: money.number("minor") ?? 0, currency: money.line("currency") ?? "")
    }
}
