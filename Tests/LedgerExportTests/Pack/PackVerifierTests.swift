// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

@Suite("Verifying audit packs")
struct PackVerifierTests {
    /// The keys that are believed: those of a sound pack, and that of another ledger.
    static let believed: [VerifierKey] =
        (try? Tampering.sound(.whole).keys + [Tampering.elsewhere().verifierKey]) ?? []

    private func verdict(_ pack: SamplePack, older: [UInt8]? = nil) throws -> PackVerdict {
        try PackVerifier(keys: Self.believed).verify(PackFile(pack.bytes()), older: older)
    }

    private func confirmed(_ pack: SamplePack, older: [UInt8]? = nil) throws -> PackConfirmation? {
        let verdict = try verdict(pack, older: older)
        guard case .verified(let confirmation) = verdict else {
            Issue.record("\(verdict.lines)")
            return nil
        }
        return confirmation
    }

    @Test("A whole pack is complete, and every sealed text is accounted for")
    func whole() throws {
        let found = try #require(try confirmed(Tampering.sound(.whole)))
        #expect(found.isComplete && found.entries == 300 && found.record == 301 && found.previous == 7)
        #expect(found.sealed.intact == 2 && found.sealed.erased == 1 && found.sealed.withheld == 1)
        #expect(found.sealed.missing == 0 && found.sealed.altered == 0)
        #expect(found.cosignatures.map(\.witness.name.text) == ["provide.example/w1"])
        #expect(found.erasures.map(\.position) == [9] && found.erasures.map(\.texts) == [1])
        let lines = try verdict(Tampering.sound(.whole)).lines
        #expect(lines.first == "VERIFIED   300 entries, unaltered, none missing up to checkpoint 300")
        #expect(
            lines.contains(
                "VERIFIED   entry 9 says by what right 1 text was erased: UK GDPR Article 17(1)(a)"
            )
        )
    }

    @Test("A dossier is never called complete, with its last entry or without", arguments: [true, false])
    func dossier(hasLast: Bool) throws {
        var pack = try Tampering.sound(.dossier)
        if !hasLast { pack.positions?.removeLast() }
        let found = try #require(try confirmed(pack))
        #expect(!found.isComplete && found.entries == (hasLast ? 5 : 4))
        let text = try verdict(pack).lines.joined(separator: "\n")
        #expect(!text.contains("none missing") && !text.contains("complete"))
        #expect(text.contains("NOT SHOWN  that nothing else of 300 entries belongs to decision D-1"))
    }

    @Test("A range has every position, and is no more than that")
    func range() throws {
        let found = try #require(try confirmed(Tampering.sound(.range)))
        #expect(!found.isComplete && found.entries == 11 && found.sealed.erased == 1)
        let lines = try verdict(Tampering.sound(.range)).lines
        #expect(lines.first == "VERIFIED   11 entries, unaltered, none missing of positions 2-12")
        #expect(lines.contains("NOT SHOWN  what the other 289 of 300 entries say"))
    }

    @Test("A pack that says it is not recorded is not recorded")
    func unrecorded() throws {
        var pack = try Tampering.sound(.whole)
        pack.isRecorded = false
        let found = try #require(try confirmed(pack))
        #expect(found.record == nil && found.unrecorded == "the ledger takes no entries")
        #expect(
            try verdict(pack).lines.contains { $0.hasPrefix("NOT SHOWN  that nothing is withheld unsaid") }
        )
    }

    @Test("Sizes at which tiles end", arguments: [11, 255, 256, 257, 512, 513])
    func sizes(size: Int) throws {
        let ledger = try SampleLedger(count: size)
        for pack in [try SamplePack(ledger), try SamplePack.dossier(ledger)] {
            #expect(try #require(try confirmed(pack)).checkpoint.size == UInt64(size))
        }
    }

    @Test("What was seen before must be the beginning", arguments: [Tampering.Base.whole, .dossier])
    func older(base: Tampering.Base) throws {
        let pack = try Tampering.sound(base)
        for size in [1, 256, 299, 300] {
            #expect(try confirmed(pack, older: pack.checkpoint(size: size))?.olderSize == UInt64(size))
        }
        for other in try PackCase.beside(pack) {
            guard case .notVerified(let fault, _) = try verdict(pack, older: other.older) else {
                Issue.record("verified: \(other.fault?.words ?? "")")
                continue
            }
            #expect("\(fault)".contains(try #require(other.fault).words), "\(fault)")
            #expect(fault.position == other.fault?.position)
        }
    }

    @Test("Whatever is done to a pack is found, and the first bad entry is named", arguments: Tampering.all)
    func tampered(tampering: Tampering) throws {
        let verdict = try verdict(tampering.pack())
        guard case .notVerified(let fault, let sealed) = verdict else {
            Issue.record("\(verdict.lines)")
            return
        }
        #expect("\(fault)".contains(tampering.words), "\(fault)")
        #expect(tampering.missing == nil || sealed?.missing == tampering.missing)
        #expect(fault.position == tampering.position, "\(fault)")
    }

    @Test("All sealed texts are counted before the first bad one is named")
    func counts() throws {
        var pack = try Tampering.sound(.whole)
        pack.draft = {
            try $0.replace("disclosures.jsonl", #""why":"notForReceiver""#, #""why":"x""#)
            try $0.lines("disclosures.jsonl") { $0.removeLast() }
        }
        guard case .notVerified(let fault, let sealed) = try verdict(pack) else {
            Issue.record("verified")
            return
        }
        #expect(fault.position == 3)
        #expect(sealed?.intact == 1 && sealed?.erased == 1 && sealed?.missing == 1 && sealed?.altered == 1)
        #expect(
            try verdict(pack).lines.last
                == "SEALED     sealed texts: 1 intact, 1 erased, 1 missing, 1 altered"
        )
    }

    @Test("No flipped bit is passed over", arguments: 0..<40)
    func flipped(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let base = [Tampering.Base.whole, .dossier][seed % 2]
        let pack = try Tampering.sound(base)
        let sound = try pack.bytes()
        for _ in 0..<8 {
            var bytes = sound
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
            let verdict = try PackVerifier(keys: Self.believed).verify(PackFile(bytes))
            guard case .notVerified = verdict else {
                Issue.record("byte \(place), \(place % 512) of its block")
                continue
            }
        }
    }

    @Test("No end of the file is passed over", arguments: [Tampering.Base.whole, .dossier])
    func truncated(base: Tampering.Base) throws {
        let bytes = try Tampering.sound(base).bytes()
        for count in stride(from: 0, to: bytes.count, by: 512) {
            let verdict = try PackVerifier(keys: Self.believed).verify(PackFile(Array(bytes.prefix(count))))
            guard case .notVerified(let fault, _) = verdict else {
                Issue.record("\(count) bytes")
                continue
            }
            #expect("\(fault)".contains("cut off"))
        }
    }

    @Test("What cannot be read is not judged")
    func unreadable() throws {
        let failure = PackFile.Unreadable(message: "the disk is broken")
        let file = PackFile(count: 4096) { _, _ throws(PackFile.Unreadable) in throw failure }
        #expect(throws: failure) { try PackVerifier(keys: Self.believed).verify(file) }
    }
}
