// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Who calls, and what the access policy grants them.
public struct Caller: Sendable, Hashable {
    /// The user, as the kernel attests.
    public let uid: UInt32
    /// The user's name, if the host knows one.
    public let user: String?
    /// What they may do.
    public let roles: Set<Role>
    /// The organisations for which they may record, ascending.
    public let organisations: [Key]

    /// A caller with what the policy grants.
    public init(uid: UInt32, user: String?, roles: Set<Role>, organisations: [Key]) {
        self.uid = uid
        self.user = user
        self.roles = roles
        self.organisations = organisations
    }

    /// Whether the policy lets them.
    public func may(_ right: Right) -> Bool { !roles.isDisjoint(with: right.roles) }

    /// Whether they may read the text of an entry of this classification.
    public func mayRead(_ classification: Classification) -> Bool {
        switch classification {
        case .venture: may(.read)
        case .partner(let organisation): organisations.contains(organisation)
        case .restricted: roles.contains(.auditor)
        }
    }

    /// The caller in words, such as `alice (uid 1001)`.
    public var text: String { user.map { "\($0) (uid \(uid))" } ?? "uid \(uid)" }
}
