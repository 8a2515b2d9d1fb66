// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Every rule of the domain has a test that is named after its number.
@Suite("Every rule of the domain has a test")
struct RuleCoverageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The rules that concern the domain and not the log, with those of what is personal.
    private static let domain = [11, 12] + Array(14...98) + [102]

    @Test("A test is named after each rule of erasure, each from 14 to 98, and 102")
    func everyRuleIsTested() throws {
        let folder = Self.root.appending(path: "Tests")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var tested: Set<Int> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            tested.formUnion(text.matches(of: #/"Rule (\d+): /#).compactMap { Int($0.output.1) })
        }
        let missing = Self.domain.filter { !tested.contains($0) }
        #expect(missing == [])
    }
}
