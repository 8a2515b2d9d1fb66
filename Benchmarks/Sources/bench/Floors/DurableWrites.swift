// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The least that a durable append can cost: one write and one fdatasync of the same bytes.
///
/// The file was written before and is overwritten in order, round and round, as SQLite does with its write-ahead log. A
/// file that grows would be a lower bar: each fdatasync then has the file system write its own journal too.
final class DurableWrites {
    private static let fileBytes = 4 << 20

    private let descriptor: Int32
    private let bytes: [UInt8]
    private var offset = 0

    /// Makes the file.
    init(_ path: String, bytes: [UInt8]) throws(Failure) {
        self.bytes = bytes
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open \(path)") }
        let zeros = [UInt8](repeating: 0, count: Self.fileBytes)
        guard write(descriptor, zeros, zeros.count) == zeros.count, fsync(descriptor) == 0 else {
            throw .system("write \(path)")
        }
    }

    deinit { close(descriptor) }

    /// Writes once; on return the bytes survive a loss of power.
    func once() throws(Failure) {
        if offset + bytes.count > Self.fileBytes { offset = 0 }
        guard pwrite(descriptor, bytes, bytes.count, offset) == bytes.count, fdatasync(descriptor) == 0 else {
            throw .system("write and fdatasync")
        }
        offset += bytes.count
    }
}
