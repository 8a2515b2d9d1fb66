// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

/// The test data of Certificate Transparency, which all implementations of RFC 6962 share.
enum Published {
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    static let leafHashes = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
        "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
    ]
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    static let hash23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
    static let hash4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
    static let hash67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
    static let hash45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
    static let hash456 = "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e"

    static func tree() throws -> LeafHashes {
        LeafHashes(try leaves.map { Merkle.leafHash(try required(Hexadecimal.decode($0))) })
    }
}

@Suite("Merkle hashing")
struct MerkleTests {
    @Test(arguments: zip(Published.leaves, Published.leafHashes))
    func leafHashesArePublishedOnes(leaf: String, hash: String) throws {
        #expect(Merkle.leafHash(try required(Hexadecimal.decode(leaf))).hexadecimal == hash)
    }

    @Test(arguments: Published.roots.indices)
    func rootsArePublishedOnes(size: Int) throws {
        let tree = try Published.tree()
        #expect(try tree.root(size: UInt64(size)).hexadecimal == Published.roots[size])
        let range = CompactRange(try (0..<size).map { try tree.hash(level: 0, index: UInt64($0)) })
        #expect(range.root.hexadecimal == Published.roots[size])
    }

    @Test func singleHashes() throws {
        #expect(
            Merkle.leafHash(Array("L123456".utf8)).hexadecimal
                == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"
        )
        #expect(Merkle.leafHash([]) != Merkle.emptyRoot)
    }

    @Test func rootsAtTileBoundaries() {
        let expected = [
            255: "58f204dcc06ebcf29082c362701341df88ec3d5f338036c72a98894aaf69059d",
            256: "78cd7db3bbfa785ffefa21e1c0aa7d4806c6e22ad65472710377ecb7e5a5a54e",
            257: "086ce24d72dd8347eef9afbf95829379f67cee8f5d23cece828a2dae88729c8d",
            1000: "ed58fe22105717ceedf760a43eedfb173a60c44ef40fd61b6cd86bd4ebb59b61",
            65536: "208bed836edee10551d1a0208e22c9eead1a59c4c33abeb697eb60132f61a798",
            65537: "a919470e091dba7c96b77d370fdea7c7d88d58c8f35cfad49a9fa284b228b74d",
            70000: "339ecf3ae716405fdc28cef164e45a785cade0d5bc3e1400a7a4d70d0b2dec9b",
        ]
        var range = CompactRange()
        var seen: [Int: String] = [:]
        for number in 0..<70_000 {
            range.append(numberedLeaf(number))
            if expected[number + 1] != nil { seen[number + 1] = range.root.hexadecimal }
        }
        #expect(seen == expected)
    }

    @Test(arguments: 0..<100)
    func compactRangeHasTheRootOfTheDefinition(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let leaves = (0..<Int.random(in: 0...300, using: &random)).map { _ in Merkle.leafHash(random.bytes(9))
        }
        let naive = NaiveTree(leaves)
        var range = CompactRange()
        var reader = LeafHashes()
        for leaf in leaves {
            let position = range.size
            var told: [NodePosition] = []
            range.append(leaf) { node, hash in
                told.append(node)
                let covered = Int(node.index << node.level)..<Int((node.index + 1) << node.level)
                #expect(hash == naive.root(covered))
            }
            reader.append(leaf)
            #expect(told == Array(NodePosition.completed(byAppending: position)))
            #expect(told.allSatisfy { $0.isComplete(inSize: range.size) && !$0.isComplete(inSize: position) })
        }
        #expect(range.root == naive.root(0..<leaves.count))
        // What was stored comes back, however it was stored.
        #expect(CompactRange(size: range.size, roots: range.roots) == range)
        #expect(try CompactRange(size: range.size, reading: reader) == range)
    }

    @Test func storedStateThatDoesNotFitIsRefused() {
        let hash = Merkle.leafHash([])
        #expect(CompactRange(size: 3, roots: [hash]) == nil)
        #expect(CompactRange(size: 4, roots: [hash, hash]) == nil)
        #expect(CompactRange(size: UInt64(Int64.max) + 1, roots: [hash]) == nil)
        #expect(CompactRange(size: 0, roots: []) == CompactRange())
    }

    @Test func missingNodesAreErrors() throws {
        let tree = try Published.tree()
        for (level, index) in [(0, 8), (3, 1), (4, 0), (-1, 0), (64, 0)] {
            let position = NodePosition(level: level, index: UInt64(index))
            #expect(throws: LeafHashes.Failure.incomplete(position)) {
                try tree.hash(level: level, index: UInt64(index))
            }
        }
    }
}

@Suite("Digest")
struct DigestTests {
    @Test(arguments: 0..<200)
    func keepsItsBytesAndTheirOrder(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var a = random.bytes(32)
        var b = a
        b[Int.random(in: 0..<32, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        let left = try required(Digest(bytes: a))
        let right = try required(Digest(bytes: b[...]))
        #expect(left.bytes == a)
        #expect(right.bytes == b)
        #expect(left != right)
        #expect((left < right) == a.lexicographicallyPrecedes(b))
        #expect(Digest(hexadecimal: left.hexadecimal) == left)
        #expect(Digest(base64: left.base64) == left)
        #expect(
            left.base64URL
                == left.base64.dropLast().map { ["+": "-", "/": "_"][$0] ?? $0 }.reduce("") {
                    $0 + String($1)
                }
        )
        a.append(0)
        #expect(Digest(bytes: a) == nil)
        #expect(Digest(bytes: a[0..<31]) == nil)
    }
}
