// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The chain of reasons, for people.
public enum WhyView {
    /// The lines of a reply of `io.jvledger.Decisions.Why`: what it rests on above, what came of it below.
    public static func lines(_ reply: JSONObject, about key: String) -> [String] {
        if let note = reply.line("note") { return [note] }
        let links = reply.objects("links")
        let above = links.filter { $0.line("direction") == "restsOn" }
        let below = links.filter { $0.line("direction") != "restsOn" }
        var lines = [key]
        if above.isEmpty { lines.append("  rests on nothing that is recorded") }
        lines += above.map { indented($0, "rests on") }
        lines += below.map { indented($0, $0.line("direction") == "replacedBy" ? "replaced by" : "led to") }
        if below.isEmpty { lines.append("  led to nothing that is recorded") }
        return lines
    }

    /// The steps of one direction that are one step away.
    static func direct(_ direction: String, _ links: [JSONObject]) -> [String] {
        links.filter { $0.line("direction") == direction && $0.number("depth") ?? 1 == 1 }.map(text)
    }

    private static func indented(_ link: JSONObject, _ word: String) -> String {
        let depth = min(max(1, Int(link.number("depth") ?? 1)), 32)
        return String(repeating: "  ", count: depth) + word + " " + text(link)
    }

    private static func text(_ link: JSONObject) -> String {
        let subject = (link.line("subject") ?? "").split(separator: "/", maxSplits: 1).joined(separator: " ")
        let title = link.line("title").map { ": \($0)" } ?? ""
        let role = link.line("role").map { " (\($0))" } ?? ""
        return subject + title + role
    }
}
