// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// What a snapshot is of, and which version can read it.
///
/// The first ``length`` bytes of the file, UTF-8, a line each, filled up with line feeds:
///
///     jvledger-snapshot/1
///     writer = WHAT WROTE IT          see SnapshotFolder
///     size = NUMBER OF ENTRIES
///     root = ROOT OF THE TREE OVER THEM, in hexadecimal
///     digest = SHA-256 OF WHAT FOLLOWS, in hexadecimal
///
/// What follows is `State.writeSnapshot(to:)`. The root ties the snapshot to the entries it was made from: one of another
/// ledger, or of a history that was set back since, does not fit.
struct SnapshotHeader: Hashable, Sendable {
    /// The bytes of a header: a page, so that what follows can be mapped.
    static let length = 4096

    let writer: String
    let size: UInt64
    let root: Digest
    let digest: Digest

    /// The header as bytes.
    var bytes: [UInt8] {
        let text = """
            jvledger-snapshot/1
            writer = \(writer)
            size = \(size)
            root = \(root.hexadecimal)
            digest = \(digest.hexadecimal)

            """
        let bytes = [UInt8](text.utf8.prefix(Self.length))
        return bytes + [UInt8](repeating: UInt8(ascii: "\n"), count: Self.length - bytes.count)
    }

    init(writer: String, size: UInt64, root: Digest, digest: Digest) {
        self.writer = writer
        self.size = size
        self.root = root
        self.digest = digest
    }

    /// Reads a header; nil if it is none that this version writes.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard bytes.count == Self.length, lines.count == 5, lines[0] == "jvledger-snapshot/1",
            let writer = Self.value(lines[1], "writer"),
            let size = Self.value(lines[2], "size").flatMap({ UInt64($0) }),
            let root = Self.value(lines[3], "root").flatMap({ Digest(hexadecimal: String($0)) }),
            let digest = Self.value(lines[4], "digest").flatMap({ Digest(hexadecimal: String($0)) })
        else { return nil }
        self.init(writer: String(writer), size: size, root: root, digest: digest)
    }

    private static func value(_ line: Substring, _ name: String) -> Substring? {
        let start = name + " = "
        return line.hasPrefix(start) ? line.dropFirst(start.count) : nil
    }
}
