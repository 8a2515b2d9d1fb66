// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

@testable import Ledger

/// The Mid Essex example as it is imported: its lines, and the ledger after recording them one by one.
struct MidEssex {
    /// The lines, in order.
    private(set) var lines: [JSONObject] = []
    /// The drafts read from them.
    private(set) var drafts: [Draft] = []
    /// The entries made of them, by the id of the line.
    private(set) var entries: [String: Entry] = [:]
    /// The warnings of the lines that have any, with their subjects.
    private(set) var warnings: [String] = []
    /// The ledger after them.
    private(set) var state: State

    /// The whole example, recorded once for all tests.
    static let whole = Result { try MidEssex() }

    /// Records parts of the example in a ledger begun on 21 November 2026, each in a call of its own or all in one.
    init(parts: [Int] = [1, 2], inOneCall: Bool = true) throws {
        state = try History().state
        var earlier = EarlierEntries()
        for part in parts {
            if !inOneCall { earlier = EarlierEntries() }
            for line in try Self.lines(of: part) { try record(line, after: &earlier) }
        }
    }

    /// The lines of a part.
    static func lines(of part: Int) throws -> [JSONObject] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let file = root.appending(path: "Sources/jvctl/Resources/mid-essex-\(part).jsonl")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasSuffix("\n") && !text.contains("\n\n"))
        return try text.split(separator: "\n").map { line in
            try #require(try JSON(parsing: Array(line.utf8).span).object)
        }
    }

    /// The entry of a type that a stream has; the last if it has several.
    func entry(_ name: String, _ subject: String) throws -> Entry {
        let type = try #require(Catalogue.type(named: name))
        let entries = entries.values.filter { $0.subject.description == subject && $0.type == type.typeName }
        return try #require(entries.max { $0.position < $1.position }, "\(name) of \(subject)")
    }

    private mutating func record(_ line: JSONObject, after earlier: inout EarlierEntries) throws {
        let draft = try Draft(line)
        let id = try #require(draft.id)
        let resolved = try draft.resolved(in: state, earlier: earlier)
        let sealed = try SealPlan.names(
            of: resolved.data,
            fields: Catalogue.fields(of: resolved.type),
            asked: draft.seal,
            classification: draft.classification
        )
        #expect(sealed == [], "\(id) has something to seal")
        var entry = try Entry(
            position: state.size,
            id: id,
            origin: "example/jv",
            type: resolved.type.typeName,
            subject: resolved.subject,
            recorded: try #require(Timestamp("2026-11-21T10:00:00.000000Z")),
            streamVersion: state.version(of: resolved.subject) + 1,
            recorder: .user(uid: 1001),
            data: resolved.data
        )
        entry.onBehalfOf = Key("programme-office")
        let accepted: Accepted
        do { accepted = try state.decide(entry) } catch {
            Issue.record("\(id) \(draft.type) \(draft.subject): \(error)")
            throw error
        }
        state.apply(accepted.entry, accepted.event)
        earlier.append(entry.subject, at: entry.position, id: id)
        lines.append(line)
        drafts.append(draft)
        entries[id] = accepted.entry
        if !accepted.entry.warnings.isEmpty {
            let numbers = accepted.entry.warnings.map(String.init).joined(separator: " ")
            warnings.append("\(draft.type) \(accepted.entry.subject): \(numbers)")
        }
    }
}
