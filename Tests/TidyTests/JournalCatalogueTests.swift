// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What `journalctl -x` shows is held to what the daemon logs.
@Suite("Every message of the daemon is explained")
struct JournalCatalogueTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The entries by their ids: their header and what they say.
    private static func entries() throws -> [(id: String, text: Substring)] {
        let catalogue = try text(of: "systemd/jvledger.catalog")
        return catalogue.components(separatedBy: "\n-- ").dropFirst().map { entry in
            (String(entry.prefix { $0 != "\n" }), entry.drop { $0 != "\n" })
        }
    }

    @Test("The catalogue has an entry for each message id, and for no other")
    func everyMessageIsThere() throws {
        let source = try Self.text(of: "Sources/jvledgerd/LedgerLog.swift")
        let logged = source.matches(of: #/case \w+ = "([0-9a-f]{32})"/#).map { String($0.output.1) }
        #expect(logged.count > 20)
        #expect(try Self.entries().map(\.id) == logged.sorted())
    }

    @Test("An entry has a subject, and says what to do or that nothing has to be done")
    func everyMessageIsExplained() throws {
        for (id, text) in try Self.entries() {
            let parts = text.components(separatedBy: "\n\n")
            #expect(parts[0].contains("\nSubject: "), "\(id)")
            #expect(parts[0].contains("\nDefined-By: jvledger"), "\(id)")
            let isExplained =
                parts.count > 2
                && parts.contains { $0.hasPrefix("    ") || $0.hasPrefix("Nothing has to be done") }
            #expect(isExplained, "\(id)")
        }
    }
}
