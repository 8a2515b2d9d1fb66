// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The version is said in several places, which one release changes together.
@Suite("The version is the same everywhere")
struct VersionTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func version(in path: String, _ pattern: Regex<(Substring, Substring)>) throws -> String {
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return String(try #require(text.firstMatch(of: pattern), "\(path)").output.1)
    }

    @Test("The daemon, the command line, the package and the README agree")
    func versionsAgree() throws {
        let daemon = try Self.version(
            in: "Sources/jvledgerd/Jvledgerd.swift",
            #/let version = "([0-9.]+)"/#
        )
        #expect(try Self.version(in: "Sources/jvctl/Jvctl.swift", #/version: "jvctl ([0-9.]+)"/#) == daemon)
        #expect(try Self.version(in: "debian/changelog", #/^jvledger \(([0-9.]+)\)/#) == daemon)
        #expect(try Self.version(in: "README.md", #/jvledger_([0-9.]+)_amd64\.deb/#) == daemon)
    }
}
