// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Small files, read and written whole.
enum TextFile {
    /// The most bytes that are read.
    static let byteLimit = 1 << 20

    /// What is wrong with a file, in words.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let errno: Int32
        var isMissing: Bool { errno == ENOENT }
        var description: String { "\(path): \(String(cString: strerror(errno)))" }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The text of a file.
    static func read(_ path: String) throws(Unreadable) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(path: path, errno: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw Unreadable(path: path, errno: errno) }
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
            guard bytes.count <= byteLimit else { throw Unreadable(path: path, errno: EFBIG) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a new file, durably; an existing one is never touched.
    static func create(_ path: String, mode: mode_t, _ text: String) throws(Unreadable) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Unreadable(path: path, errno: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw Unreadable(path: path, errno: errno)
        }
        try synchronizeDirectory(of: path)
    }

    /// Makes the name of a file durable.
    private static func synchronizeDirectory(of path: String) throws(Unreadable) {
        let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(path: parent, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Unreadable(path: parent, errno: errno) }
    }

    /// Makes a directory and those above it.
    static func makeDirectory(_ path: String, mode: mode_t) throws(Unreadable) {
        if exists(path) { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeDirectory(String(path[..<slash]), mode: 0o755)
        }
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw Unreadable(path: path, errno: errno) }
    }
}
