// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections

@testable import Ledger

/// What entries say of work at an instant, worked out slowly: every set of those that may have happened is one world,
/// and an answer is certain when all worlds give it.
struct WorkModel {
    private let streams: [Subject: [Entry]]
    private let state: State
    private let t: Timestamp

    init(_ entries: [Entry], _ state: State, at t: Timestamp) {
        streams = Dictionary(grouping: entries, by: \.subject)
        self.state = state
        self.t = t
    }

    /// The keys of things of a kind that had or may have begun.
    func keys(_ kind: SubjectKind) -> Set<String> {
        let begun = streams.filter {
            $0.key.kind == kind && $0.value.first.map { happened($0) != .no } == true
        }
        return Set(begun.map(\.key.key.text))
    }

    func isOpen(_ kind: SubjectKind, _ key: String) -> Truth {
        decide(worlds(kind, key).map { isOpen($0, stream(kind, key)) })
    }

    func isOverdue(_ key: String) -> Truth {
        let stream = stream(.commitment, key)
        return decide(
            worlds(.commitment, key).flatMap { world -> [Bool] in
                guard isOpen(world, stream) else { return [false] }
                guard let due = last("due", in: world)?.text, let date = try? EDTF(due) else {
                    return [false]
                }
                let last = date.bounds.last ?? .distantFuture
                if last < t { return [true] }
                let isDay = due.utf8.count == 10
                return isDay || date.bounds.earliestOrPast >= t ? [false] : [true, false]
            }
        )
    }

    func isOrphaned(_ key: String) -> Truth {
        let stream = stream(.commitment, key)
        return decide(
            worlds(.commitment, key).map { world in
                guard isOpen(world, stream) else { return false }
                let owner = world.last { $0.type.hasSuffix("assigned.v1") }?.data["owner"]?.text
                let end = owner.flatMap(Key.init).flatMap {
                    state.roles.assignments[$0]?.validity.to?.bounds.last
                }
                return end.map { $0 <= t } ?? false
            }
        )
    }

    func percent(_ key: String) -> Int64? { last(.commitment, key, "percent")?.integer }

    /// What was last said of something, by what had or may have happened.
    func last(_ kind: SubjectKind, _ key: String, _ member: String) -> JSON? {
        last(member, in: ordered(stream(kind, key)).filter { happened($0) != .no })
    }

    func sum(_ kind: SubjectKind, _ key: String, _ member: String) -> Int {
        stream(kind, key).filter { happened($0) != .no }.compactMap { $0.data[member]?.integer.map(Int.init) }
            .reduce(0, +)
    }

    private func last(_ member: String, in entries: [Entry]) -> JSON? {
        entries.last { $0.data[member] != nil }?.data[member]
    }

    private func stream(_ kind: SubjectKind, _ key: String) -> [Entry] {
        streams[Subject(kind, Key(unchecked: key))] ?? []
    }

    private func isOpen(_ world: [Entry], _ stream: [Entry]) -> Bool {
        let ends = ["closed", "completed", "cancelled", "resolved"]
        let hasBegun = world.contains { $0.position == stream.first?.position }
        return hasBegun && !world.contains { entry in ends.contains { entry.type.hasSuffix(".\($0).v1") } }
    }

    private func decide(_ worlds: [Bool]) -> Truth {
        if worlds.allSatisfy(\.self) { return .yes }
        return worlds.contains(true) ? .possibly : .no
    }

    /// The beginning first, then by the earliest instant, then by position.
    private func ordered(_ entries: [Entry]) -> [Entry] {
        entries.prefix(1)
            + entries.dropFirst().sorted { ($0.earliest, $0.position) < ($1.earliest, $1.position) }
    }

    /// Every set of what may have happened, together with what has, in order.
    private func worlds(_ kind: SubjectKind, _ key: String) -> [[Entry]] {
        var worlds: [[Entry]] = [[]]
        for entry in ordered(stream(kind, key)) where entry.data["percent"] == nil {
            switch happened(entry) {
            case .no: continue
            case .possibly: worlds += worlds.map { $0 + [entry] }
            case .yes: worlds = worlds.map { $0 + [entry] }
            }
        }
        return worlds
    }

    private func happened(_ entry: Entry) -> Truth {
        let bounds = entry.when
        guard bounds.earliestOrPast <= t else { return .no }
        let isPast = bounds.last.map { $0 <= t } ?? false
        if entry.occurred?.basis == .planned { return .possibly }
        return isPast || entry.recorded <= t ? .yes : .possibly
    }
}
