// SPDX-License-Identifier: Apache-2.0
import Crypto
import Glibc

/// The least that reading a ledger can cost: reading its bytes and hashing them with SHA-256, in one go.
enum Hashing {
    private static let pieceBytes = 1 << 20

    /// Reads and hashes a file; returns the seconds it takes.
    static func seconds(of path: String) throws(Failure) -> Double {
        let start = Instant.now
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open \(path)") }
        defer { close(descriptor) }
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw .system("read \(path)") }
            guard count > 0 else { break }
            buffer.withUnsafeBytes { bytes in
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            }
        }
        _ = hash.finalize()
        return start.secondsAgo
    }
}
