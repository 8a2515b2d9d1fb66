// SPDX-License-Identifier: Apache-2.0
import Glibc
import LedgerCommands
import LedgerExport
import Testing
import TransparencyLog

/// Verification of real files.
struct OfflineTests {
    /// Writes an export of a few entries, runs the body, and leaves nothing behind.
    private func withExport(_ body: (_ path: String, _ key: String) throws -> Void) throws {
        var template = Array("/tmp/jvctl-tests-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        let directory = String(cString: made)
        let name = try #require(KeyName("example"))
        let signer = try SignerKey(name: name, algorithm: .ed25519, seed: [UInt8](repeating: 1, count: 32))
        let paths = ExportPaths(entries: directory + "/export.jsonl")
        defer {
            for path in [paths.entries, paths.checkpoint, paths.hashes, directory + "/key"] { unlink(path) }
            rmdir(directory)
        }
        var export = ExportEntries()
        var range = CompactRange()
        var entries = try OutputFile(path: paths.entries)
        var hashes = try OutputFile(path: paths.hashes)
        for position in 0..<5 {
            let text = #"{"id":"entry-\#(position)"}"#
            let lines = try export.append(position: UInt64(position), text: text)
            try entries.append(lines.line)
            try hashes.append(LeafHashList.line(lines.hash))
            range.append(Merkle.leafHash(Array(text.utf8)))
        }
        try entries.keep()
        try hashes.keep()
        try write(
            Checkpoint(origin: name, size: 5, root: range.root).signed(with: signer).bytes,
            paths.checkpoint
        )
        try write(Array("# the key\n\(signer.verifierKey.text)\n".utf8), directory + "/key")
        try body(paths.entries, signer.verifierKey.text)
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        var file = try OutputFile(path: path)
        try file.append(bytes)
        try file.keep()
    }

    private func verdict(_ path: String, _ key: String) throws -> Verdict {
        try OfflineVerification(file: path, keys: [key], checkpoint: nil, since: nil).verdict()
    }

    @Test("An export on disk verifies with the key, or with a file that holds it")
    func verified() throws {
        try withExport { path, key in
            for given in [key, path.replacing("export.jsonl", with: "key")] {
                let lines = try verdict(path, given).lines
                #expect(lines[0].hasPrefix("VERIFIED   5 entries"))
            }
        }
    }

    @Test("A damaged file is not verified, and the entry is named")
    func damaged() throws {
        try withExport { path, key in
            let lines = (0..<5).map { #"{"id":"entry-\#($0 == 3 ? 9 : $0)"}"# + "\n" }
            try write(Array(lines.joined().utf8), path)
            #expect(try verdict(path, key).lines == ["NOT VERIFIED  entry 3: not the bytes that were signed"])
        }
    }

    @Test("Without its checkpoint, or without the file, nothing can be told")
    func cannotTell() throws {
        try withExport { path, key in
            unlink(path + ".checkpoint")
            let missing = #expect(throws: Complaint.self) { try verdict(path, key) }
            #expect(missing?.status == .cannotTell)
            #expect(missing?.lines[0].hasPrefix("Cannot tell: cannot open") == true)
        }
        let absent = #expect(throws: Complaint.self) {
            try withExport { _, key in _ = try verdict("/nonexistent/export", key) }
        }
        #expect(absent?.status == .cannotTell)
    }

    @Test(
        "What is no key is a usage error",
        arguments: ["nonsense", "/nonexistent", "example+00000000+AAAA"]
    )
    func noKey(key: String) {
        let complaint = #expect(throws: Complaint.self) { try verdict("/dev/null", key) }
        #expect(complaint?.status == .usage)
    }

    @Test("A file that is not kept leaves what was there before, and nothing beside it")
    func abandoned() throws {
        try withExport { path, _ in
            let before = try InputFile(path: path).readAll(limit: 1 << 20)
            do {
                var file = try OutputFile(path: path)
                try file.append(Array("half".utf8))
            }
            #expect(try InputFile(path: path).readAll(limit: 1 << 20) == before)
            #expect(access("\(path).\(getpid()).part", F_OK) != 0)
        }
    }

    @Test("A file longer than the limit is refused")
    func limited() throws {
        try withExport { path, _ in
            let complaint = #expect(throws: Complaint.self) { try InputFile(path: path).readAll(limit: 10) }
            #expect(complaint?.status == .refused)
        }
    }
}
