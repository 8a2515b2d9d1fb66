// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import TransparencyLog

/// A small generator whose values depend on the seed alone.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}

/// The worked example of a small log with two witnesses.
enum Example {
    static func file(_ path: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/tlog-example/" + path)))
    }

    static func values() throws -> JSON { try JSON(parsing: file("example.json")) }

    static let log = "ledger.example/jv-1+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3"
    static let acme = "witness.acme.example/w1+24cbf130+BLx8vLVjY3X6HYJDTUZnJNkjd/U7mAaV3UnSbQzhIgWl"
    static let borealis =
        "witness.borealis.example/w1+2cd34970+BFUVT0IGXqWhvqBUY4Jr4mhOuS35LBAAJ6q6rlfKVUIH"

    static let timestamp: UInt64 = 1_767_225_600

    static func logSigner() throws -> SignerKey {
        try SignerKey(name: name("ledger.example/jv-1"), algorithm: .ed25519, seed: seed(0x11))
    }

    static func acmeSigner() throws -> SignerKey {
        try SignerKey(name: name("witness.acme.example/w1"), algorithm: .cosignature, seed: seed(0xa1))
    }

    static func seed(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    static func name(_ text: String) throws -> KeyName { try required(KeyName(text)) }

    static func leafHashes() throws -> LeafHashes {
        LeafHashes(try (0..<5).map { Merkle.leafHash(try file("proofs/\($0).leaf")) })
    }
}

/// What a test needs and did not find.
struct Missing: Error {}

func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}

extension JSON {
    /// A value at a path of member names.
    func at(_ names: String...) throws -> JSON {
        try names.reduce(self) { try required($0.object?[$1]) }
    }

    func text(_ names: String...) throws -> String { try required(names.reduce(self) { try $0.at($1) }.text) }
}

/// The tree of RFC 6962 section 2.1, computed as the definitions read and with nothing else in common with
/// the library than the two hash functions.
final class NaiveTree {
    let leaves: [Digest]
    private var known: [Range<Int>: Digest] = [:]

    init(_ leaves: [Digest]) { self.leaves = leaves }

    /// Leaf `i` is the four bytes of `i`, the high one first.
    convenience init(count: Int) { self.init((0..<count).map(numberedLeaf)) }

    static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    func root(_ range: Range<Int>) -> Digest {
        if range.isEmpty { return Merkle.emptyRoot }
        if range.count == 1 { return leaves[range.lowerBound] }
        if let root = known[range] { return root }
        let middle = range.lowerBound + Self.split(range.count)
        let root = Merkle.nodeHash(root(range.lowerBound..<middle), root(middle..<range.upperBound))
        known[range] = root
        return root
    }

    func inclusion(_ index: Int, _ range: Range<Int>) -> [Digest] {
        if range.count == 1 { return [] }
        let middle = range.lowerBound + Self.split(range.count)
        let left = range.lowerBound..<middle
        let right = middle..<range.upperBound
        return index < middle
            ? inclusion(index, left) + [root(right)] : inclusion(index, right) + [root(left)]
    }

    func consistency(_ old: Int, _ new: Int) -> [Digest] {
        old == 0 || old == new ? [] : subproof(old, 0..<new, isWhole: true)
    }

    private func subproof(_ old: Int, _ range: Range<Int>, isWhole: Bool) -> [Digest] {
        if old == range.upperBound { return isWhole ? [] : [root(range)] }
        let middle = range.lowerBound + Self.split(range.count)
        let left = range.lowerBound..<middle
        let right = middle..<range.upperBound
        return old <= middle
            ? subproof(old, left, isWhole: isWhole) + [root(right)]
            : subproof(old, right, isWhole: false) + [root(left)]
    }
}

func numberedLeaf(_ number: Int) -> Digest { Merkle.leafHash(bigEndian(number)) }

func bigEndian(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
}
