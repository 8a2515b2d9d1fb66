// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// An open file, closed when it goes out of use.
struct File: ~Copyable {
    /// Who may read and write a new file: its owner, as it holds personal data.
    private static let mode: mode_t = 0o600

    private let descriptor: CInt
    private let path: String

    /// Opens or creates a file.
    init(_ path: String, flags: CInt) throws(StoreFailure) {
        let descriptor = open(path, flags | O_CLOEXEC, Self.mode)
        guard descriptor >= 0 else { throw .system("open", path) }
        self.descriptor = descriptor
        self.path = path
        if flags & O_CREAT != 0 { giveToOwnerOfDirectory() }
    }

    /// Opens or creates a file; nil if that fails with one expected error, such as `ENOENT`.
    init?(_ path: String, flags: CInt, unless expected: CInt) throws(StoreFailure) {
        let descriptor = open(path, flags | O_CLOEXEC, Self.mode)
        if descriptor < 0 && errno == expected { return nil }
        guard descriptor >= 0 else { throw .system("open", path) }
        self.descriptor = descriptor
        self.path = path
        if flags & O_CREAT != 0 { giveToOwnerOfDirectory() }
    }

    /// Gives what root makes to the user whose ledger it is, who must be able to read it.
    ///
    /// SQLite does the same with the files it puts beside a database.
    private func giveToOwnerOfDirectory() {
        guard geteuid() == 0, let slash = path.lastIndex(of: "/") else { return }
        var directory = stat()
        guard stat(String(path[...slash]), &directory) == 0 else { return }
        _ = fchown(descriptor, directory.st_uid, directory.st_gid)
    }

    deinit { close(descriptor) }

    /// Writes all bytes, in as many steps as it takes.
    func write(_ bytes: [UInt8]) throws(StoreFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw .system("write", path) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Reads from the start, at most `limit` bytes.
    func read(limit: Int) throws(StoreFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: limit)
        while bytes.count < limit {
            let wanted = limit - bytes.count
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, wanted) }
            if count == 0 { break }
            guard count > 0 || errno == EINTR else { throw .system("read", path) }
            bytes += chunk.prefix(max(count, 0))
        }
        return bytes
    }

    /// Waits until content and length are on the disk.
    func synchronize() throws(StoreFailure) {
        guard fsync(descriptor) == 0 else { throw .system("fsync", path) }
    }

    /// Takes the exclusive lock that lasts until the file is closed; false if someone else has it.
    func lock() throws(StoreFailure) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw .system("flock", path) }
        return false
    }

    /// Makes the names in a directory durable.
    static func synchronize(directory: String) throws(StoreFailure) {
        try File(directory, flags: O_RDONLY | O_DIRECTORY).synchronize()
    }

    /// The length of a file; nil if it does not exist.
    static func length(of path: String) throws(StoreFailure) -> UInt64? {
        var status = stat()
        if stat(path, &status) == 0 { return UInt64(status.st_size) }
        guard errno == ENOENT else { throw .system("stat", path) }
        return nil
    }
}

extension StoreFailure {
    /// A system call that failed, with the reason in `errno`.
    static func system(_ call: String, _ path: String) -> StoreFailure {
        let number = errno
        if number == ENOSPC || number == EDQUOT { return .full }
        return .failed("\(call) \(path): \(String(cString: strerror(number)))")
    }
}
