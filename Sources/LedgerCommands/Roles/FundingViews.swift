// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Who pays how much, for people; shares are in basis points, of which 10,000 are one post.
public enum FundingViews {
    /// A reply of `io.jvledger.Roles.GetFunding`, with a line for each share of a post.
    public static func byPost(_ reply: JSONObject) -> Table {
        var table = Table("POST", "TITLE", "PAYS", "SHARE (BP)", "AMOUNT", "WHEN", "CERTAIN", "DECISION")
        for post in reply.objects("posts") {
            for share in post.objects("shares") {
                table.append([
                    post.line("post") ?? "", post.line("title") ?? Withheld.text,
                    share.party("organisation") ?? "", "\(share.number("basisPoints") ?? 0)",
                    share["amount"]?.object.map(Money.text) ?? "", Span.text(post),
                    post.line("certainty") ?? "", post.line("decision") ?? "",
                ])
            }
        }
        return table
    }

    /// The same reply, with a line for each organisation.
    public static func byOrganisation(_ reply: JSONObject) -> Table {
        var table = Table("PAYS", "SHARES (BP)", "AMOUNTS", "POSSIBLY (BP)", "POSSIBLY")
        for payment in reply.objects("organisations") {
            table.append([
                payment.party("organisation") ?? "", "\(payment.number("basisPoints") ?? 0)",
                payment.objects("amounts").map(Money.text).joined(separator: ", "),
                "\(payment.number("possibleBasisPoints") ?? 0)",
                payment.objects("possibleAmounts").map(Money.text).joined(separator: ", "),
            ])
        }
        return table
    }
}
