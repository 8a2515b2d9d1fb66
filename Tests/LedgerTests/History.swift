// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// A history that a test records, entry by entry, as the ledger would.
struct History {
    /// What follows from the entries so far.
    private(set) var state = State()
    /// The entries so far.
    private(set) var entries: [Entry] = []
    /// When the next entry is recorded; each is a second after the last.
    var now: Timestamp
    /// The organisation for which entries are recorded unless a call says otherwise.
    var actor: Key?

    /// A ledger that began on the given day with its charter.
    init(began text: String = "2026-11-21T09:00:00.000000Z", profile: String? = nil) throws {
        now = try #require(Timestamp(text))
        let charter: JSON = ["origin": "example/jv", "publicKey": "example/jv+00000000+AA=="]
        let data = charter.with("profile", profile.map(JSON.string))
        try record("ledger.created", "ledger/charter", data, recorder: .system)
    }

    /// Records one entry, or throws why not and stays as it was.
    @discardableResult
    mutating func record(
        _ name: String,
        _ subject: String,
        _ data: JSON = [:],
        occurred: String? = nil,
        basis: String? = nil,
        onBehalfOf: String? = nil,
        sources: [String] = [],
        recorder: Recorder = .user(uid: 1001)
    ) throws -> Accepted {
        let entry = try draft(name, subject, data, occurred, basis, onBehalfOf, sources, recorder)
        let accepted: Accepted
        do { accepted = try state.decide(entry) } catch {
            DeclaredRules.expect(error, of: entry)
            throw error
        }
        DeclaredRules.expect(accepted.entry.warnings, of: entry)
        state.apply(accepted.entry, accepted.event)
        entries.append(accepted.entry)
        now = Timestamp(microseconds: now.microseconds + 1_000_000)
        return accepted
    }

    /// An entry that would be the next, not decided yet.
    func entry(_ name: String, _ subject: Subject, _ data: JSON) throws -> Entry {
        try draft(name, subject.description, data, nil, nil, nil, [], .user(uid: 1001))
    }

    /// Takes in an entry that the rules would refuse, as if older rules had let it pass.
    mutating func force(_ entry: Entry) {
        state.apply(entry, try? Catalogue.event(of: entry))
        entries.append(entry)
    }

    /// Takes in what a call that corrects history changed.
    mutating func take(_ outcome: Outcome) {
        state = outcome.state
        entries += outcome.accepted.map(\.entry)
    }

    private func draft(
        _ name: String,
        _ subject: String,
        _ data: JSON,
        _ occurred: String?,
        _ basis: String?,
        _ onBehalfOf: String?,
        _ sources: [String],
        _ recorder: Recorder
    ) throws -> Entry {
        var members = try #require(data.object)
        if let occurred {
            var object: JSONObject = JSONObject()
            object["date"] = .string(occurred)
            if let basis { object["basis"] = .string(basis) }
            members["occurred"] = .object(object)
        }
        if !sources.isEmpty { members["sources"] = .array(sources.map { ["evidence": .string($0)] }) }
        let resolved = try #require(try subjectFor(subject))
        var entry = try Entry(
            position: state.size,
            id: "t-\(state.size)",
            origin: "example/jv",
            type: try #require(Catalogue.type(named: name)).typeName,
            subject: resolved,
            recorded: now,
            streamVersion: state.version(of: resolved) + 1,
            recorder: recorder,
            data: members
        )
        entry.onBehalfOf = onBehalfOf.flatMap(Key.init) ?? actor
        return entry
    }

    private func subjectFor(_ text: String) throws -> Subject? {
        guard text.hasSuffix("/") else { return Subject(text) }
        let kind = try #require(SubjectKind(rawValue: String(text.dropLast())))
        return state.nextKey(kind).map { Subject(kind, $0) }
    }
}
