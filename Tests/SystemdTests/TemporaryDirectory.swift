// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// A new directory with a path short enough for a socket, deleted with its files at the end.
final class TemporaryDirectory {
    let path: String

    init() throws {
        var template = Array("/tmp/systemd-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    deinit {
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { unlink(file(name)) }
            }
            closedir(stream)
        }
        rmdir(path)
    }
}

/// A descriptor that is closed at the end.
final class Descriptor {
    let number: Int32

    init(_ number: Int32) throws {
        try #require(number >= 0)
        self.number = number
    }

    deinit { close(number) }
}

/// Both ends of a pipe.
func makePipe() throws -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    return try (Descriptor(ends[0]), Descriptor(ends[1]))
}

/// What one read gives, as text.
func readText(from descriptor: Descriptor, atMost limit: Int = 65_536) -> String {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = read(descriptor.number, &bytes, limit)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}
