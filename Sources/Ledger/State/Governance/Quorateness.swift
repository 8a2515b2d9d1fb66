// SPDX-License-Identifier: Apache-2.0

/// Whether a meeting was quorate at some time of it.
public struct Quorateness: Hashable, Sendable {
    /// Whether: possibly where the times of coming and going leave it open.
    public let truth: Truth
    /// Whether the body's terms state a quorum.
    public let known: Bool
    /// The parts that are not certainly met, each with the count still missing.
    public let missing: [QuorumPart]
    /// The seats whose holders were certainly there, by key.
    public let present: [Key]
    /// The seats that did not count because their holders withdrew for a conflict of interest, by key.
    public let withdrawn: [Key]
}

/// A part of a meeting during which who was there did not change, as far as is stated.
public struct QuorumPeriod: Hashable, Sendable {
    /// From when; nil from its beginning.
    public let from: Timestamp?
    /// Whether it was quorate.
    public let quorateness: Quorateness
}

extension State {
    /// Whether a meeting was quorate, as a whole or at some time of it, and perhaps for one matter.
    ///
    /// Nil when no such meeting was held. For a matter those do not count who withdrew from it for a conflict of
    /// interest, where the terms say so (rule 43). A time that is not one of the meeting stands for the whole of it.
    public func quorateness(
        of meeting: Key,
        during time: Bounds? = nil,
        for decision: Key? = nil
    ) -> Quorateness? {
        guard let meeting = governance.meetings[meeting], let held = meeting.held else { return nil }
        let whole = held.date.bounds
        let when = time.flatMap { $0.overlaps(whole) ? $0 : nil } ?? whole
        let excludes = terms(of: meeting.body, at: held.instant)?.excludesConflicted == true
        let away = decision.map(conflicts(in:))?.filter { $0.content.handling.isAway } ?? []
        let withdrawn = held.attendance.filter { attendance in
            excludes && away.contains { concerns($0.content.holder, attendance, at: held.instant) }
        }
        let counting = held.attendance.filter { !withdrawn.contains($0) }
        let certain = counting.filter { $0.isPresent(during: when) == .yes }
        let possible = counting.filter { $0.isPresent(during: when) != .no }
        let least = quorum(of: meeting.body, present: certain, at: held.instant)
        let most = quorum(of: meeting.body, present: possible, at: held.instant)
        return Quorateness(
            truth: Truth(certain: least.isQuorate, possible: most.isQuorate),
            known: least.known,
            missing: least.missing,
            present: certain.compactMap(\.seat).sorted(),
            withdrawn: withdrawn.compactMap(\.seat).sorted()
        )
    }

    /// When a meeting was quorate: a period from its beginning, and one from each time at which somebody came or went.
    public func quorumTimeline(of meeting: Key) -> [QuorumPeriod] {
        guard let held = governance.meetings[meeting]?.held else { return [] }
        let changes = held.attendance.flatMap { attendance in
            [attendance.arrived, attendance.left].compactMap { $0?.bounds }
                .flatMap { [$0.earliest, $0.last].compactMap(\.self) }
        }
        let instants = Set(changes).filter { held.date.bounds.contains($0) }.sorted()
        guard let first = instants.first else {
            return quorateness(of: meeting).map { [QuorumPeriod(from: nil, quorateness: $0)] } ?? []
        }
        let before = Bounds(instant: first.advanced(byMicroseconds: -1))
        let beginning = quorateness(of: meeting, during: before)
        let later = instants.compactMap { instant in
            quorateness(of: meeting, during: Bounds(instant: instant))
                .map { QuorumPeriod(from: instant, quorateness: $0) }
        }
        return (beginning.map { [QuorumPeriod(from: nil, quorateness: $0)] } ?? []) + later
    }

    /// Whether somebody named by a conflict is who attended: in that role, or as the holder of the seat.
    private func concerns(_ holder: Subject, _ attendance: Attendance, at t: Timestamp) -> Bool {
        if let assignment = attendance.assignment {
            return isHeld(holder, by: assignment)
                || person(named: holder) == roles.assignments[assignment]?.person
        }
        guard let seat = attendance.seat, let person = person(named: holder) else { return false }
        return holders(of: Subject(.seat, seat), at: t).contains { $0.person == person }
    }
}

extension Attendance {
    /// Whether they were there at whichever instant of a time was meant.
    func isPresent(during when: Bounds) -> Truth {
        let hasCome = arrived.map { when.precedes($0.bounds).negated } ?? .yes
        return hasCome.and(left.map { when.precedes($0.bounds) } ?? .yes)
    }
}
