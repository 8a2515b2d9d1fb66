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
