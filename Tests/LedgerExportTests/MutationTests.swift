// SPDX-License-Identifier: Apache-2.0
import LedgerExport
import Testing
import TransparencyLog

/// Damages exports in every way that a file can be damaged, and demands that the first wrong entry is named.
struct MutationTests {
    @Test("Every flipped bit is caught, and its entry named")
    func flippedBits() throws {
        let export = try SampleExport(count: 2)
        for index in export.entries.indices {
            for bit in 0..<8 {
                var damaged = export
                damaged.entries[index] ^= 1 << bit
                let position = export.position(ofByte: index)
                let place = try #require(damaged.fault()?.place, "bit \(bit) of byte \(index)")
                #expect(Self.position(place) == position, "bit \(bit) of byte \(index): \(place)")
            }
        }
    }

    @Test("Every deleted, doubled and inserted byte is caught, and its entry named")
    func movedBytes() throws {
        let export = try SampleExport(count: 3)
        for index in export.entries.indices {
            let position = export.position(ofByte: index)
            var shorter = export
            shorter.entries.remove(at: index)
            let lost = try #require(shorter.fault()?.place, "byte \(index) deleted")
            #expect(Self.position(lost) == position, "byte \(index) deleted: \(lost)")
            for byte in [export.entries[index], 0x0A] {
                var longer = export
                longer.entries.insert(byte, at: index)
                let gained = try #require(longer.fault()?.place, "\(byte) inserted at \(index)")
                // The same byte twice is as well an insertion after the first of the two: the line feed of an
                // entry then makes an empty line after it.
                let isEmptyLine = byte == 0x0A && export.entries[index] == 0x0A
                #expect(
                    Self.position(gained) == position + (isEmptyLine ? 1 : 0),
                    "\(byte) at \(index): \(gained)"
                )
            }
        }
    }

    @Test("Every cut is caught", arguments: [true, false])
    func cutTail(hasHashes: Bool) throws {
        var export = try SampleExport(count: 3)
        if !hasHashes { export.hashes = nil }
        for length in 0..<export.entries.count {
            var cut = export
            cut.entries = Array(export.entries.prefix(length))
            let fault = try #require(cut.fault(), "cut to \(length) bytes")
            #expect(
                Self.position(fault.place) == export.position(ofByte: length),
                "cut to \(length): \(fault)"
            )
        }
    }

    @Test(
        "Every deleted, doubled or swapped line is caught, and the first wrong one named",
        arguments: [true, false]
    )
    func movedLines(hasHashes: Bool) throws {
        var export = try SampleExport(count: 8)
        if !hasHashes { export.hashes = nil }
        let lines = export.lines
        for index in lines.indices {
            var damaged = export
            damaged.lines.remove(at: index)
            let isLast = index == lines.count - 1
            let reason: Fault.Reason = isLast ? .missing(1) : .replacedByEntry(UInt64(index) + 1)
            #expect(damaged.fault() == Fault(place: .entry(UInt64(index), subject: nil), reason: reason))

            damaged.lines = lines
            damaged.lines.insert(lines[index], at: index)
            let doubled: Fault.Reason = isLast ? .beyondCheckpoint(8) : .replacedByEntry(UInt64(index))
            #expect(damaged.fault() == Fault(place: .entry(UInt64(index) + 1, subject: nil), reason: doubled))

            for other in lines.indices where other > index {
                damaged.lines = lines
                damaged.lines.swapAt(index, other)
                let swapped = Fault.Reason.replacedByEntry(UInt64(other))
                #expect(damaged.fault() == Fault(place: .entry(UInt64(index), subject: nil), reason: swapped))
            }
        }
    }

    @Test("Random damage is always caught", arguments: 0..<200)
    func randomDamage(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var export = try SampleExport(count: Int.random(in: 1...30, using: &random))
        export.pieceBytes = Int.random(in: 1...300, using: &random)
        if Bool.random(using: &random) { export.hashes = nil }
        let whole = export.entries
        for _ in 0..<Int.random(in: 1...4, using: &random) where !export.entries.isEmpty {
            let start = Int.random(in: export.entries.indices, using: &random)
            let end = min(export.entries.count, start + Int.random(in: 0...40, using: &random))
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            export.entries.replaceSubrange(start..<end, with: bytes)
        }
        #expect((export.fault() == nil) == (export.entries == whole), "seed \(seed)")
    }

    @Test("An altered entry is named with its subject")
    func alteredEntry() throws {
        var export = try SampleExport(count: 5)
        let title = try #require(export.lines[3].firstIndex(of: UInt8(ascii: "E")))
        export.lines[3][title] = UInt8(ascii: "e")
        #expect(
            export.verdict().lines == [
                "NOT VERIFIED  entry 3 (decision/D-0003): not the bytes that were signed"
            ]
        )
    }

    @Test("Without leaf hashes an entry that is altered within its data is only said to be one of all")
    func alteredWithoutHashes() throws {
        var export = try SampleExport(count: 5)
        export.hashes = nil
        let title = try #require(export.lines[3].firstIndex(of: UInt8(ascii: "E")))
        export.lines[3][title] = UInt8(ascii: "e")
        #expect(export.fault() == Fault(place: .entries(0..<5), reason: .altered))
    }

    @Test("Leaf hashes that were altered with the entry are not believed")
    func alteredHashes() throws {
        var export = try SampleExport(count: 5)
        export.lines[3][20] ^= 1
        export.hashes = export.lines.flatMap { LeafHashList.line(Merkle.leafHash($0)) }
        #expect(export.fault() != nil)
    }

    @Test("A file with converted line ends is told so")
    func convertedLineEnds() throws {
        var export = try SampleExport(count: 3)
        export.lines = export.lines.map { $0 + [0x0D] }
        #expect(export.fault() == Fault(place: .entry(0, subject: nil), reason: .converted))
        export.hashes = nil
        #expect(export.fault() == Fault(place: .entry(0, subject: nil), reason: .converted))
    }

    @Test("A line longer than an entry can be ends the reading there")
    func endlessLine() throws {
        var export = try SampleExport(count: 3)
        export.pieceBytes = 4096
        export.lines[1] += [UInt8](repeating: 0x20, count: 70_000)
        #expect(export.fault() == Fault(place: .entry(1, subject: nil), reason: .tooLong))
    }

    @Test("A subject that would steer a terminal is not shown")
    func hostileSubject() throws {
        var export = try SampleExport(count: 2)
        export.lines[1] = Array(#"{"subject":"decision/\u001B[31m"}"#.utf8)
        #expect(export.fault() == Fault(place: .entry(1, subject: nil), reason: .altered))
    }

    private static func position(_ place: Fault.Place) -> UInt64? {
        switch place {
        case .entry(let position, _): position
        case .checkpoint, .olderCheckpoint, .entries: nil
        }
    }
}
