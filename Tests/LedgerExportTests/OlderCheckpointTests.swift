// SPDX-License-Identifier: Apache-2.0
import LedgerExport
import Testing
import TransparencyLog

struct OlderCheckpointTests {
    @Test("A continuation of what was seen before verifies", arguments: 1...12)
    func continuation(size: Int) throws {
        let export = try SampleExport(count: 12)
        let older = try SampleExport(count: size)
        let verdict = export.verdict(since: older.checkpoint)
        #expect(verdict.lines.contains("VERIFIED   nothing rewritten since checkpoint \(size)"))
    }

    @Test("A history that was rewritten and signed anew is caught", arguments: 0..<6)
    func rewritten(position: Int) throws {
        let older = try SampleExport(count: 6)
        let signer = try SampleExport.signer(7)
        var forged = try SampleExport(count: 9)
        forged.lines[position][30] ^= 1
        forged.checkpoint = try SampleExport.checkpoint(
            CompactRange(forged.lines.map(Merkle.leafHash)),
            signer
        ).bytes
        #expect(forged.fault() == nil, "the operator's own signature fits")
        let fault = try #require(forged.fault(since: older.checkpoint))
        #expect(fault == Fault(place: .entries(0..<6), reason: .rewritten(since: 6)))
    }

    @Test("A cut tail that was signed anew is caught")
    func cut() throws {
        let older = try SampleExport(count: 6)
        let cut = try SampleExport(count: 4)
        #expect(cut.fault() == nil)
        #expect(
            cut.fault(since: older.checkpoint)
                == Fault(place: .entries(4..<6), reason: .cut(olderSize: 6))
        )
    }

    @Test("What an older checkpoint proves is not searched for the fault")
    func soundBeginning() throws {
        var export = try SampleExport(count: 9)
        let older = try SampleExport(count: 6)
        export.hashes = nil
        let title = try #require(export.lines[7].firstIndex(of: UInt8(ascii: "E")))
        export.lines[7][title] = UInt8(ascii: "e")
        #expect(export.fault(since: older.checkpoint) == Fault(place: .entries(6..<9), reason: .altered))
    }

    @Test("An older checkpoint of another key or another ledger is refused")
    func otherLedger() throws {
        let export = try SampleExport(count: 3)
        let other = try SampleExport(count: 2, seed: 9)
        let fault = try #require(export.fault(since: other.checkpoint))
        #expect(fault.place == .olderCheckpoint)
        let signer = try SampleExport.signer(7, name: "ledger.example/other")
        let range = CompactRange(export.lines.prefix(2).map(Merkle.leafHash))
        let note = try SampleExport.checkpoint(range, signer).bytes
        let keys = [export.key, signer.verifierKey]
        #expect(
            export.verdict(by: keys, since: note)
                == .notVerified(
                    Fault(place: .olderCheckpoint, reason: .otherLedger("ledger.example/other"))
                )
        )
    }
}
