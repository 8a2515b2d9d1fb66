// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The access policy in force, replaced as a whole, and the names of users who have called since.
final class SharedPolicy: Sendable {
    /// The most names that are kept; looking one up reads files or asks another process.
    static let nameLimit = 1024

    private let value: Mutex<AccessPolicy>
    private let names = Mutex<[UInt32: String?]>([:])

    init(_ policy: AccessPolicy) { value = Mutex(policy) }

    var current: AccessPolicy { value.withLock { $0 } }

    /// Puts another policy in force; names are looked up anew.
    func set(_ policy: AccessPolicy) {
        value.withLock { $0 = policy }
        names.withLock { $0 = [:] }
    }

    /// The name of a user of this host; nil if the host knows none.
    func name(of uid: UInt32) -> String? {
        if let known = names.withLock({ $0[uid] }) { return known }
        let name = HostNames.user(uid)
        names.withLock { names in
            if names.count >= Self.nameLimit { names = [:] }
            names[uid] = .some(name)
        }
        return name
    }
}
