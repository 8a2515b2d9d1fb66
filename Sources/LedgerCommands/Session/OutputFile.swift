// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that is written without a name, and put in its place whole: nobody ever sees half of it, a failure leaves what
/// was there before, and a program that is killed leaves nothing.
///
/// Where the file system has no files without a name, it has one beside its place that ends in `.part`; that one is
/// removed on a failure, but not when the program is killed.
public struct OutputFile: ~Copyable {
    private static let pieceBytes = 1 << 20
    /// `O_TMPFILE` of Linux's asm-generic/fcntl.h: a macro too involved to be imported.
    private static let unnamedFile: Int32 = 0o20_000_000 | O_DIRECTORY

    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private let isNamed: Bool
    private var buffer: [UInt8] = []
    /// How many bytes there are.
    public private(set) var count: UInt64 = 0
    private var isKept = false

    /// Creates the file in the directory of its place.
    public init(path: String) throws(Complaint) {
        self.path = path
        temporary = "\(path).\(getpid()).part"
        // It gets its name by way of /proc.
        let unnamed =
            access("/proc/self/fd", X_OK) == 0
            ? open(Self.directory(of: path), Self.unnamedFile | O_RDWR | O_CLOEXEC, 0o644) : -1
        isNamed = unnamed < 0
        descriptor =
            isNamed ? open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) : unnamed
        guard descriptor >= 0 else { throw SystemFailure.complaint("cannot write \(path)") }
    }

    deinit {
        close(descriptor)
        if !isKept, isNamed { unlink(temporary) }
    }

    /// Adds bytes.
    public mutating func append(_ bytes: [UInt8]) throws(Complaint) { try append(bytes[...]) }

    /// Adds bytes.
    public mutating func append(_ bytes: ArraySlice<UInt8>) throws(Complaint) {
        buffer += bytes
        count += UInt64(bytes.count)
        if buffer.count >= Self.pieceBytes { try flush() }
    }

    /// Writes bytes over those at a place that were added before.
    mutating func replace(at place: UInt64, _ bytes: [UInt8]) throws(Complaint) {
        try flush()
        let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, Int(place)) }
        guard written == bytes.count else { throw SystemFailure.complaint("cannot write \(path)") }
    }

    /// Reads back at most so many of the bytes from a place on.
    mutating func read(at place: UInt64, atMost count: Int) throws(Complaint) -> [UInt8] {
        try flush()
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, Int(place) + filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw SystemFailure.complaint("cannot read \(path)") }
            if got == 0 { break }
            filled += got
        }
        return filled == count ? bytes : Array(bytes[..<filled])
    }

    /// Makes what was written durable and puts it in its place; with `isDurable` also that it is in its place, so that
    /// after a loss of power it is the new file that is there.
    public consuming func keep(isDurable: Bool = false) throws(Complaint) {
        try flush()
        guard fsync(descriptor) == 0, isNamed || name(), rename(temporary, path) == 0 else {
            let complaint = SystemFailure.complaint("cannot write \(path)")
            unlink(temporary)
            throw complaint
        }
        isKept = true
        guard isDurable else { return }
        let directory = open(Self.directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw SystemFailure.complaint("cannot open the directory of \(path)") }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw SystemFailure.complaint("cannot write \(path)") }
    }

    /// Gives a file without a name one, beside its place: only a rename puts it where another may be.
    private func name() -> Bool {
        linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
    }

    private static func directory(of path: String) -> String {
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        return path.hasPrefix("/") ? parent + "/" : "./" + parent
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
