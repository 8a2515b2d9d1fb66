// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ledger

@Suite("A map of which part is in a snapshot")
struct LayeredMapTests {
    /// The same map with nothing in memory.
    private static func frozen(_ map: LayeredMap<UInt64, UInt64>) throws -> LayeredMap<UInt64, UInt64> {
        let sink = MemorySink()
        let writer = SnapshotWriter(sink)
        let place = try writer.table(map)
        try writer.end(root: [])
        return LayeredMap(try SortedTable(FrozenBytes(copying: sink.bytes), starts: place, count: map.count))
    }

    @Test("Is like a dictionary, whatever is set, changed, removed and frozen", arguments: 0..<100)
    func model(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        var map: LayeredMap<UInt64, UInt64> = [:]
        var model: [UInt64: UInt64] = [:]
        for step in 0..<400 {
            let key =
                UInt64.random(in: 0..<40, using: &generator) << UInt64.random(in: 0..<4, using: &generator)
                * 8
            let value = UInt64.random(in: 0...9, using: &generator)
            switch Int.random(in: 0..<12, using: &generator) {
            case 0..<4:
                map[key] = value
                model[key] = value
            case 4..<6:
                map[key] = nil
                model[key] = nil
            case 6..<8:
                map[key]? += value
                model[key]? += value
            case 8..<10:
                map[key, default: 7] += value
                model[key, default: 7] += value
            case 10:
                map = try Self.frozen(map)
            default:
                let copy = map
                map[key] = value
                #expect(copy[key] == model[key])
                #expect((copy == map) == (model[key] == value))
                model[key] = value
            }
            #expect(map[key] == model[key])
            #expect(map.count == model.count, "step \(step)")
            #expect(map.isEmpty == model.isEmpty)
        }
        #expect(Dictionary(uniqueKeysWithValues: map.map { ($0.key, $0.value) }) == model)
        #expect(map.keys.sorted() == model.keys.sorted())
        #expect(map.values.sorted() == model.values.sorted())
        var plain: LayeredMap<UInt64, UInt64> = [:]
        for (key, value) in model { plain[key] = value }
        #expect(map == plain)
        #expect(map.hashValue == plain.hashValue)
    }

    @Test("Keys of every kind are found again by their bytes")
    func keys() throws {
        let key = try #require(Key(String(repeating: "k", count: Key.lengthLimit)))
        for subject in [Subject(.organisation, key), Subject(.decision, try #require(Key("D-0001")))] {
            let found = subject.tableBytes.withUnsafeBytes { Subject(tableBytes: $0) }
            #expect(found == subject)
        }
        for kind in SubjectKind.allCases {
            #expect(kind.tableBytes.withUnsafeBytes { SubjectKind(tableBytes: $0) } == kind)
        }
        let member = SealedMember(position: 1 << 40, name: "reason")
        #expect(member.tableBytes.withUnsafeBytes { SealedMember(tableBytes: $0) } == member)
        #expect(UInt64(258).tableBytes == [0, 0, 0, 0, 0, 0, 1, 2])
        #expect([1, 2].withUnsafeBytes { UInt64(tableBytes: $0) } == nil)
    }
}
