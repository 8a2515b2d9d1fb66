// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ledger
import TransparencyLog

/// A snapshot in a file: a header (see ``SnapshotHeader``) and the bytes of the state.
///
/// It is written by one thread, and any may read it once it has its header: nothing is changed from then on, which the
/// compiler cannot see (`@unchecked`). What a crash leaves half written has not the
/// digest that its header says, or no header at all.
final class SnapshotFile: SnapshotSink, @unchecked Sendable {
    /// The bytes that are read at once to be hashed.
    private static let chunk = 1 << 20

    private let descriptor: CInt
    private let path: String
    private var running = RunningDigest()

    /// Opens a file to be read.
    init(reading path: String) throws(SnapshotFailure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        self.path = path
        guard descriptor >= 0 else { throw Self.failure("open", path) }
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

    /// Writes the header, after all else, and makes the file durable: the state in service is read from it, and what
    /// the disk did not take must not come to light then.
    func finish(_ header: SnapshotHeader) throws(SnapshotFailure) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure("write", path) }
        try put(header.bytes)
        guard fdatasync(descriptor) == 0 else { throw Self.failure("write", path) }
    }

    /// The header; nil if it is none that this version writes.
    func header() throws(SnapshotFailure) -> SnapshotHeader? {
        SnapshotHeader(try read(SnapshotHeader.length, at: 0))
    }

    /// Whether what follows the header has this digest.
    ///
    /// Read and not mapped: what is mapped and touched counts as memory that the daemon takes.
    func has(_ digest: Digest) throws(SnapshotFailure) -> Bool {
        var running = RunningDigest()
        var offset = SnapshotHeader.length
        while true {
            let bytes = try read(Self.chunk, at: offset)
            guard !bytes.isEmpty else { return running.digest == digest }
            running.update(bytes[...])
            offset += bytes.count
        }
    }

    /// At most so many bytes, and none at the end.
    private func read(_ length: Int, at offset: Int) throws(SnapshotFailure) -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
                count = pread(descriptor, buffer.baseAddress, length, off_t(offset))
                filled = max(count, 0)
            }
            if count >= 0 { return bytes }
            guard errno == EINTR else { throw Self.failure("read", path) }
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
        // Only given back, by the last who had it.
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
        .inaccessible("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
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
