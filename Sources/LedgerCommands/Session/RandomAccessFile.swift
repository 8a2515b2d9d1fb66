// SPDX-License-Identifier: Apache-2.0
import Glibc
import LedgerExport

/// A file that is read at any place.
final class RandomAccessFile {
    private let path: String
    private let descriptor: Int32
    /// How many bytes it has.
    let count: UInt64

    /// Opens a file; it must be one whose length is known, so no pipe.
    init(path: String) throws(PackFile.Unreadable) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("cannot open \(path)") }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw PackFile.Unreadable(message: "\(path) is no regular file")
        }
        count = UInt64(max(0, status.st_size))
    }

    deinit { close(descriptor) }

    /// Reads so many bytes from a place on, fewer where the file ends.
    func read(_ place: UInt64, _ length: Int) throws(PackFile.Unreadable) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        var filled = 0
        while filled < length {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor,
                    buffer.baseAddress.map { $0 + filled },
                    length - filled,
                    Int(place) + filled
                )
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Self.failure("cannot read \(path)") }
            if got == 0 { break }
            filled += got
        }
        return filled == length ? bytes : Array(bytes[..<filled])
    }

    private static func failure(_ what: String) -> PackFile.Unreadable {
        PackFile.Unreadable(message: SystemFailure.complaint(what).message)
    }
}
