// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The user and group names of this host.
public enum HostNames {
    private static let bufferBytes = 16_384

    /// The uid of a user, by name.
    public static func uid(ofUser name: String) -> UInt32? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        guard getpwnam_r(name, &record, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return record.pw_uid
    }

    /// The gid of a group, by name.
    public static func gid(ofGroup name: String) -> UInt32? {
        var record = group()
        var found: UnsafeMutablePointer<group>?
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        guard getgrnam_r(name, &record, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return record.gr_gid
    }

    /// The name of a group, by gid.
    public static func groupName(_ gid: UInt32) -> String? {
        var record = group()
        var found: UnsafeMutablePointer<group>?
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        guard getgrgid_r(gid, &record, &buffer, buffer.count, &found) == 0, found != nil,
            let name = record.gr_name
        else { return nil }
        return String(cString: name)
    }

    /// The gids of all groups of a user, the user's own group too; none for a user whom the host does not know.
    public static func groups(ofUser uid: UInt32) -> [UInt32] {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        guard getpwuid_r(uid, &record, &buffer, buffer.count, &found) == 0, found != nil else { return [] }
        var count: CInt = 0
        getgrouplist(record.pw_name, record.pw_gid, nil, &count)
        var gids = [gid_t](repeating: 0, count: Int(max(0, count)))
        guard getgrouplist(record.pw_name, record.pw_gid, &gids, &count) >= 0 else { return [] }
        return Array(gids.prefix(Int(count)))
    }

    /// The name of a user, by uid.
    public static func user(_ uid: UInt32) -> String? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        guard getpwuid_r(uid, &record, &buffer, buffer.count, &found) == 0, found != nil,
            let name = record.pw_name
        else { return nil }
        return String(cString: name)
    }
}
