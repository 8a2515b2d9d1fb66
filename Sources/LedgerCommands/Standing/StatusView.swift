// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// How the ledger is, for people.
public enum StatusView {
    /// The lines of a reply of `io.jvledger.Admin.GetStatus`.
    ///
    /// `isUnused` says whether nothing but the ledger's own entries has been recorded.
    public static func lines(_ status: JSONObject, isUnused: Bool, _ terminal: Terminal) -> [String] {
        let size = status.number("size") ?? 0
        let state = status.line("state") ?? "unknown"
        let shown =
            state == "running" ? state : terminal.styled(state == "readOnly" ? "READ-ONLY" : state, .bad)
        let entries = size == 1 ? "1 entry" : "\(size) entries"
        var first = "\(status.line("instance") ?? "ledger"): \(shown), \(entries), \(verified(status, size))."
        if let began = status.line("recordingBegan") { first += " Recording began \(DateText.day(began))." }
        var lines = [first]
        if let reason = status.line("reason") { lines.append("Reason: \(reason)") }
        if isUnused, state == "running" {
            lines.append("Nothing recorded yet. Try: jvctl import --example --dry-run")
        } else if let last = status.line("lastRecorded") {
            lines.append("Last entry \(size - 1), \(DateText.minute(last)).")
        }
        if (status.number("witnesses") ?? 0) > 0 { lines.append(witnessed(status, size)) }
        if let warning = unwitnessed(status, terminal) { lines.append(warning) }
        if let check = status["selfCheck"]?.object, let line = selfCheck(check) { lines.append(line) }
        return lines
    }

    /// How far the daemon is with reading its ledger again; nil before it has begun.
    private static func selfCheck(_ check: JSONObject) -> String? {
        guard let pass = check.number("pass"), pass > 0 else { return nil }
        let (checked, size) = (check.number("checked") ?? 0, check.number("size") ?? 0)
        let place = "\(checked) of \(size) \(size == 1 ? "entry" : "entries")"
        let last = check.line("lastPassAt").map { "; last full pass \(DateText.minute($0))" } ?? ""
        return "Self-check: pass \(pass), \(place) read\(last)."
    }

    /// Up to where the witnesses that are needed vouch for the history; beyond it the operator alone does.
    private static func witnessed(_ status: JSONObject, _ size: Int64) -> String {
        guard status["witnessesMissing"] != nil else {
            return "Witnesses are there, and the policy asks for none: jvctl witness policy"
        }
        let names = (status["witnessesMissing"]?.array ?? []).compactMap(\.text).map(DisplayText.line)
        let missing = names.isEmpty ? "" : "missing: \(names.joined(separator: ", "))"
        guard let upTo = status.number("witnessedSize"), let at = status.line("witnessedAt") else {
            let hint = "Try: jvctl witness visit --help"
            return "Not witnessed yet\(missing.isEmpty ? "" : " (\(missing))"). \(hint)"
        }
        guard upTo < size else { return "Witnessed up to checkpoint \(upTo), \(DateText.minute(at))." }
        let since = size - upTo == 1 ? "1 entry since" : "\(size - upTo) entries since"
        return "Witnessed up to checkpoint \(upTo), \(DateText.minute(at)); \(since)"
            + "\(missing.isEmpty ? "" : ", \(missing)")."
    }

    /// That the ledger has gone too long without the witnesses that are needed; nil if it has not.
    private static func unwitnessed(_ status: JSONObject, _ terminal: Terminal) -> String? {
        guard status["unwitnessed"]?.bool == true, let since = status.line("unwitnessedSince"),
            let days = status.number("witnessDays")
        else { return nil }
        let text =
            "UNWITNESSED for more than \(days == 1 ? "a day" : "\(days) days"), since \(DateText.day(since))"
        return terminal.styled(text, .bad) + ". Next: jvctl witness list"
    }

    private static func verified(_ status: JSONObject, _ size: Int64) -> String {
        guard let verified = status.number("verifiedSize"), status.line("verifiedAt") != nil else {
            return "not verified yet"
        }
        return verified >= size ? "verified" : "verified up to \(verified)"
    }
}
