// SPDX-License-Identifier: Apache-2.0

/// A post or seat at an instant, and who held it.
public struct RosterLine: Hashable, Sendable {
    /// The post or seat.
    public let role: Subject
    /// What it was or may have been called then; of a seat, what it is called.
    public let titles: [Text]
    /// The body of a seat.
    public let body: Key?
    /// Whether it existed then: yes or possibly.
    public let existence: Truth
    /// Who held or may have held it then, those in their own right first.
    public let holders: [Holder]
    /// Whether it was vacant then.
    public let vacancy: Vacancy
}

/// An assignment that ends within the time asked about.
public struct EndingAssignment: Hashable, Sendable {
    /// The assignment.
    public let assignment: Key
    /// The post or seat.
    public let role: Subject
    /// The person.
    public let person: Key
    /// When it ends.
    public let date: EDTF
    /// Whether it ends within that time: yes or possibly.
    public let truth: Truth
}

extension State {
    /// Who held or may have held which post and seat at an instant: every one that existed or may have, by
    /// key, posts first.
    public func roster(validAt t: Timestamp) -> [RosterLine] {
        let posts = roles.posts.keys.sorted().map { Subject(.post, $0) }
        let seats = governance.seats.keys.sorted().map { Subject(.seat, $0) }
        return (posts + seats).compactMap { role in
            let existence = life(of: role)?.holds(at: t) ?? .no
            guard existence != .no else { return nil }
            let seat = role.kind == .seat ? seat(role.key) : nil
            let titles = seat.map { $0.title.map { [$0] } ?? [] } ?? post(role.key)?.titles.at(t).map(\.value)
            return RosterLine(
                role: role,
                titles: titles ?? [],
                body: seat?.body,
                existence: existence,
                holders: holders(of: role, at: t),
                vacancy: vacancy(of: role, at: t)
            )
        }
    }

    /// The assignments that end, or may end, from an instant until before another, in the order of their
    /// ends.
    ///
    /// Those without an end are not among them.
    public func assignmentsEndingWithin(from start: Timestamp, to end: Timestamp) -> [EndingAssignment] {
        let endings = roles.assignments.keys.compactMap { key -> EndingAssignment? in
            guard let assignment = assignment(key), let date = assignment.validity.to else { return nil }
            let truth = date.bounds.isAtOrAfter(start).and(date.bounds.isBefore(end))
            guard truth != .no else { return nil }
            return EndingAssignment(
                assignment: key,
                role: assignment.role,
                person: assignment.person,
                date: date,
                truth: truth
            )
        }
        return endings.sorted { left, right in
            let starts = (left.date.bounds.earliestOrPast, right.date.bounds.earliestOrPast)
            return starts.0 == starts.1 ? left.assignment < right.assignment : starts.0 < starts.1
        }
    }
}
