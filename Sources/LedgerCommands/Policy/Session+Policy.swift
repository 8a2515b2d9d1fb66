// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Asking about the access policy.
extension Session {
    /// The most bytes of a policy that are sent.
    private static let policyBytes = 1 << 20

    /// Has a policy checked, and says what it would change.
    public func checkPolicy(_ path: String) async throws(Complaint) {
        let bytes = try InputFile(path: path).readAll(limit: Self.policyBytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let reply = try await call("io.jvledger.Admin.CheckPolicy", ["text": .string(text)])
        guard reply["ok"]?.bool == true else {
            let place = reply.number("line").map { "\(path), line \($0): " } ?? "\(path): "
            throw .invalid(place + (reply["problem"]?.text ?? "it cannot be read"))
        }
        let changes = reply.lines("changes")
        let unknown = reply.lines("unknownNames").map { "Not known on this host, and granted nothing: \($0)" }
        let verdict =
            changes.isEmpty ? "Right, and the same as the policy in force." : "Right. A reload changes:"
        try answer(reply, [verdict] + changes.map { "  \($0)" } + unknown)
    }

    /// Says what a user may do; with an action only whether they may do that.
    public func explainPolicy(_ user: String, _ action: String?) async throws(Complaint) {
        let reply = try await call("io.jvledger.Admin.ExplainPolicy", ["user": .string(user)])
        let who = reply["user"]?.text ?? "uid \(reply.number("uid") ?? 0)"
        let rights = (reply["rights"]?.array ?? []).compactMap(\.object)
        guard let action else {
            let grants = reply.lines("grants")
            let lines = rights.map { right in
                let mark = right["allowed"]?.bool == true ? "may    " : "may not"
                return "  \(mark) \(right["text"]?.text ?? "") (\(right["action"]?.text ?? ""))"
            }
            let organisations = reply.lines("organisations")
            let recording =
                organisations.isEmpty
                ? [] : ["Records for \(organisations.joined(separator: ", "))."]
            let origin = grants.isEmpty ? ["\(who) is granted nothing."] : grants.map { "\(who), by \($0)" }
            return try answer(reply, origin + recording + lines)
        }
        guard let right = rights.first(where: { $0["action"]?.text == action }) else {
            let names = rights.compactMap { $0["action"]?.text }
            let guess = Spelling.closest(to: action, among: names).map { "; did you mean \($0)?" } ?? "."
            throw .usage("there is no action \(action)\(guess) There are: \(names.joined(separator: ", "))")
        }
        let roles = right.lines("roles").joined(separator: ", ")
        let text = right["text"]?.text ?? action
        guard right["allowed"]?.bool == true else {
            throw Complaint(
                .failed,
                "\(who) may not \(text); one of these roles is needed: \(roles)",
                heading: "No"
            )
        }
        let line = "\(who) may \(text); they are \(reply.lines("roles").joined(separator: ", "))."
        try answer(reply, [line])
    }
}
