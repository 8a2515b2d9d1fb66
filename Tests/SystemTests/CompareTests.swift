// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What a partner's copy and the ledger have in common.
@Suite struct CompareTests {
    @Test(
        "a copy is the same, the first part of more, or of a ledger that was set back",
        .timeLimit(.minutes(2))
    )
    func compare() async throws {
        try await Daemon.serve { daemon in
            func copy(_ name: String) async throws -> String {
                let note = try await daemon.jvctl("checkpoint")
                return try daemon.directory.write(name, note.output)
            }
            let first = try await copy("first.checkpoint")
            let same = try await daemon.jvctl("compare", first)
            #expect(same.status == 0, "\(same)")
            #expect(same.output.hasPrefix("SAME"), "\(same)")

            try await daemon.record(Venture.founding)
            let longer = try await daemon.jvctl("compare", first)
            #expect(longer.output.contains("7 more"), "\(longer)")
            let second = try await copy("second.checkpoint")

            try await Daemon.serve { other in
                let strange = try await other.jvctl("compare", second)
                #expect(strange.status == 3, "\(strange)")
                #expect(strange.errors.contains("no checkpoint that this ledger's key signed"), "\(strange)")
            }
            let torn = try daemon.directory.write("torn.checkpoint", "not a note\n")
            #expect(try await daemon.jvctl("compare", torn).status == 3)
        }
    }
}
