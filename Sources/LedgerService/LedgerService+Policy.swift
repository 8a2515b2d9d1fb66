// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import Varlink

/// Telling administrators what an access policy says, before it is in force and while it is.
extension LedgerService {
    /// What is wrong with a policy, or what it would change.
    func checkPolicy(_ text: String) -> JSONObject {
        do {
            let policy = try AccessPolicy(yaml: text)
            let old = self.policy
            let users = Self.changes("user", from: old.users, to: policy.users, name: HostNames.user)
            let groups = Self.changes("group", from: old.groups, to: policy.groups, name: HostNames.groupName)
            return JSONObject([
                ("ok", true), ("unknownNames", .array(policy.unknownNames.map { .string($0) })),
                ("changes", .array((users + groups).map { .string($0) })),
            ])
        } catch {
            var answer = JSONObject([("ok", false), ("unknownNames", []), ("changes", [])])
            answer["problem"] = .string(error.message)
            if error.line > 0 { answer["line"] = .integer(Int64(error.line)) }
            return answer
        }
    }

    /// What the policy in force lets a user do, and why.
    func explainPolicy(_ name: String) throws(VarlinkError) -> JSONObject {
        guard let uid = UInt32(name) ?? HostNames.uid(ofUser: name) else {
            throw .notFound("this host has no user \(name)")
        }
        let policy = policy
        let groups = HostNames.groups(ofUser: uid)
        let caller = policy.caller(uid: uid, groups: groups, user: HostNames.user(uid))
        var grants = policy.users[uid].map { ["the user: \($0.text)"] } ?? []
        for gid in groups {
            guard let grant = policy.groups[gid] else { continue }
            grants.append("the group \(HostNames.groupName(gid) ?? "\(gid)"): \(grant.text)")
        }
        if uid == 0 { grants.append("root: administrator, reader, always") }
        var answer = JSONObject()
        answer["user"] = caller.user.map { .string($0) }
        answer["uid"] = .integer(Int64(uid))
        answer["roles"] = .array(caller.roles.sorted().map { .string($0.rawValue) })
        answer["organisations"] = .array(caller.organisations.map { .string($0.description) })
        answer["grants"] = .array(grants.map { .string($0) })
        answer["rights"] = .array(
            Right.allCases.map { right in
                [
                    "action": .string(right.rawValue), "text": .string(right.text),
                    "allowed": .bool(caller.may(right)),
                    "roles": .array(right.roles.sorted().map { .string($0.rawValue) }),
                ]
            }
        )
        return answer
    }

    private static func changes(
        _ kind: String,
        from old: [UInt32: AccessPolicy.Grant],
        to new: [UInt32: AccessPolicy.Grant],
        name: (UInt32) -> String?
    ) -> [String] {
        Set(old.keys).union(new.keys).sorted().compactMap { id in
            guard old[id] != new[id] else { return nil }
            let who = "\(kind) \(name(id) ?? "\(id)")"
            switch (old[id], new[id]) {
            case (nil, let grant?): return "\(who): gets \(grant.text)"
            case (let grant?, nil): return "\(who): loses \(grant.text)"
            case (let before?, let after?): return "\(who): \(after.text), instead of \(before.text)"
            case (nil, nil): return nil
            }
        }
    }
}

extension AccessPolicy.Grant {
    /// The grant in words.
    fileprivate var text: String {
        let roles = roles.sorted().map(\.rawValue).joined(separator: ", ")
        let organisations = organisations.sorted().map(\.description).joined(separator: ", ")
        return (roles.isEmpty ? "nothing" : roles) + (organisations.isEmpty ? "" : " for \(organisations)")
    }
}
