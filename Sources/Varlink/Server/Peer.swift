// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Who is at the other end of a local connection, as the kernel noted it when that end connected.
///
/// The peer cannot forge it, and it does not change when the peer later changes its identity or hands the
/// connection to someone else (unix(7), SO_PEERCRED and SO_PEERGROUPS). With `PrivateUsers=` in the unit of
/// the server nearly everyone would appear as 65534.
public struct Peer: Hashable, Sendable {
    /// The process that connected.
    ///
    /// It may be gone and its number taken: for logs, never for decisions.
    public let processID: Int32
    /// The effective user.
    public let userID: UInt32
    /// The effective group.
    public let groupID: UInt32
    /// The supplementary groups, in the kernel's order.
    public let groups: [UInt32]

    /// A peer by its numbers.
    public init(processID: Int32, userID: UInt32, groupID: UInt32, groups: [UInt32]) {
        self.processID = processID
        self.userID = userID
        self.groupID = groupID
        self.groups = groups
    }

    /// The kernel would not say who the peer is.
    struct Unknown: Error {
        let errno: CInt
    }

    /// The most supplementary groups that Linux gives a process (NGROUPS_MAX).
    private static let groupsMax = 65_536
    /// Room for the groups of nearly everyone, so that one call is enough.
    private static let groupsUsual = 64

    /// Asks the kernel for the peer of a connected socket.
    init(of descriptor: CInt) throws(Unknown) {
        // `struct ucred`, which Swift does not see: process, user and group in 32 bits each.
        var credentials: [UInt32] = [0, 0, 0]
        var length = socklen_t(MemoryLayout<UInt32>.stride * credentials.count)
        let expected = length
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else {
            throw Unknown(errno: errno)
        }
        guard length == expected else { throw Unknown(errno: EINVAL) }
        self.init(
            processID: Int32(bitPattern: credentials[0]),
            userID: credentials[1],
            groupID: credentials[2],
            groups: try Self.groups(of: descriptor)
        )
    }

    /// Whoever runs this program; as its process counts the one that started it.
    static var own: Peer {
        var groups = [gid_t](repeating: 0, count: max(0, Int(getgroups(0, nil))))
        let count = getgroups(CInt(groups.count), &groups)
        return Peer(
            processID: getppid(),
            userID: geteuid(),
            groupID: getegid(),
            groups: Array(groups.prefix(max(0, Int(count))))
        )
    }

    private static func groups(of descriptor: CInt) throws(Unknown) -> [UInt32] {
        var room = groupsUsual
        while true {
            var groups = [UInt32](repeating: 0, count: room)
            var length = socklen_t(MemoryLayout<UInt32>.stride * room)
            let failed = getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, &groups, &length) != 0
            let count = Int(length) / MemoryLayout<UInt32>.stride
            if !failed { return Array(groups.prefix(count)) }
            // When there was too little room, the length says how much it takes.
            guard errno == ERANGE, count > room, count <= groupsMax else { throw Unknown(errno: errno) }
            room = count
        }
    }
}
