// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ledger
import TransparencyLog

/// A snapshot in a file: a header (see ``SnapshotHeader``) and the bytes of the state.
///
/// Not made durable: what a crash leaves half written has not the digest that its header says, or no header at all.
final class SnapshotFile: SnapshotSink, @unchecked Sendable {
    /// The bytes that are read at once to be hashed.
    private static let chunk = 1 << 20

    private let descriptor: CInt
    private let path: String
    private var running = RunningDigest()

    /// Opens a file to be read.
    init?(reading path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        self.path = path
        guard descriptor >= 0 else { return nil }
    }

    /// Makes a file to be written, which only its owner can read.
    init(writing path: String) throws(SnapshotFailure) {
        unlink(path)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        self.path = path
        guard descriptor >= 0, lseek(descriptor, off_t(SnapshotHeader.length), SEEK_SET) >= 0 else {
            throw Self.failure("make", path)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The digest of what has been written after the header.
    var digest: Digest { running.digest }

    func write(_ bytes: [UInt8]) throws(SnapshotFailure) {
        running.update(bytes[...])
        try put(bytes)
    }

    /// Writes the header, after all else.
    func finish(_ header: SnapshotHeader) throws(SnapshotFailure) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure("write", path) }
        try put(header.bytes)
    }

    /// The header, if it is one that this version writes.
    func header() -> SnapshotHeader? {
        var bytes = [UInt8](repeating: 0, count: SnapshotHeader.length)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return count == bytes.count ? SnapshotHeader(bytes) : nil
    }

    /// Whether what follows the header has this digest.
    ///
    /// Read and not mapped: what is mapped and touched counts as memory that the daemon takes.
    func has(_ digest: Digest) -> Bool {
        var running = RunningDigest()
        var bytes = [UInt8](repeating: 0, count: Self.chunk)
        var offset = off_t(SnapshotHeader.length)
        while true {
            let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, offset) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return false }
            if count == 0 { return running.digest == digest }
            running.update(bytes[..<count])
            offset += off_t(count)
        }
    }

    /// The state that follows the header, mapped for as long as it is used; the file may be deleted meanwhile.
    func state() throws(SnapshotFailure) -> State {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("map", path) }
        let length = Int(status.st_size)
        guard length > SnapshotHeader.length else { throw .cutShort }
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw Self.failure("map", path)
        }
        // Single values are read from here and there.
        madvise(start, length, MADV_RANDOM)
        nonisolated(unsafe) let mapped = start
        let bytes = UnsafeRawBufferPointer(start: start, count: length).dropFirst(SnapshotHeader.length)
        return try State(
            snapshot: FrozenBytes(UnsafeRawBufferPointer(rebasing: bytes)) { munmap(mapped, length) }
        )
    }

    private func put(_ bytes: [UInt8]) throws(SnapshotFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw Self.failure("write", path) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    private static func failure(_ verb: String, _ path: String) -> SnapshotFailure {
        .unwritable("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}

/// Only the digest of a snapshot that nobody keeps.
final class SnapshotDigest: SnapshotSink {
    private var running = RunningDigest()

    /// The digest of the state's snapshot.
    static func of(_ state: State) throws(SnapshotFailure) -> Digest {
        let sink = SnapshotDigest()
        try state.writeSnapshot(to: sink)
        return sink.running.digest
    }

    func write(_ bytes: [UInt8]) { running.update(bytes[...]) }
}
