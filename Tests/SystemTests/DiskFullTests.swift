// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing
import Varlink

/// A ledger on a file system that is too small for it.
@Suite("A full disk", .timeLimit(.minutes(5)))
struct DiskFullTests {
    /// A file system of so many KiB at a directory, or nil where none may be mounted.
    private static func mount(_ path: String, kilobytes: Int) async throws -> Bool {
        let command = Command(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "none", path])
        return try await command.run().status == 0
    }

    private static func organisation(_ number: Int) -> JSON {
        let title = String(repeating: "x", count: 4000)
        return entry(
            "organisation.registered",
            "organisation/o\(number)",
            ["title": .string(title), "kind": "other"]
        )
    }

    @Test("Writes are refused, reads go on, and with space again writes go on by themselves", .severalUsers)
    func recovering() async throws {
        let daemon = try await Daemon(Policy.venture)
        let place = daemon.state
        let outside = daemon.directory.file("outside")
        try FileManager.default.moveItem(atPath: place, toPath: outside)
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        guard try await Self.mount(place, kilobytes: 4096) else {
            print("left out: no file system may be mounted here")
            return
        }
        do {
            try await fill(daemon, place, outside)
        } catch {
            await daemon.kill()
            _ = try await Command(["umount", place]).run()
            throw error
        }
        await daemon.kill()
        #expect(try await Command(["umount", place]).run().status == 0)
    }

    private func fill(_ daemon: Daemon, _ place: String, _ outside: String) async throws {
        #expect(try await Command(["cp", "-a", outside + "/.", place]).run().status == 0)
        let ballast = place + "/ballast"
        #expect(
            FileManager.default.createFile(atPath: ballast, contents: Data(repeating: 0, count: 2 << 20))
        )
        try await daemon.start()
        var count = 0
        var refusal: VarlinkError?
        while refusal == nil, count < 2000 {
            do {
                try await daemon.record([Self.organisation(count)])
                count += 1
            } catch let error as VarlinkError {
                refusal = error
            }
        }
        #expect(refusal?.name == "io.jvledger.Ledger.TryAgain")
        let before = try await daemon.call("io.jvledger.Admin.GetStatus")
        #expect(before["size"] == .integer(Int64(count + 1)))

        // A person is told what to do, with the status for "try again".
        let title = String(repeating: "x", count: 4000)
        let refused = try await daemon.jvctl(
            ["organisation", "add", "another", title, "--kind", "other"],
            as: .office
        )
        #expect(refused.status == 75)
        #expect(refused.errors.contains("the disk is full"))
        #expect(try await daemon.jvctl("organisation", "show", "o0", as: .reader).status == 0)
        #expect(try await daemon.jvctl("status").output.contains("disk is full"))

        try FileManager.default.removeItem(atPath: ballast)
        try await daemon.record([Self.organisation(count)])
        let after = try await daemon.call("io.jvledger.Admin.GetStatus")
        #expect(after["size"] == .integer(Int64(count + 2)))
        #expect(try await daemon.call("io.jvledger.Admin.Verify")["ok"] == true)
        #expect(try await !daemon.jvctl("status").output.contains("disk is full"))
    }
}
