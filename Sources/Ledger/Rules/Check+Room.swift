// SPDX-License-Identifier: Apache-2.0

extension Check {
    /// Refuses an assignment for which its post or seat has no room beside the others: rules 23 to 26 and 37.
    ///
    /// A seat is held like a post of one person.
    mutating func demandRoom(for candidate: Assignment, _ key: Key) throws(Refusal) {
        let role = candidate.role
        var candidate = candidate
        candidate.validity = candidate.validity.clipped(to: Validity(to: state.life(of: role)?.to))
        let mine = candidate.stretches(key)
        let others = state.assignmentKeys(of: role).filter { $0 != key }.flatMap { other in
            state.assignment(other)?.stretches(other) ?? []
        }
        try demandOtherDeputy(role, mine, others)
        let post = role.kind == .post ? state.post(role.key) : nil
        switch post?.sharing ?? .single {
        case .single: try demandAlone(role, mine, others)
        case .jobShare:
            warn(.jobSharesFit, unless: candidate.fraction != nil || candidate.capacity != .substantive)
            try demandSum(
                mine,
                others,
                Room(limit: FundingShare.whole, weight: { $0.fraction ?? 0 }),
                { .sharesExceedWhole(role, $0) },
                acting: .actingBeyondRoom(role)
            )
        case .multi:
            guard let limit = post?.holders else { return }
            try demandSum(
                mine,
                others,
                Room(limit: Int64(limit), weight: { _ in 1 }),
                { .tooManyHolders(role, $0, limit: limit) },
                acting: .actingBeyondRoom(role)
            )
        }
    }

    private mutating func demandOtherDeputy(
        _ role: Subject,
        _ mine: [Stretch],
        _ others: [Stretch]
    ) throws(Refusal) {
        for stretch in mine {
            for other in others where stretch.person == other.person {
                guard
                    stretch.capacity == .deputy && other.isSubstantive
                        || stretch.isSubstantive && other.capacity == .deputy
                else { continue }
                try demand(
                    stretch.validity.coincides(with: other.validity).negated,
                    .roles(.ownDeputy(stretch.person, role))
                )
            }
        }
    }

    private mutating func demandAlone(_ role: Subject, _ mine: [Stretch], _ others: [Stretch]) throws(Refusal)
    {
        for stretch in mine {
            for other in others {
                if stretch.isSubstantive && other.isSubstantive {
                    try demand(
                        stretch.validity.coincides(with: other.validity).negated,
                        .roles(.alreadyHeld(role, by: other.assignment))
                    )
                }
                if stretch.isActing && other.isActive || stretch.isActive && other.isActing {
                    try demand(
                        stretch.validity.coincides(with: other.validity).negated,
                        .roles(.actingBesideActive(role, other.assignment))
                    )
                }
            }
        }
    }

    /// Refuses when what holders take up is together more than there is, at any instant of `mine`.
    private mutating func demandSum(
        _ mine: [Stretch],
        _ others: [Stretch],
        _ room: Room,
        _ exceeded: (Int64) -> RolesRefusal,
        acting: RolesRefusal
    ) throws(Refusal) {
        let all = mine + others
        let holders = all.filter(\.isSubstantive)
        let workers = all.contains(where: \.isActing) ? all.filter { $0.isActive || $0.isActing } : []
        for instant in all.flatMap(\.validity.changePoints)
        where mine.contains(where: { $0.validity.holds(at: instant) != .no }) {
            let held = room.load(of: holders, at: instant)
            try demand(held.fits, .roles(exceeded(held.certain)))
            try demand(room.load(of: workers, at: instant).fits, .roles(acting))
        }
    }
}

/// How much there is of a post that several hold, and how much of it one of them takes up.
private struct Room {
    let limit: Int64
    let weight: (Stretch) -> Int64

    /// What the stretches take up together, and whether there is as much.
    func load(of stretches: [Stretch], at t: Timestamp) -> (certain: Int64, fits: Truth) {
        var certain: Int64 = 0
        var possible: Int64 = 0
        for stretch in stretches {
            switch stretch.validity.holds(at: t) {
            case .no: break
            case .possibly: if !handsOver(stretch, among: stretches, at: t) { possible += weight(stretch) }
            case .yes: certain += weight(stretch)
            }
        }
        let fits: Truth = certain > limit ? .no : certain + possible > limit ? .possibly : .yes
        return (certain, fits)
    }

    /// Whether a stretch ends on the very date, around `t`, on which another begins; then only one counts.
    private func handsOver(_ stretch: Stretch, among stretches: [Stretch], at t: Timestamp) -> Bool {
        guard let end = stretch.validity.to, end.bounds.contains(t) else { return false }
        return stretches.contains { $0.validity.from == end }
    }
}
