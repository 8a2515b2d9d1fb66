// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Has the ledger verify itself, byte by byte.
public enum LedgerVerification {
    /// Follows the ledger's work, says its verdict, and returns how the program ends by it.
    public static func run(_ session: Session) async throws(Complaint) -> ProgramExit {
        var last = JSONObject()
        try await session.callMore("io.jvledger.Admin.Verify") { reply in
            last = reply
            if reply["ok"] == nil, let checked = reply.number("checked"), let size = reply.number("size") {
                session.showProgress("Verified \(checked) of \(size) entries")
            }
        }
        session.showProgress("")
        guard let isSound = last["ok"]?.bool else { throw .unexpectedReply("verdict") }
        let terminal = session.settings.terminal
        try session.answer(last, lines(last, isSound).map { OfflineVerification.styled($0, terminal) })
        return isSound ? .done : .failed
    }

    private static func lines(_ verdict: JSONObject, _ isSound: Bool) -> [String] {
        guard isSound else {
            let place = verdict.number("position").map { "entry \($0): " } ?? ""
            return ["NOT VERIFIED  \(place)\(verdict.line("problem") ?? "the ledger is damaged")"]
        }
        let size = verdict.number("size") ?? 0
        let entries = size == 1 ? "1 entry" : "\(size) entries"
        return [
            "VERIFIED   \(entries), every byte read again; root \(verdict.line("root") ?? "")",
            "NOT SHOWN  this is the daemon's own word: a pack can be verified without it (jvctl export --pack)",
        ]
    }
}
