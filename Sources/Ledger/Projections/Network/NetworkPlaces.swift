// SPDX-License-Identifier: Apache-2.0

/// Where people and organisations belonged at an instant: their groups, and the posts and seats they held.
struct NetworkPlaces {
    private let state: State
    private let instant: Timestamp
    private let grouping: NetworkGrouping
    /// What each person held then, certainly or possibly: posts first, then seats.
    private let held: [Key: [Key]]

    init(_ state: State, at instant: Timestamp, by grouping: NetworkGrouping) {
        self.state = state
        self.instant = instant
        self.grouping = grouping
        var held: [Key: [Key]] = [:]
        for (key, assignment) in state.roles.assignments.sorted(by: { $0.key < $1.key })
        where state.roleStands(key, at: instant) != .no {
            held[assignment.person, default: []].append(key)
        }
        self.held = held.mapValues { keys in
            let isPost = { (key: Key) in state.roles.assignments[key]?.role.kind == .post }
            return keys.filter(isPost) + keys.filter { !isPost($0) }
        }
    }

    /// The group of a member of a population, who stands for `subject`.
    func group(of member: Subject, for subject: Subject) -> Key {
        if subject.kind == .organisation {
            return grouping == .unit ? subject.key : state.root(of: subject.key)
        }
        let assignments = assignments(of: member, for: subject)
        switch grouping {
        case .post:
            return assignments.lazy.compactMap(postGroup).first ?? NetworkGroup.unknown
        case .organisation, .unit:
            let affiliations = state.person(subject.key)?.affiliations(at: instant) ?? []
            let best = affiliations.last { $0.truth == .yes } ?? affiliations.last
            guard let key = best?.value ?? assignments.lazy.compactMap(organisation).first else {
                return NetworkGroup.unknown
            }
            return grouping == .unit ? key : state.root(of: key)
        }
    }

    /// What the post or seat is called that a member held then, or by which the member was named.
    func role(of member: Subject, for subject: Subject) -> Text? {
        assignments(of: member, for: subject).first.flatMap { state.title(of: Subject(.assignment, $0)) }
    }

    /// The assignment by which a member is named, if it was held then, and the others that the person held.
    private func assignments(of member: Subject, for subject: Subject) -> [Key] {
        let held = subject.kind == .person ? held[subject.key] ?? [] : []
        guard member.kind == .assignment else { return held }
        // Where the person held nothing then, the assignment by which they were asked is the best that is known.
        if held.isEmpty { return [member.key] }
        return held.contains(member.key) ? [member.key] + held.filter { $0 != member.key } : held
    }

    /// The group of a holder of a post or seat; nil when its organisation is not recorded.
    private func postGroup(_ assignment: Key) -> Key? {
        guard let role = state.roles.assignments[assignment]?.role else { return nil }
        if role.kind == .post, isJointlyFunded(role.key) { return NetworkGroup.jointlyFunded }
        return organisation(assignment).map(state.root(of:))
    }

    private func isJointlyFunded(_ post: Key) -> Bool {
        if state.post(post)?.isJointlyFunded == true { return true }
        return state.funding(of: post).contains { version in
            version.validity.holds(at: instant) == .yes && version.value.shares.count > 1
        }
    }

    /// The organisation of the post or seat of an assignment: its employer, or who nominates.
    private func organisation(_ assignment: Key) -> Key? {
        guard let role = state.roles.assignments[assignment]?.role else { return nil }
        if role.kind == .seat { return state.seat(role.key)?.organisation }
        return state.post(role.key).flatMap { $0.host ?? $0.organisations.first }
    }
}
