// SPDX-License-Identifier: Apache-2.0

extension State {
    /// What is recorded of a person.
    public func person(_ key: Key) -> Person? { roles.people[key] }

    /// What is recorded of a post.
    public func post(_ key: Key) -> Post? { roles.posts[key] }

    /// What is recorded of a secondment.
    public func secondment(_ key: Key) -> Secondment? { roles.secondments[key] }

    /// What is recorded of an assignment; it ends at the latest with its post or seat.
    public func assignment(_ key: Key) -> Assignment? {
        guard var assignment = roles.assignments[key] else { return nil }
        let end = life(of: assignment.role)?.to
        assignment.validity = assignment.validity.clipped(to: Validity(to: end))
        return assignment
    }

    /// The versions of a post's funding; they end at the latest with the post.
    public func funding(of post: Key) -> [Timeline<FundingTerms>.Period] {
        let end = roles.posts[post]?.life.to
        return (roles.funding[post]?.periods ?? []).compactMap { period in
            var period = period
            period.validity = period.validity.clipped(to: Validity(to: end))
            return period.validity.beginsBeforeItEnds == .no ? nil : period
        }
    }

    /// When a post or seat exists; nil for what is not known.
    func life(of role: Subject) -> Validity? {
        role.kind == .seat ? seat(role.key)?.validity : roles.posts[role.key]?.life
    }

    /// Whether someone holds the role of an assignment at `t`.
    ///
    /// Nobody does before it begins, after it ends, or once the post or seat is gone.
    public func roleStands(_ key: Key, at t: Timestamp) -> Truth {
        guard let assignment = roles.assignments[key] else { return .no }
        let gone = life(of: assignment.role)?.to?.bounds.isAtOrBefore(t) ?? .no
        return assignment.validity.holds(at: t).and(gone.negated)
    }

    /// The organisations for which an assignment may act at `t`, each once.
    ///
    /// Of a post these are its host, those that fund it then, and those to which it answers; of a seat, the
    /// organisation that nominates to it.
    public func organisations(actedForBy key: Key, at t: Timestamp) -> [Key] {
        guard let role = roles.assignments[key]?.role else { return [] }
        var organisations: [Key] = []
        if role.kind == .seat {
            if let seat = seat(role.key) { organisations.append(seat.organisation) }
        } else if let post = roles.posts[role.key] {
            if let host = post.host { organisations.append(host) }
            for period in funding(of: role.key) where period.validity.holds(at: t) != .no {
                organisations += period.value.shares.map(\.organisation)
            }
            organisations += post.accountableTo
        }
        var seen: Set<Key> = []
        return organisations.filter { seen.insert($0).inserted }
    }

    /// The keys of the assignments of a post or seat, in the order in which they were recorded.
    func assignmentKeys(of role: Subject) -> [Key] { roles.assignmentsByRole[role] ?? [] }

    /// The stretches of all who hold a post or seat.
    func stretches(of role: Subject) -> [Stretch] {
        assignmentKeys(of: role).flatMap { assignment($0)?.stretches($0) ?? [] }
    }
}
