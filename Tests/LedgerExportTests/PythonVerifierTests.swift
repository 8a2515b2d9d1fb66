// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import LedgerExport
import Testing
import TransparencyLog

/// The verifier in Python, which shares no code with ours.
enum PythonVerifier {
    static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Verifier/jvledger_verify.py").path

    static let canRun = (try? run(["-c", "import cryptography"]))?.status == 0

    /// Runs the interpreter and gives how it ended and what it said.
    static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}

/// Holds the two verifiers against each other, on sound exports and on every kind of damage.
@Suite("The verifier in Python", .enabled(if: PythonVerifier.canRun, "python3 with cryptography"))
struct PythonVerifierTests {
    /// What is done to an export.
    enum Damage: String, CaseIterable {
        case none, byte, deleted, inserted, reordered, doubled, cut, emptied, otherChain, otherKey
        case signature, cosignature, noHashes, older, olderOther
    }

    private func witness() throws -> SignerKey {
        try SignerKey(
            name: try #require(KeyName("provide.example/w1")),
            algorithm: .cosignature,
            seed: Array(repeating: 9, count: SignerKey.seedBytes)
        )
    }

    /// An export of seven entries, cosigned by a witness.
    private func sample() throws -> SampleExport {
        var export = try SampleExport(count: 7)
        let note = try SignedNote(parsing: export.checkpoint)
        let opened = try VerifiedCheckpoint(opening: note, logs: [export.key])
        let cosignature = try Cosignature(
            signing: opened.checkpoint,
            at: 1_767_225_600,
            with: try witness()
        )
        export.checkpoint = try note.adding([cosignature.signature]).bytes
        return export
    }

    /// The export after the damage, the older checkpoint that goes with it, and the key that is believed.
    private func damaged(_ damage: Damage) throws -> (export: SampleExport, older: [UInt8]?, key: VerifierKey)
    {
        var export = try sample()
        var older: [UInt8]?
        var key = export.key
        switch damage {
        case .none: break
        case .byte: export.entries[export.entries.count / 2] ^= 1
        case .deleted: export.lines.remove(at: 3)
        case .inserted: export.lines.insert(Array("{}".utf8), at: 3)
        case .reordered: export.lines.swapAt(2, 3)
        case .doubled: export.lines.insert(export.lines[4], at: 4)
        case .cut: export.lines.removeLast()
        case .emptied: export.entries = []
        case .otherChain: export.entries = try SampleExport(count: 7, sealing: [2]).entries
        case .otherKey: key = try SampleExport.signer(8).verifierKey
        case .signature: export.checkpoint = try flipped(export.checkpoint, lineFromEnd: 2)
        case .cosignature: export.checkpoint = try flipped(export.checkpoint, lineFromEnd: 1)
        case .noHashes:
            export.hashes = nil
            export.lines.swapAt(2, 3)
        case .older: older = try SampleExport(count: 4).checkpoint
        case .olderOther: older = try SampleExport(count: 4, sealing: [1]).checkpoint
        }
        return (export, older, key)
    }

    /// Changes a signature that stays well formed.
    private func flipped(_ note: [UInt8], lineFromEnd: Int) throws -> [UInt8] {
        var lines = note.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        let index = lines.count - 1 - lineFromEnd
        let place = lines[index].count - 20
        lines[index][place] = lines[index][place] == 0x41 ? 0x42 : 0x41
        return Array(lines.joined(separator: [0x0A]))
    }

    @Test("says the same as ours, and names the same entry", arguments: Damage.allCases)
    func agrees(damage: Damage) throws {
        let (export, older, key) = try damaged(damage)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "export.jsonl").path
        try Data(export.entries).write(to: URL(filePath: file))
        try Data(export.checkpoint).write(to: URL(filePath: file + ".checkpoint"))
        if let hashes = export.hashes { try Data(hashes).write(to: URL(filePath: file + ".hashes")) }
        let witness = try witness().verifierKey
        var arguments = [PythonVerifier.script, file, "--json", "--key", key.text, "--key", witness.text]
        if let older {
            try Data(older).write(to: URL(filePath: file + ".older"))
            arguments += ["--since", file + ".older"]
        }
        let said = try PythonVerifier.run(arguments)
        let reply = try #require(try JSON(parsing: Array(said.output.utf8)).object, "\(said)")

        let verdict = ExportVerifier(keys: [key, witness]).verify(
            checkpoint: export.checkpoint,
            older: older,
            source: export
        )
        switch verdict {
        case .verified(let confirmation):
            #expect([.none, .older].contains(damage), "\(damage)")
            #expect(said.status == 0, "\(said)")
            #expect(reply["size"]?.integer == Int64(confirmation.size), "\(said)")
            #expect(reply["cosignedBy"] == ["provide.example/w1"], "\(said)")
        case .notVerified(let fault):
            #expect(![.none, .older].contains(damage), "\(fault)")
            #expect(said.status == 1, "\(said)")
            if case .entry(let position, _) = fault.place {
                #expect(reply["position"]?.integer == Int64(position), "\(damage): \(fault), \(said)")
            }
        }
    }

    @Test("a missing checkpoint is no verdict, and a key that is none is a mistake of the command line")
    func cannotTell() throws {
        let key = try SampleExport(count: 1).key.text
        #expect(try PythonVerifier.run([PythonVerifier.script, "/nonexistent", "--key", key]).status == 3)
        #expect(try PythonVerifier.run([PythonVerifier.script, "x", "--key", "/nonexistent"]).status == 2)
        #expect(try PythonVerifier.run([PythonVerifier.script, "x"]).status == 2)
    }
}
