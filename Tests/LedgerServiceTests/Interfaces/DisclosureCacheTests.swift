// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Testing

@testable import LedgerService

@Suite("Sealed texts that are kept in memory")
struct DisclosureCacheTests {
    private let cache = DisclosureCache()

    private func read(
        _ position: UInt64,
        _ text: String?,
        during: () -> Void = {}
    ) throws -> (text: String?, isFromMemory: Bool) {
        var isFromMemory = true
        let kept = try cache.text(at: DisclosureCache.Place(position: position, field: "name")) {
            () throws(StoreFailure) in
            isFromMemory = false
            during()
            return text.map { DisclosureCache.Kept(value: .string($0), classification: .venture) }
        }
        return (kept?.value.text, isFromMemory)
    }

    @Test("What was read is kept, and what was not there is looked for again")
    func kept() throws {
        #expect(try read(1, "Ada") == ("Ada", false))
        #expect(try read(1, nil) == ("Ada", true))
        #expect(try read(2, nil) == (nil, false))
        #expect(try read(2, "Grace") == ("Grace", false))
    }

    @Test("What is erased is forgotten, also what is being read meanwhile")
    func erased() throws {
        #expect(try read(1, "Ada") == ("Ada", false))
        cache.forget()
        #expect(try read(1, nil) == (nil, false))
        #expect(try read(2, "Grace", during: { cache.forget() }) == ("Grace", false))
        #expect(try read(2, nil) == (nil, false))
    }

    @Test("Long texts are not kept, and of the others no more than the limit")
    func limits() throws {
        let long = String(repeating: "x", count: DisclosureCache.textBytes + 1)
        #expect(try read(0, long) == (long, false))
        #expect(try read(0, long) == (long, false))
        for position in 1...UInt64(DisclosureCache.limit) + 1 { _ = try read(position, "x") }
        #expect(try read(1, "x") == ("x", false))
        #expect(try read(UInt64(DisclosureCache.limit) + 1, "x") == ("x", true))
    }
}
