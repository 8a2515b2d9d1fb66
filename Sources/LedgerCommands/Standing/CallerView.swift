// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Who the caller is to the ledger, for people.
public enum CallerView {
    /// The lines of a reply of `io.jvledger.Ledger.WhoAmI`.
    ///
    /// `partners` are the organisations that are partners now; nil if that could not be asked.
    public static func lines(_ caller: JSONObject, partners: [String]?) -> [String] {
        let uid = caller.number("uid") ?? 0
        let name = caller.line("user").map { "\($0) (uid \(uid))" } ?? "uid \(uid)"
        let roles = caller.lines("roles")
        let organisations = caller.lines("organisations")
        guard !roles.isEmpty else {
            return ["\(name): no role. An administrator grants roles in the access policy."]
        }
        let forWhom = organisations.isEmpty ? "" : " for \(organisations.joined(separator: ", "))"
        var lines = ["\(name): \(roles.joined(separator: ", "))\(forWhom)."]
        guard roles.contains("recorder") else { return lines }
        let own = organisations.filter { partners?.contains($0) ?? false }
        if !own.isEmpty {
            lines.append(
                "May give the consent of \(own.joined(separator: ", ")), and report others' with a source."
            )
        } else if partners != nil {
            lines.append("May report a partner's consent with a source; may not give one.")
        }
        return lines
    }

    /// The keys of the organisations in a reply of `io.jvledger.Roles.ListPartners`.
    public static func partners(_ reply: JSONObject) -> [String] {
        reply.objects("partners").compactMap { $0["organisation"]?.object?.line("key") }
    }
}
