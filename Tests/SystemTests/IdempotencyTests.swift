// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

/// The same id: once for ever, for the same content, by the same user.
@Suite struct IdempotencyTests {
    private func finding(_ text: String, id: String = "finding-1") -> JSON {
        entry("finding.recorded", "finding/", ["title": .string(text)], occurred: nil, ["id": .string(id)])
    }

    @Test("the same entry returns the same receipt, over a restart and a kill", .timeLimit(.minutes(5)))
    func repeated() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            var receipt = try #require(try await daemon.record([finding("One")]).first)
            #expect(receipt["repeated"] == false)
            receipt["repeated"] = true
            #expect(try await daemon.record([finding("One")]) == [receipt])
            #expect(await daemon.stop() == 0)
            try await daemon.start()
            #expect(try await daemon.record([finding("One")]) == [receipt])
            await daemon.kill()
            try await daemon.start()
            #expect(try await daemon.record([finding("One")]) == [receipt])
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 9)
        }
    }

    @Test("other content under the same id is refused", .timeLimit(.minutes(5)))
    func otherContent() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding + [finding("One")])
            let error = await #expect(throws: VarlinkError.self) { try await daemon.record([finding("Two")]) }
            #expect(error?.name == "io.jvledger.Ledger.IdConflict")
            #expect(error?.parameters["position"] == 8)
            // All or none: what was new beside it is not recorded either.
            await #expect(throws: VarlinkError.self) {
                try await daemon.record([finding("Three", id: "finding-2"), finding("Two")])
            }
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 9)
            let typed = try await daemon.jvctl(
                "record",
                "finding.recorded",
                "finding/",
                "title=Two",
                "--id",
                "finding-1",
                as: .office
            )
            #expect(typed.status == 65, "\(typed)")
            #expect(typed.errors.contains("finding-1 was used with other content"), "\(typed)")
        }
    }

    @Test("another user's entry under the same id is refused", .severalUsers, .timeLimit(.minutes(5)))
    func otherUser() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding + [finding("One")])
            let error = await #expect(throws: VarlinkError.self) {
                try await daemon.record([finding("One")], as: .provide)
            }
            #expect(error?.name == "io.jvledger.Ledger.IdConflict")
            #expect(error?.parameters["message"]?.text?.contains("by another user") == true)
        }
    }

    @Test("a dry run records nothing and says what would be", .timeLimit(.minutes(5)))
    func dryRun() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let would = try await daemon.record([finding("One")], dryRun: true)
            #expect(would.first?["position"] == 8)
            #expect(would.first?["repeated"] == false)
            await #expect(throws: VarlinkError.self) {
                try await daemon.record([entry("finding.recorded", "finding/", [:])], dryRun: true)
            }
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 8)
            // Neither its id nor its key is taken.
            let other = try await daemon.record([finding("Two")])
            #expect(other.first?["position"] == 8)
            #expect(other.first?.text("subject") == would.first?.text("subject"))
        }
    }
}
