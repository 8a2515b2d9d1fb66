// SPDX-License-Identifier: Apache-2.0
import Glibc
import TransparencyLog

/// What a file to import is written in.
public enum ImportFormat: String, CaseIterable, Sendable {
    /// A table with headings, as comma-separated values.
    case csv
    /// Decision records in Markdown.
    case madr
    /// Entries, one a line.
    case jsonl

    /// What the name of a file says that it is in: entries, unless it ends in `.csv`, `.md` or `.markdown`, or is a
    /// folder.
    public init(path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".csv") {
            self = .csv
        } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") || Folder.names(in: path) != nil {
            self = .madr
        } else {
            self = .jsonl
        }
    }
}

extension RecordFile {
    /// The most files that are imported together.
    public static let maximumFiles = 2_000

    /// Reads decision records: those named, and those in folders that are named, by name.
    ///
    /// A file of a folder that is no decision record, such as a template or a list, is passed over.
    ///
    /// - Throws: A complaint that names the file.
    public static func read(_ paths: [String]) throws(Complaint) -> [RecordFile] {
        var files: [RecordFile] = []
        for path in paths {
            if let names = Folder.names(in: path) {
                for name in names where name.lowercased().hasSuffix(".md") {
                    let file = try read(path: "\(path)/\(name)", name)
                    if file.record.isRecord { files.append(file) }
                }
            } else {
                files.append(try read(path: path, path.split(separator: "/").last.map { String($0) } ?? path))
            }
        }
        guard files.count <= maximumFiles else { throw .invalid("there are more than \(maximumFiles) files") }
        guard !files.isEmpty else {
            throw .invalid("there are no decision records in \(paths.joined(separator: ", "))")
        }
        var names: Set<String> = []
        for file in files where !names.insert(file.name).inserted {
            throw .invalid("two files are called \(file.name)")
        }
        return files
    }

    private static func read(path: String, _ name: String) throws(Complaint) -> RecordFile {
        let bytes = try InputFile(path: path).readAll(limit: DecisionRecord.maximumBytes)
        do {
            let record = try DecisionRecord(bytes)
            return RecordFile(name: name, digest: Digest.sha256(bytes).hexadecimal, record: record)
        } catch {
            throw .invalid("\(path): \(error.message)")
        }
    }
}

/// A folder of files.
enum Folder {
    /// The names of what is in it, ascending; nil for what is no folder.
    static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
