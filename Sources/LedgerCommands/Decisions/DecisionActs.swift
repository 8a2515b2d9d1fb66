// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What was said and done about a matter, for people.
enum DecisionActs {
    /// One line of an act in a dossier of `io.jvledger.Decisions.Get`.
    static func line(_ act: JSONObject) -> String {
        let who = act.line("organisation").map { " \($0)" } ?? ""
        let text = act.line("text").map { ": \($0)" } ?? ""
        return "\(act.line("what") ?? "")\(who) \(act.line("when") ?? "")\(text)"
    }

    /// One line of a vote.
    static func vote(_ vote: JSONObject) -> String {
        let counts = [("inFavour", "for"), ("against", "against"), ("abstaining", "abstaining")]
            .map { "\(vote.number($0.0) ?? 0) \($0.1)" }
        let result =
            vote.isSet("closed") ? vote.isSet("carries") ? "carries" : "does not carry" : "still open"
        let subject = "\(vote.line("body") ?? ""), \(vote.line("rule") ?? "")"
        return
            "\(subject): \(counts.joined(separator: ", ")) of \(vote.number("seats") ?? 0) seats, \(result)"
    }
}
