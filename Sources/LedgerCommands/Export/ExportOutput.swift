// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Where an export goes: into a file that is put in place whole, or to standard output.
final class ExportOutput {
    private var file: OutputFile?
    private let isFile: Bool

    /// Begins; nil is standard output. A file that exists is only replaced when that was asked for.
    init(_ path: String?, replaces: Bool) throws(Complaint) {
        isFile = path != nil
        guard let path else { return }
        guard replaces || access(path, F_OK) != 0 else {
            throw .usage("\(path) exists; --force replaces it")
        }
        file = try OutputFile(path: path)
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(Complaint) {
        guard isFile else { return Console.write(bytes) }
        try file?.append(bytes)
    }

    /// Adds a text.
    func write(_ text: String) throws(Complaint) { try write(Array(text.utf8)) }

    /// Puts the file in its place.
    func keep() throws(Complaint) { try file.take()?.keep() }
}
