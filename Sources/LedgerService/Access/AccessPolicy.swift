// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Who may do what: default deny.
///
/// A caller has the roles and organisations granted to its user and to each of its groups together. Root is always
/// an administrator and a reader, because it can read the files anyway; it can never record. Nobody who administers
/// records: a partner's consent is never given by whoever runs the machine.
public struct AccessPolicy: Sendable, Hashable {
    /// What one user or group is granted.
    public struct Grant: Sendable, Hashable {
        /// The roles.
        public var roles: Set<Role>
        /// The organisations for which a recorder records.
        public var organisations: Set<Key>

        /// A grant of roles and organisations.
        public init(roles: Set<Role>, organisations: Set<Key> = []) {
            self.roles = roles
            self.organisations = organisations
        }
    }

    /// What users are granted, by uid.
    public var users: [UInt32: Grant]
    /// What groups are granted, by gid.
    public var groups: [UInt32: Grant]
    /// Names in the policy that this host does not know; they grant nothing.
    public var unknownNames: [String]
    /// The names of users in the policy, for messages.
    public var names: [UInt32: String]

    /// A policy; without grants nobody may do anything.
    public init(
        users: [UInt32: Grant] = [:],
        groups: [UInt32: Grant] = [:],
        unknownNames: [String] = [],
        names: [UInt32: String] = [:]
    ) {
        self.users = users
        self.groups = groups
        self.unknownNames = unknownNames
        self.names = names
    }

    /// What a caller is granted.
    public func caller(uid: UInt32, groups peerGroups: some Sequence<UInt32>, user: String?) -> Caller {
        var roles = users[uid]?.roles ?? []
        var organisations = users[uid]?.organisations ?? []
        for gid in peerGroups {
            guard let grant = groups[gid] else { continue }
            roles.formUnion(grant.roles)
            organisations.formUnion(grant.organisations)
        }
        if uid == 0 { roles.formUnion([.administrator, .reader]) }
        if roles.contains(.administrator) {
            roles.remove(.recorder)
            organisations = []
        }
        if !roles.contains(.recorder) { organisations = [] }
        return Caller(uid: uid, user: user ?? names[uid], roles: roles, organisations: organisations.sorted())
    }

    /// The users who may record for an organisation, by name where there is one.
    public func recorders(for organisation: Key) -> [String] {
        users.filter { $0.value.roles.contains(.recorder) && $0.value.organisations.contains(organisation) }
            .map { names[$0.key] ?? "uid \($0.key)" }.sorted()
    }
}
