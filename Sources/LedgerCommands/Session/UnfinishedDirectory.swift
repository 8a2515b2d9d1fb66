// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A directory that is written beside its place and put there whole; what is not finished is removed.
final class UnfinishedDirectory {
    private static let mode: mode_t = 0o755

    private let path: String
    private let temporary: String
    private var directories: [String] = []
    private var known: Set<String> = []
    private var files: [String] = []
    private var isKept = false

    /// Begins a directory; nothing is created before something is written into it.
    init(for path: String) {
        self.path = path.last == "/" ? String(path.dropLast()) : path
        temporary = "\(self.path).\(getpid()).part"
    }

    deinit {
        guard !isKept else { return }
        for file in files { unlink(file) }
        for directory in directories.reversed() { rmdir(directory) }
    }

    /// Writes a file, and makes the directories that lead to it.
    func write(_ name: String, _ bytes: [UInt8]) throws(Complaint) {
        var directory = temporary
        try make(directory)
        for part in name.split(separator: "/").dropLast() {
            directory += "/\(part)"
            try make(directory)
        }
        let file = "\(temporary)/\(name)"
        var output = try OutputFile(path: file)
        try output.append(bytes)
        try output.keep()
        files.append(file)
    }

    /// Puts the directory in its place.
    func keep() throws(Complaint) {
        guard rename(temporary, path) == 0 else { throw SystemFailure.complaint("cannot write \(path)") }
        isKept = true
    }

    private func make(_ directory: String) throws(Complaint) {
        guard known.insert(directory).inserted else { return }
        guard mkdir(directory, Self.mode) == 0 else {
            throw SystemFailure.complaint("cannot write \(path)")
        }
        directories.append(directory)
    }
}
