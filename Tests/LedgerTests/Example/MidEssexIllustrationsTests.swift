// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// The third part of the example, which uses every family of entries: what sources state, and illustrations that say
/// so.
struct MidEssexIllustrationsTests {
    /// The whole example with its third part, recorded once for all tests.
    static let all = Result { try MidEssex(parts: [1, 2, 3]) }

    private static func illustrations() throws -> [(draft: Draft, line: JSONObject)] {
        let all = try all.get()
        let first = try MidEssex.whole.get().lines.count
        return Array(zip(all.drafts, all.lines).dropFirst(first))
    }

    @Test func noLineIsRefusedAndIdsGoOn() throws {
        let ids = try Self.all.get().drafts.map(\.id)
        let numbers = (1...ids.count).map { number in
            "mid-essex-" + String(repeating: "0", count: 3 - String(number).count) + String(number)
        }
        #expect(ids == numbers)
    }

    @Test func everyFamilyIsUsed() throws {
        let kinds = Set(try Self.all.get().entries.values.map(\.subject.kind))
        let left = Set(SubjectKind.allCases).subtracting(kinds)
        #expect(left == [.ledger, .policy, .import, .delegation, .witness, .export])
    }

    @Test func whatNoSourceStatesSaysThatItIsIllustrative() throws {
        for (draft, line) in try Self.illustrations() {
            let sources = (line["sources"]?.array ?? []).compactMap { $0.object?["evidence"]?.text }
            guard sources.allSatisfy({ $0 == "ILLUSTRATIVE" }) else { continue }
            let texts = (line["data"]?.object?.members ?? []).compactMap(\.value.text)
            let locators = (line["sources"]?.array ?? []).compactMap { $0.object?["locator"]?.text }
            let isMarked = (texts + locators).contains { $0.contains("illustrative") }
            #expect(isMarked, "\(draft.id ?? "")")
        }
    }

    @Test func everythingHasADateAndASource() throws {
        for (draft, line) in try Self.illustrations() {
            #expect(draft.occurred != nil, "\(draft.id ?? "")")
            #expect(line["sources"]?.array?.isEmpty == false, "\(draft.id ?? "")")
            #expect(draft.onBehalfOf == nil && draft.seal.isEmpty && draft.classification == .venture)
        }
    }
}
