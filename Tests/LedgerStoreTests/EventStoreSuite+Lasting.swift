// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import Testing
import TransparencyLog

extension EventStoreCheck {
    static let sealing = [
        EventStoreCheck("disclosures are found by entry, field and person") { place in
            let store = try place.create()
            try store.append(drafts)
            #expect(try store.disclosures(at: 0) == ["name": "WyJh", "note": "WyJi"])
            #expect(try store.disclosures(at: 1) == [:])
            #expect(try store.disclosure(at: 0, field: "note") == "WyJi")
            #expect(try store.disclosure(at: 2, field: "note") == nil)
            let keys = [DisclosureKey(position: 0, field: "name"), DisclosureKey(position: 2, field: "name")]
            #expect(try store.disclosures(ofPerson: "P-0001") == keys)
            #expect(try store.disclosures(ofPerson: "P-0002") == [])
        },
        EventStoreCheck("a commit erases what it names and nothing else") { place in
            let store = try place.create()
            try store.append(drafts)
            let erased = try store.disclosures(ofPerson: "P-0001")
            try store.append(Draft.run(1, from: 3), erasures: erased)
            #expect(try store.disclosures(ofPerson: "P-0001") == [])
            #expect(try store.disclosures(at: 0) == ["note": "WyJi"])
            #expect(try store.disclosures(at: 2) == [:])
            try store.append(Draft.run(1, from: 4), erasures: erased)
            try store.scrub()
            #expect(try store.verify(comparing: Draft.readKeys).entries == 5)
        },
        EventStoreCheck("a refused batch erases nothing") { place in
            let store = try place.create()
            try store.append(drafts)
            var batch = StoreBatch(Draft.run(1, from: 3), after: try store.head)
            batch.erasures = try store.disclosures(ofPerson: "P-0001")
            batch.checkpoint = StoredCheckpoint(size: 9, root: Merkle.emptyRoot)
            #expect(throws: StoreFailure.self) { try store.append(batch) }
            #expect(try store.disclosures(ofPerson: "P-0001").count == 2)
        },
    ]

    static let cosigning = [
        EventStoreCheck("cosignatures are kept once each, found by size and by how their lines begin") {
            place in
            let store = try place.create()
            try store.append(run: 3)
            try store.append(run: 2)
            #expect(try store.cosignedSizes(above: 0, limit: 9) == [])
            let (a, b, c) = (Array("a 1".utf8), Array("b 1".utf8), Array("a 2".utf8))
            try store.addCosignatures([a, b, a], size: 5)
            try store.addCosignatures([b], size: 5)
            try store.addCosignatures([c], size: 3)
            #expect(try store.cosignatures(atSize: 5, limit: 10) == [b, a])
            #expect(try store.cosignatures(atSize: 5, limit: 1) == [b])
            #expect(try store.cosignatures(atSize: 4, limit: 10) == [])
            #expect(try store.cosignedSizes(above: 0, limit: 9) == [5, 3])
            #expect(try store.cosignedSizes(above: 3, limit: 9) == [5])
            #expect(try store.cosignedSizes(above: 0, limit: 1) == [5])
            let cosignings = try store.cosignings(after: 1, limit: 9)
            #expect(cosignings.map(\.number) == [2, 3])
            let newest = try #require(try store.newestCosignature(beginning: Array("a ".utf8)))
            #expect(newest.size == 3 && newest.line == c)
            #expect(try store.newestCosignature(beginning: Array("x".utf8)) == nil)
            #expect(throws: StoreFailure.self) { try store.addCosignatures([a], size: 4) }
            #expect(try store.verify(comparing: Draft.readKeys).entries == 5)
        }
    ]

    /// Three entries, of which the first and the last have sealed fields.
    private static var drafts: [Draft] {
        var drafts = Draft.run(3)
        drafts[0].disclosures = [
            NewDisclosure(field: "name", person: "P-0001", text: "WyJh"),
            NewDisclosure(field: "note", person: nil, text: "WyJi"),
        ]
        drafts[2].disclosures = [NewDisclosure(field: "name", person: "P-0001", text: "WyJj")]
        return drafts
    }

    static let proving = [
        EventStoreCheck("perfect nodes are those of the tree, whatever the size") { place in
            let store = try place.create()
            var tree = LeafHashes()
            for count in [1, 2, 127, 126, 1, 258, 85] {
                try store.append(run: count)
                for hash in try store.leafHashes(from: tree.size, count: count) { tree.append(hash) }
                for level in 0..<10 {
                    let nodes = tree.size >> UInt64(level)
                    for index in 0..<nodes where index < 2 || index + 2 >= nodes {
                        let node = try store.hash(level: level, index: index)
                        #expect(try node == tree.hash(level: level, index: index))
                    }
                    #expect(throws: StoreFailure.self) { try store.hash(level: level, index: nodes) }
                }
                #expect(try store.head.tree.root == tree.root(size: tree.size))
            }
            let tile = try #require(try store.fullTile(level: 0, index: 1))
            #expect(try tile.root == tree.hash(level: 8, index: 1))
            #expect(try tile.hashes == store.leafHashes(from: 256, count: 256).flatMap(\.bytes))
            #expect(try store.fullTile(level: 0, index: 2) == nil)
            #expect(try store.fullTile(level: 1, index: 0) == nil)
        },
        EventStoreCheck("a proof is made within one transaction") { place in
            let store = try place.create()
            try store.append(run: 700)
            let root = try store.head.tree.root
            for index: UInt64 in [0, 255, 256, 513, 699] {
                let proof = try store.readingTree { tree throws(StoreFailure) in
                    try InclusionProof(index: index, size: 700, reading: tree)
                }
                let leafHash = try #require(try store.entry(at: index)).leafHash
                try #require(proof).verify(leafHash: leafHash, root: root)
            }
            #expect(throws: StoreFailure.self) {
                try store.readingTree { tree throws(StoreFailure) in try tree.hash(level: 0, index: 700) }
            }
        },
        EventStoreCheck("verification counts what it has read and can be stopped") { place in
            let store = try place.create()
            for count in [1_000, 30, 2_000] { try store.append(run: count) }
            let report = try store.verify(comparing: Draft.readKeys)
            #expect(report.isComplete)
            #expect(report.entries == 3_030)
            #expect(report.checkpoints == 3)
            #expect(report.tiles == 11)
            #expect(try report.root == store.head.tree.root)
            var bytes: UInt64 = 0
            try store.forEachEntry(from: 0, below: 3_030) { bytes += UInt64($0.bytes.count) }
            #expect(report.bytes == bytes)
            var steps: [UInt64] = []
            let stopped = try store.verify { verified, size in
                steps.append(verified)
                return size != 3_030 || verified < 2_000
            }
            #expect(!stopped.isComplete)
            #expect(stopped.entries == steps.last)
            #expect(stopped.entries < 3_030)
        },
        EventStoreCheck("verification names an entry whose columns are not its bytes") { place in
            let store = try place.create()
            try store.append(run: 5)
            let reason = "its columns are not those of its bytes"
            #expect(throws: StoreFailure.damaged(position: 3, reason: reason)) {
                try store.verify(comparing: { bytes in
                    var keys = Draft.readKeys(bytes)
                    if keys?.id == "id-3" { keys?.subject = "thing/other" }
                    return keys
                })
            }
        },
        EventStoreCheck("verification names an entry stored with another leaf hash") { place in
            let store = try place.create()
            try store.append(run: 2)
            var batch = StoreBatch(Draft.run(2, from: 2), after: try store.head)
            batch.entries[1].bytes.append(0)
            try store.append(batch)
            let reason = "the leaf hash is not that of the bytes"
            #expect(throws: StoreFailure.damaged(position: 3, reason: reason)) { try store.verify() }
        },
        EventStoreCheck("verification compares the checkpoint's note") { place in
            let store = try place.create()
            try store.append(run: 2)
            var batch = StoreBatch(Draft.run(2, from: 2), after: try store.head)
            let right = batch.checkpoint
            let other = StoredCheckpoint(size: right.size, root: Merkle.emptyRoot).note
            batch.checkpoint = StoredCheckpoint(size: right.size, root: right.root, note: other)
            try store.append(batch)
            try store.append(run: 1)
            let reason = "the checkpoint of size 4 is not that of the entries"
            #expect(throws: StoreFailure.damaged(position: 3, reason: reason)) { try store.verify() }
        },
    ]

    static let lasting = [
        EventStoreCheck("opening again gives the same head and entries") { place in
            var store: (any EventStore)? = try place.create()
            for count in [1, 300, 6] { try store?.append(run: count) }
            let head = try store?.head
            let entries = try store?.entries(from: 0, limit: 400)
            store = nil
            let again = try place.open()
            #expect(try again.head == head)
            #expect(try again.entries(from: 0, limit: 400) == entries)
            try again.append(run: 1)
            #expect(try again.verify(comparing: Draft.readKeys).entries == 308)
        },
        EventStoreCheck("a damage mark is there when the store is opened again, and the first one stays") {
            place in
            var store: (any EventStore)? = try place.create()
            #expect(store?.damageMark == nil)
            let mark = DamageMark(position: 7, reason: "the leaf hash is not that of the bytes")
            try store?.markDamaged(mark)
            try store?.markDamaged(DamageMark(position: nil, reason: "another"))
            store = nil
            #expect(try place.open().damageMark == mark)
        },
        EventStoreCheck("a mark says whether it is damage or another history that was signed") { place in
            var store: (any EventStore)? = try place.create()
            let mark = DamageMark(position: nil, isOtherHistory: true, reason: "signed elsewhere")
            try store?.markDamaged(mark)
            store = nil
            #expect(try place.open().damageMark == mark)
        },
        EventStoreCheck("the size in bytes grows") { place in
            let store = try place.create()
            let before = try store.sizeInBytes
            try store.append(run: 500)
            #expect(try store.sizeInBytes > before)
        },
    ]
}
