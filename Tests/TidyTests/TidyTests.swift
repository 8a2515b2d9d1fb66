// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The house rules that a compiler does not check, held to the source itself.
@Suite("The source is tidy")
struct TidyTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What each target may import; the package manager checks packages, not the modules of the toolchain.
    private static let imports: [String: Set<String>] = [
        "CanonicalJSON": [],
        "Ledger": ["CanonicalJSON", "HashTreeCollections", "Synchronization"],
        "TransparencyLog": ["CanonicalJSON", "Crypto"],
        "Varlink": ["CanonicalJSON", "Glibc", "NIOCore", "NIOPosix", "Synchronization"],
        "LedgerStore": ["GRDB", "GRDBSQLite", "Glibc", "Synchronization", "TransparencyLog"],
        "LedgerAPI": [],
        "LedgerExport": ["CanonicalJSON", "Glibc", "Ledger", "Mustache", "TransparencyLog"],
    ]

    private static func files(below path: String) throws -> [URL] {
        let folder = root.appending(path: path)
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try #require(found).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    private static func lines(of file: URL) throws -> [Substring] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test("A target imports only what it may", arguments: imports.keys.sorted())
    func importsAreAllowed(target: String) throws {
        let allowed = try #require(Self.imports[target])
        let files = try Self.files(below: "Sources/\(target)")
        #expect(!files.isEmpty)
        for file in files {
            for line in try Self.lines(of: file) {
                let words = line.split(separator: " ").drop {
                    ["public", "internal", "package"].contains($0)
                }
                guard words.first == "import", let module = words.last else { continue }
                let isAllowed = allowed.contains(String(module.prefix { $0 != "." }))
                #expect(isAllowed, "\(file.lastPathComponent): \(line)")
            }
        }
    }

    @Test(
        "No file is longer than 400 lines, and each begins with its licence",
        arguments: ["Sources", "Tests"]
    )
    func filesAreShort(folder: String) throws {
        for file in try Self.files(below: folder) {
            let lines = try Self.lines(of: file)
            #expect(lines.count <= 401, "\(file.lastPathComponent) has \(lines.count) lines")
            #expect(lines.first == "// SPDX-License-Identifier: Apache-2.0", "\(file.lastPathComponent)")
        }
    }

    @Test("Nothing is forced, unchecked or left for later in the sources")
    func nothingIsForced() throws {
        let banned = ["try" + "!", "as" + "!", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME"]
        for file in try Self.files(below: "Sources") {
            for line in try Self.lines(of: file) {
                for word in banned { #expect(!line.contains(word), "\(file.lastPathComponent): \(line)") }
            }
        }
    }
}
