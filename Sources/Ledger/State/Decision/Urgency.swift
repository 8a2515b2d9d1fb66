// SPDX-License-Identifier: Apache-2.0

/// That a matter was decided in urgency, before every partner had consented.
public struct Urgency: Hashable, Codable, Sendable {
    /// What was decided, by whom and why at once.
    public let taken: Recorded<UrgentDecisionTaken>
    /// That it was ratified: it is adopted from then on.
    public internal(set) var ratified: Recorded<DecisionRatified>?
    /// That its ratification was refused.
    public internal(set) var refused: Voiced<RatificationRefused>?
}

/// That a partner called a decision in, and how that ended.
public struct CallIn: Hashable, Codable, Sendable {
    /// Who called it in, and on what grounds.
    public let called: Voiced<DecisionCalledIn>
    /// How it ended; nil while it is suspended.
    public internal(set) var resolved: Recorded<CallInResolved>?
}

extension State {
    /// Whether a decision taken in urgency was not ratified in time, at an instant (rule 66).
    ///
    /// It is due by the date that was stated, at the meeting that was stated, or at the next meeting of its body,
    /// whichever is named first in that order. Nothing is recorded when that passes: it is computed for the date of
    /// the question, and nil when nothing says by when.
    public func isUnratified(_ decision: Decision, at instant: Timestamp) -> Truth? {
        guard let urgency = decision.urgency, urgency.refused == nil else { return nil }
        let ratified = urgency.ratified?.happening.happened(at: instant) ?? .no
        guard let due = ratificationDue(of: decision, at: instant) else { return nil }
        return due.and(ratified.negated)
    }

    /// Whether the meeting or date by which it is to be ratified has passed; nil when there is none.
    private func ratificationDue(of decision: Decision, at instant: Timestamp) -> Truth? {
        guard let taken = decision.urgency?.taken else { return nil }
        if let date = taken.content.ratifyBy { return Truth(date.bounds.isAtOrBefore(instant) == .yes) }
        if let key = taken.content.meeting {
            return governance.meetings[key]?.held.map { $0.date.bounds.isAtOrBefore(instant) } ?? .no
        }
        guard let body = decision.body else { return nil }
        return governance.meetings.values.reduce(.no) { truth, meeting in
            guard meeting.body == body, let held = meeting.held else { return truth }
            let isNext = taken.happening.occurrence.date.bounds.precedes(held.date.bounds)
            return truth.or(isNext.and(held.date.bounds.isAtOrBefore(instant)))
        }
    }
}

extension State {
    /// What stops the implementation of a matter at an instant.
    ///
    /// A block ends with the next milestone, with the implementation, and with the removal of its barrier.
    public func blocks(of decision: Decision, at instant: Timestamp) -> [Recorded<ImplementationBlocked>] {
        guard decision.status == .implementing else { return [] }
        let reached = decision.milestones.last?.happening.position ?? 0
        return decision.blocks.filter { block in
            let barrier = block.content.barrier.flatMap { activity.barriers[$0] }
            return block.happening.position > reached && barrier?.stands(at: instant) ?? .yes != .no
        }
    }
}
