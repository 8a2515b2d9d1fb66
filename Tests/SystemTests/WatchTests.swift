// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

/// Following a ledger while others record.
@Suite struct WatchTests {
    private func watch(_ daemon: Daemon, _ options: String...) throws -> Following {
        try Following(daemon.command(["watch"] + options, as: .office))
    }

    @Test("an entry is seen as soon as another client has recorded it", .timeLimit(.minutes(5)))
    func seen() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let following = try watch(daemon, "--from", "0")
            var lines = following.lines.makeAsyncIterator()
            for position in 0...Venture.founding.count {
                let line = try #require(await lines.next())
                #expect(line.hasPrefix("\(position) "), "\(line)")
            }
            for number in 1...3 {
                try await daemon.record([
                    entry("finding.recorded", "finding/", ["title": .string("Finding \(number)")])
                ])
                let line = try #require(await lines.next())
                #expect(line.contains("finding.recorded") && line.contains("Finding \(number)"), "\(line)")
            }
            // When the daemon ends, so does the series.
            await daemon.stop()
            #expect(await lines.next() == nil)
        }
    }

    @Test("as JSON each line is an entry, in order and without gaps", .timeLimit(.minutes(5)))
    func inOrder() async throws {
        try await Daemon.serve { daemon in
            let following = try watch(daemon, "--from", "0", "--json=short")
            async let recorded = {
                for number in 0..<50 {
                    let title = JSON.string("Finding \(number)")
                    try await daemon.record([entry("finding.recorded", "finding/", ["title": title])])
                }
            }()
            var lines = following.lines.makeAsyncIterator()
            for position in 0...50 {
                let line = try #require(await lines.next())
                #expect(try JSON(parsing: line).object?["position"] == .integer(Int64(position)))
            }
            try await recorded
            _ = await following.interrupt()
        }
    }
}
