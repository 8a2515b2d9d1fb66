// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The file that `$JOURNAL_STREAM` says is connected to the journal, `DEVICE:INODE` in decimal (systemd.exec(5)).
public struct JournalStream: Equatable, Sendable {
    /// Standard error, where a service logs.
    public static let standardError: Int32 = 2

    /// `st_dev` of the stream.
    public let device: UInt64
    /// `st_ino` of the stream.
    public let inode: UInt64

    /// Reads `$JOURNAL_STREAM`; nil if it is unset or has another form.
    public init?(environment: [String: String] = ProcessEnvironment.current) {
        guard let text = environment["JOURNAL_STREAM"] else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            let device = decimal(String(parts[0]), as: UInt64.self),
            let inode = decimal(String(parts[1]), as: UInt64.self)
        else { return nil }
        self.device = device
        self.inode = inode
    }

    /// Whether a descriptor is this stream.
    ///
    /// The variable alone says nothing: it is inherited by whatever a service starts, redirections and all.
    public func isConnected(to descriptor: Int32 = standardError) -> Bool {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { return false }
        return UInt64(information.st_dev) == device && UInt64(information.st_ino) == inode
    }
}
