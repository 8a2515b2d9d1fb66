// SPDX-License-Identifier: Apache-2.0
import Glibc
public import TransparencyLog

/// Why a backup on disk cannot be used.
public enum BackupFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A directory or a file cannot be read, and the error number.
    case unreadable(path: String, errno: Int32)
    /// A file is not as it was written.
    case unsound(path: String, BackupFault)
    /// There is nothing to restore from.
    case empty(path: String)

    public var description: String {
        switch self {
        case .unreadable(let path, let errno): "cannot read \(path): \(String(cString: strerror(errno)))"
        case .unsound(let path, let fault): "\(path): \(fault)"
        case .empty(let path): "\(path) has no backup"
        }
    }
}

/// The files of a backup in a directory, `000001.backup` and so on, each of which continues the one before.
public struct BackupChain: Sendable {
    private static let suffix = ".backup"
    private static let digits = 6

    /// The directory.
    public let directory: String
    /// The names of its files, in their order.
    public let files: [String]

    /// Lists a directory; one that is not there is empty.
    public init(directory: String) throws(BackupFailure) {
        self.directory = directory
        files = try Self.names(in: directory).filter { name in
            name.hasSuffix(Self.suffix) && name.utf8.count == Self.digits + Self.suffix.utf8.count
                && name.utf8.prefix(Self.digits).allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// The path that the next file gets.
    public var next: String {
        let number = "\((files.last.flatMap { Int($0.prefix(Self.digits)) } ?? 0) + 1)"
        let zeros = String(repeating: "0", count: max(0, Self.digits - number.utf8.count))
        return "\(directory)/\(zeros)\(number)\(Self.suffix)"
    }

    /// The directories of backups in a directory, the oldest first: their names begin with the date.
    public static func chains(in directory: String) throws(BackupFailure) -> [String] {
        try names(in: directory).filter { $0.utf8.first.map { (0x30...0x39).contains($0) } == true }
            .filter { !$0.hasSuffix(suffix) }.map { "\(directory)/\($0)" }
    }

    /// Reads all files, proves them against the key of the ledger, and hands over what they have.
    ///
    /// Returns what was read, with its size and root.
    public func read(
        key: VerifierKey,
        _ body: (BackupReader.Finding) throws -> Void = { _ in }
    ) throws -> BackupReader {
        var reader = BackupReader(key: key)
        for file in files { try Self.read("\(directory)/\(file)", &reader, body) }
        return reader
    }

    private static func read(
        _ path: String,
        _ reader: inout BackupReader,
        _ body: (BackupReader.Finding) throws -> Void
    ) throws {
        guard let file = fopen(path, "re") else {
            throw BackupFailure.unreadable(path: path, errno: errno)
        }
        defer { fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(line) }
        while true {
            let count = getline(&line, &room, file)
            guard count > 0, let line else { break }
            let bytes = UnsafeRawBufferPointer(start: line, count: count)
            let finding: BackupReader.Finding?
            do throws(BackupFault) {
                guard bytes.last == 0x0A, count <= BackupLine.maximumBytes else { throw .unfinished }
                finding = try reader.read([UInt8](bytes.dropLast()))
            } catch { throw BackupFailure.unsound(path: path, error) }
            if let finding { try body(finding) }
        }
        guard ferror(file) == 0 else { throw BackupFailure.unreadable(path: path, errno: EIO) }
        do { try reader.endFile() } catch { throw BackupFailure.unsound(path: path, error) }
    }

    private static func names(in directory: String) throws(BackupFailure) -> [String] {
        guard let listing = opendir(directory) else {
            guard errno == ENOENT else { throw .unreadable(path: directory, errno: errno) }
            return []
        }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
