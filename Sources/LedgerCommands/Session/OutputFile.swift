// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that is written beside its place and put there whole: nobody ever sees half of it, and a failure
/// leaves what was there before.
public struct OutputFile: ~Copyable {
    private static let pieceBytes = 1 << 20

    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isKept = false

    /// Creates the file under a temporary name in the same directory.
    public init(path: String) throws(Complaint) {
        self.path = path
        temporary = "\(path).\(getpid()).part"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SystemFailure.complaint("cannot write \(path)") }
    }

    deinit {
        close(descriptor)
        if !isKept { unlink(temporary) }
    }

    /// Adds bytes.
    public mutating func append(_ bytes: [UInt8]) throws(Complaint) {
        buffer += bytes
        if buffer.count >= Self.pieceBytes { try flush() }
    }

    /// Makes what was written durable and puts it in its place; with `isDurable` also that it is in its place, so that
    /// after a loss of power it is the new file that is there.
    public consuming func keep(isDurable: Bool = false) throws(Complaint) {
        try flush()
        guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
            throw SystemFailure.complaint("cannot write \(path)")
        }
        isKept = true
        guard isDurable else { return }
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        let directory = open(
            path.hasPrefix("/") ? parent + "/" : "./" + parent,
            O_RDONLY | O_DIRECTORY | O_CLOEXEC
        )
        guard directory >= 0 else { throw SystemFailure.complaint("cannot open the directory of \(path)") }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw SystemFailure.complaint("cannot write \(path)") }
    }

    private mutating func flush() throws(Complaint) {
        var rest = buffer[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw SystemFailure.complaint("cannot write \(path)")
            }
            rest = rest.dropFirst(written)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
