// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

/// What must hold for every value, tried over seeds.
struct PropertyTests {
    @Test(
        "The canonical form is read back as the same value and written as the same bytes",
        arguments: 0..<300
    )
    func canonicalRoundTrip(seed: Int) throws {
        var random = RandomJSON(seed: seed)
        let value = random.value()
        let bytes = try value.canonicalBytes()
        let again = try JSON(parsing: bytes)
        #expect(again == value)
        #expect(again.hashValue == value.hashValue)
        #expect(try again.canonicalBytes() == bytes)
        #expect(JSON.isCanonical(bytes))
    }

    @Test("Every spelling of a value is read as that value", arguments: 0..<300)
    func spellings(seed: Int) throws {
        var random = RandomJSON(seed: seed)
        let value = random.value()
        let spelling = random.spelling(of: value)
        #expect(try JSON(parsing: spelling) == value)
        #expect(try JSON(parsing: Array(spelling.utf8)).canonicalBytes() == value.canonicalBytes())
        #expect(try JSON(parsing: value.compactBytes()) == value)
    }

    @Test("Finite doubles keep their value, or are refused as integers beyond 2^53-1", arguments: 0..<300)
    func doubles(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            let json = JSON.number("\(value)")
            do {
                let text = String(decoding: try json.canonicalBytes(), as: UTF8.self)
                #expect(Double(text) == value)
                #expect(JSON.isCanonical(Array(text.utf8)))
            } catch {
                #expect(error == .integerOutOfRange(Int64(value)))
                #expect(value.magnitude > 0x1p53 - 1)
            }
        }
    }

    @Test("Members are in the order of UTF-16 code units", arguments: 0..<300)
    func order(seed: Int) {
        var random = RandomJSON(seed: seed)
        let names = random.object(depth: 0).members.map { Array($0.name.utf16) }
        for (left, right) in zip(names, names.dropFirst()) {
            #expect(left.lexicographicallyPrecedes(right))
        }
    }

    @Test("A name given twice is refused wherever the two stand, at the second", arguments: 0..<100)
    func duplicates(seed: Int) {
        var random = RandomJSON(seed: seed)
        let count = 2 + random.below(20)
        let second = 1 + random.below(count - 1)
        let first = random.below(second)
        var names = (0..<count).map { "\"k\($0 * 7919 % 100 + 100)\":0" }
        names[second] = names[first]
        let offset = 1 + names[..<second].reduce(0) { $0 + $1.utf8.count + 1 }
        let name = String(names[first].dropFirst().prefix(4))
        #expect(throws: JSONError.duplicateName(name, offset: offset)) {
            try JSON(parsing: "{" + names.joined(separator: ",") + "}")
        }
    }

    @Test("Changed bytes are refused or read as what they then say", arguments: 0..<300)
    func mutation(seed: Int) throws {
        var random = RandomJSON(seed: seed)
        let original = Array(random.spelling(of: random.value()).utf8)
        for _ in 0..<50 {
            var bytes = original
            for _ in 0...random.below(3) {
                let index = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[index] = UInt8(random.below(256))
                case 1: bytes.insert(UInt8(random.below(256)), at: index)
                default: if bytes.count > 1 { bytes.remove(at: index) }
                }
            }
            guard let value = try? JSON(parsing: bytes) else { continue }
            #expect(try JSON(parsing: value.compactBytes()) == value)
            if let canonical = try? value.canonicalBytes() { #expect(JSON.isCanonical(canonical)) }
        }
    }

    @Test("Every proper prefix of an object ends too early", arguments: 0..<100)
    func prefixes(seed: Int) throws {
        var random = RandomJSON(seed: seed)
        let bytes = Array(random.spelling(of: .object(random.object(depth: 3))).utf8)
        _ = try JSON(parsing: bytes)
        for length in 0..<bytes.count {
            #expect(throws: JSONError.unexpectedEnd) { try JSON(parsing: Array(bytes[..<length])) }
        }
    }
}
