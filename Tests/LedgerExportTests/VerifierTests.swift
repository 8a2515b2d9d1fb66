// SPDX-License-Identifier: Apache-2.0
import LedgerExport
import Testing
import TransparencyLog

struct VerifierTests {
    @Test(
        "A whole export verifies, whatever the pieces in which it is read",
        arguments: [1, 2, 3, 64, 4096, 1 << 20]
    )
    func wholeExport(pieceBytes: Int) throws {
        var export = try SampleExport(count: 9, sealing: [2, 5])
        export.pieceBytes = pieceBytes
        let verdict = export.verdict()
        guard case .verified(let confirmation) = verdict else {
            Issue.record("\(verdict.lines)")
            return
        }
        #expect(confirmation.size == 9)
        #expect(confirmation.origin == SampleExport.origin)
        #expect(confirmation.sealedEntries == 2)
        #expect(
            verdict.lines == [
                "VERIFIED   9 entries, unaltered, none missing up to checkpoint 9",
                "NOT SHOWN  no partner cosigned: the operator could have rewritten it earlier",
                "NOT SHOWN  whether it continues what you saw before: give that checkpoint with --since",
                "NOT SHOWN  the sealed texts of 2 entries: only their digests are in this file",
            ]
        )
    }

    @Test("Every size verifies", arguments: 1...40)
    func everySize(count: Int) throws {
        #expect(try SampleExport(count: count).fault() == nil)
    }

    @Test("The leaf hashes are not needed to verify, and damage to them does no harm")
    func hashesAreOnlyForFinding() throws {
        var export = try SampleExport(count: 5)
        export.hashes = nil
        #expect(export.fault() == nil)
        export.hashes = Array("no hashes".utf8)
        #expect(export.fault() == nil)
    }

    @Test("A checkpoint that another key signed is refused")
    func wrongKey() throws {
        let export = try SampleExport(count: 3)
        let other = try SampleExport.signer(8).verifierKey
        let verdict = export.verdict(by: [other])
        #expect(
            verdict.lines == ["NOT VERIFIED  the checkpoint: not signed with the key that was given"]
        )
        #expect(export.verdict(by: []) == verdict)
    }

    @Test("Every flipped bit of the checkpoint is caught")
    func damagedCheckpoint() throws {
        let export = try SampleExport(count: 3)
        for index in export.checkpoint.indices {
            for bit in 0..<8 {
                var damaged = export
                damaged.checkpoint[index] ^= 1 << bit
                #expect(damaged.fault() != nil, "bit \(bit) of byte \(index)")
            }
        }
    }

    @Test("A witness whose key is given is named, one whose key is not given does not count")
    func cosignature() throws {
        var export = try SampleExport(count: 4)
        let name = try #require(KeyName("witness.example/provide"))
        let witness = try SignerKey(
            name: name,
            algorithm: .cosignature,
            seed: [UInt8](repeating: 3, count: 32)
        )
        let note = try SignedNote(parsing: export.checkpoint)
        let opened = try VerifiedCheckpoint(opening: note, logs: [export.key])
        let cosignature = try Cosignature(signing: opened.checkpoint, at: 1_795_251_900, with: witness)
        export.checkpoint = try note.adding([cosignature.signature]).bytes
        let lines = export.verdict(by: [export.key, witness.verifierKey]).lines
        #expect(lines[1] == "VERIFIED   cosigned by witness.example/provide at 2026-11-21 09:05 UTC")
        #expect(export.verdict().lines[1].hasPrefix("NOT SHOWN  no partner cosigned"))
        let forged = try SignedNote(parsing: export.checkpoint).bytes
        export.checkpoint = forged.dropLast(6) + Array("AAAA=\n".utf8)
        #expect(export.fault() == nil, "a line of an unknown key is ignored")
        if case .verified = export.verdict(by: [export.key, witness.verifierKey]) {
            Issue.record("a bad cosignature of a known witness was accepted")
        }
    }
}
