// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import LedgerExport
import Testing
import TransparencyLog

/// Holds the verifier in Python, which shares no code with ours, against the same packs.
@Suite("The verifier in Python, of packs", .enabled(if: PythonVerifier.canRun, "python3 with cryptography"))
struct PackPythonVerifierTests {
    /// What it says of a pack: how it ended, and its answer in JSON.
    private func judge(
        _ bytes: [UInt8],
        older: [UInt8]? = nil,
        _ more: [String] = []
    ) throws -> (status: Int32, answer: JSONObject) {
        let file = FileManager.default.temporaryDirectory.appending(path: "jvl-\(UUID().uuidString).tar")
        let note = file.appendingPathExtension("older")
        defer { for each in [file, note] { try? FileManager.default.removeItem(at: each) } }
        try Data(bytes).write(to: file)
        var arguments = [PythonVerifier.script, file.path, "--json"] + more
        for key in PackVerifierTests.believed { arguments += ["--key", key.text] }
        if let older {
            try Data(older).write(to: note)
            arguments += ["--since", note.path]
        }
        let outcome = try PythonVerifier.run(arguments)
        let answer = (try? JSON(parsing: outcome.output))?.object
        if answer == nil, outcome.status != 3 { Issue.record("\(outcome)") }
        return (outcome.status, answer ?? JSONObject())
    }

    @Test(
        "Sound packs verify, and only the whole is complete",
        arguments: [Tampering.Base.whole, .dossier, .range]
    )
    func sound(base: Tampering.Base) throws {
        let pack = try Tampering.sound(base)
        let (status, answer) = try judge(pack.bytes(), older: pack.checkpoint(size: 257))
        #expect(status == 0 && answer["verified"] == true && answer["recorded"] == true)
        #expect(answer["complete"] == .bool(base == .whole))
        #expect(answer["cosignedBy"] == ["provide.example/w1"])
        #expect(answer["since"] == 257 && answer["previous"] == 7 && answer["entry"] == 301)
        guard
            case .verified(let found) = try PackVerifier(keys: PackVerifierTests.believed)
                .verify(PackFile(pack.bytes()))
        else { return }
        let sealed = answer["sealed"]?.object
        #expect(sealed?["intact"] == .integer(Int64(found.sealed.intact)))
        #expect(sealed?["erased"] == .integer(Int64(found.sealed.erased)))
        #expect(sealed?["withheld"] == .integer(Int64(found.sealed.withheld)))
    }

    @Test("What was seen before must be the beginning", arguments: [Tampering.Base.whole, .dossier])
    func older(base: Tampering.Base) throws {
        for other in try PackCase.beside(Tampering.sound(base)) {
            let (status, answer) = try judge(other.pack, older: other.older)
            #expect(status == 1)
            #expect(answer["position"]?.integer.map { UInt64($0) } == other.fault?.position, "\(answer)")
            #expect(answer["fault"]?.text?.contains(try #require(other.fault).words) == true, "\(answer)")
        }
    }

    @Test("A dossier without its last entry is not called complete")
    func dossier() throws {
        var pack = try Tampering.sound(.dossier)
        pack.positions?.removeLast()
        let (status, answer) = try judge(pack.bytes())
        #expect(status == 0 && answer["complete"] == false)
    }

    @Test("A pack that is not recorded cannot be told of, unless that is accepted")
    func unrecorded() throws {
        var pack = try Tampering.sound(.whole)
        pack.isRecorded = false
        #expect(try judge(pack.bytes()).status == 3)
        let (status, answer) = try judge(pack.bytes(), ["--unrecorded"])
        #expect(status == 0 && answer["recorded"] == false)
    }

    @Test("It finds whatever is done to a pack, and names the same entry", arguments: Tampering.all)
    func tampered(tampering: Tampering) throws {
        let (status, answer) = try judge(tampering.pack().bytes())
        #expect(status == 1 && answer["verified"] == false && answer["complete"] == false)
        #expect(answer["position"]?.integer.map { UInt64($0) } == tampering.position, "\(answer)")
        #expect(answer["fault"]?.text?.contains(tampering.words) == true, "\(answer)")
        let missing = answer["sealed"]?.object?["missing"]?.integer.map { UInt64($0) }
        #expect(tampering.missing == nil || missing == tampering.missing, "\(answer)")
    }

    @Test("Flipped bits and cut ends are found, and never end it in another way", arguments: 0..<30)
    func damaged(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var bytes = try Tampering.sound([Tampering.Base.whole, .dossier][seed % 2]).bytes()
        if seed % 5 == 0 {
            bytes.removeLast(Int.random(in: 1..<bytes.count - 512, using: &random))
        } else {
            bytes[Int.random(in: 600..<bytes.count, using: &random)] ^=
                1 << UInt8.random(in: 0..<8, using: &random)
        }
        #expect(try judge(bytes).status == 1)
    }
}
