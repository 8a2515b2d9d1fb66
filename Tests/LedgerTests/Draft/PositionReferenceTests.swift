// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// A dispute names entries of its own call, whose positions nobody knows before they are recorded.
struct PositionReferenceTests {
    @Test func referencesBecomePositions() throws {
        #expect(try resolved([.string("#0"), .string("#1")]) == [7, 12])
        #expect(try resolved([.string("id:b"), .string("id:a")]) == [12, 7])
        #expect(try resolved([3, .string("#1")]) == [3, 12])
    }

    @Test func anIdMayLookLikeANumber() throws {
        #expect(try resolved([.string("id:#0")], ids: ["x", "#0"]) == [12])
    }

    @Test(arguments: ["#2", "#-1", "#", "id:c", "id:", "a", "7", ""])
    func othersAreRefused(text: String) {
        let problem = FieldError.Problem.notA("a position, or an earlier entry of this call: \(text)")
        #expect(throws: FieldError("data.entries", problem)) { try resolved([.string(text)]) }
    }

    @Test func withoutAnEarlierEntryThereIsNoneToName() throws {
        let data = try dispute(["#0"]).resolved(in: State(), earlier: EarlierEntries()).data
        #expect(data["entries"] == .array([.string("#0")]))
    }

    /// The entries of a dispute that comes after two entries, at positions 7 and 12.
    private func resolved(_ entries: [JSON], ids: [String] = ["a", "b"]) throws -> [Int64] {
        var earlier = EarlierEntries()
        let subject = try #require(Subject("knowledge/K-0001"))
        earlier.append(subject, at: 7, id: ids[0])
        earlier.append(subject, at: 12, id: ids[1])
        let data = try dispute(entries).resolved(in: State(), earlier: earlier).data
        return try #require(data["entries"]?.array).compactMap(\.integer)
    }

    private func dispute(_ entries: [JSON]) throws -> Draft {
        let line: JSON = [
            "type": "claim.disputed", "subject": "claim/", "data": ["entries": .array(entries)],
        ]
        return try Draft(try #require(line.object))
    }
}
