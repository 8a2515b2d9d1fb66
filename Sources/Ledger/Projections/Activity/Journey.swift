// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// The journey of a venture: all that it went through, in the order in which it happened.
///
/// It is fed every entry that stands, in the order of recording and with corrections in force, and keeps
/// those whose type is a `JourneyEvent`. What it holds grows with the journey and not with the ledger, and a
/// copy of it stays cheap to keep while the next entry is added.
public struct Journey: Hashable, Sendable {
    private struct Stop: Hashable, Sendable {
        let subject: Subject
        let type: String
        let title: Text?
        let lanes: [Key]
        let phase: Int?
        let happening: Happening
    }

    private var stops: TreeDictionary<UInt64, Stop> = [:]
    /// The position of the latest stop on each stream, from which the next takes what it does not say itself.
    private var latest: TreeDictionary<Subject, UInt64> = [:]

    /// A journey that has not begun.
    public init() {}

    /// Takes in the next entry, if it has a place in the journey.
    public mutating func add(_ entry: Entry, _ event: any Event) {
        guard let event = event as? any JourneyEvent else { return }
        let before = latest[entry.subject].flatMap { stops[$0] }
        let lanes = event.journeyLanes
        stops[entry.position] = Stop(
            subject: entry.subject,
            type: type(of: event).name,
            title: event.journeyTitle ?? before?.title,
            lanes: lanes.isEmpty ? before?.lanes ?? [] : lanes,
            phase: event.journeyPhase,
            happening: Happening(entry)
        )
        latest[entry.subject] = entry.position
    }

    /// The rows, earliest first and then in the order of recording.
    ///
    /// Entries that contradict each other all have their rows, marked with the disputes between them.
    ///
    /// - Parameters:
    ///   - state: What is known of organisations and disputes.
    ///   - validAt: What had not happened then is left out, and what may have is marked `possibly`. Nil asks
    ///     for all, what is planned too.
    /// - Returns: A row for each entry that has a place in the journey.
    public func rows(in state: State, validAt: Timestamp? = nil) -> [JourneyRow] {
        let disputes = Self.disputes(in: state)
        return
            stops.values
            .filter { stop in validAt.map { stop.happening.happened(at: $0) != .no } ?? true }
            .sorted { Happening.inOrder($0.happening, $1.happening) }
            .map { stop in
                let position = stop.happening.position
                let claims = disputes[position] ?? []
                return JourneyRow(
                    position: position,
                    subject: stop.subject,
                    type: stop.type,
                    title: stop.title,
                    lanes: Self.lanes(stop.lanes, in: state),
                    phase: stop.phase.map { PhasePlace(ordinal: $0, truth: .yes) }
                        ?? state.phase(of: stop.happening.occurrence.date),
                    occurrence: stop.happening.occurrence,
                    happened: stop.happening.happened(at: validAt ?? .distantFuture),
                    disputes: claims,
                    isSettledAgainst: claims.contains { claim in
                        state.claims[claim]?.stands.map { $0 != position } ?? false
                    }
                )
            }
    }

    /// The disputes by the positions of the entries that they link.
    private static func disputes(in state: State) -> [UInt64: [Key]] {
        var disputes: [UInt64: [Key]] = [:]
        for (key, claim) in state.claims.sorted(by: { $0.key < $1.key }) {
            for position in Set(claim.entries) { disputes[position, default: []].append(key) }
        }
        return disputes
    }

    /// The organisations to which these belong, each once.
    private static func lanes(_ keys: [Key], in state: State) -> [Key] {
        var lanes: [Key] = []
        for lane in keys.map(state.root(of:)) where !lanes.contains(lane) { lanes.append(lane) }
        return lanes
    }
}

/// One row of the journey.
public struct JourneyRow: Hashable, Sendable {
    /// The position of the entry.
    public let position: UInt64
    /// What it is about.
    public let subject: Subject
    /// What happened: the short name of the type, such as `knowledge.event.held`.
    public let type: String
    /// What it is called; nil when no entry says so.
    public let title: Text?
    /// The organisations in whose lanes it belongs, the one that acted first; empty for the venture as a
    /// whole.
    public let lanes: [Key]
    /// The phase in which it happened, or to which it says it belongs; nil for none that is declared.
    public let phase: PhasePlace?
    /// When it happened; its `text` says so in words.
    public let occurrence: Occurrence
    /// Whether it had happened at the instant asked for: `yes` or `possibly`.
    public let happened: Truth
    /// The disputes in which the entry stands against others, open and settled.
    public let disputes: [Key]
    /// Whether such a dispute was settled in favour of another entry.
    public let isSettledAgainst: Bool
}
