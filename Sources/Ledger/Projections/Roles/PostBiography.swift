// SPDX-License-Identifier: Apache-2.0

extension State {
    /// All that happened to a post, in order; empty when no such post is recorded.
    public func postBiography(_ key: Key) -> [BiographyEvent] {
        guard let post = post(key) else { return [] }
        let role = Subject(.post, key)
        let events =
            titleEvents(post) + fundingEvents(key) + assignmentEvents(role) + vacancyEvents(role, post)
            + closingEvents(post)
        return events.sorted(by: BiographyEvent.inOrder)
    }

    private func titleEvents(_ post: Post) -> [BiographyEvent] {
        post.titles.periods.enumerated().map { index, period in
            BiographyEvent(
                date: period.validity.from,
                kind: index == 0 ? .defined(title: period.value) : .retitled(period.value),
                position: period.position
            )
        }
    }

    private func fundingEvents(_ key: Key) -> [BiographyEvent] {
        let versions = funding(of: key)
        let beginnings = Set(versions.compactMap(\.validity.from))
        let close = post(key)?.life.to
        var events: [BiographyEvent] = []
        for version in versions {
            events.append(
                BiographyEvent(
                    date: version.validity.from,
                    kind: .funded(version.value),
                    position: version.position
                )
            )
            if let end = version.validity.to, end != close, !beginnings.contains(end) {
                let position = version.value.ending?.position ?? version.position
                events.append(BiographyEvent(date: end, kind: .fundingEnded, position: position))
            }
        }
        return events
    }

    private func assignmentEvents(_ role: Subject) -> [BiographyEvent] {
        assignmentKeys(of: role).flatMap { key -> [BiographyEvent] in
            guard let assignment = assignment(key) else { return [] }
            let person = assignment.person
            var events: [BiographyEvent] = []
            func add(_ date: EDTF?, _ kind: BiographyEvent.Kind, _ position: UInt64) {
                events.append(BiographyEvent(date: date, kind: kind, position: position))
            }
            let end = assignment.validity.to
            for period in assignment.capacities.periods where !period.validity.begins(onOrAfter: end) {
                let isFirst = period.validity.from == assignment.validity.from
                let kind: BiographyEvent.Kind =
                    isFirst
                    ? .appointed(assignment: key, person: person, period.value)
                    : .capacityChanged(assignment: key, person: person, period.value)
                add(period.validity.from, kind, period.position)
            }
            for absence in assignment.absences.periods where !absence.validity.begins(onOrAfter: end) {
                add(absence.validity.from, .absenceBegan(assignment: key, person: person), absence.position)
                guard let back = absence.validity.to, back != end else { continue }
                let position = absence.value.endedBy ?? absence.position
                add(back, .absenceEnded(assignment: key, person: person), position)
            }
            if let end {
                add(
                    end,
                    .left(assignment: key, person: person, assignment.capacity),
                    endPosition(of: assignment)
                )
            }
            return events
        }
    }

    /// The entry that says when an assignment ended: its end, the abolition, or itself.
    private func endPosition(of assignment: Assignment) -> UInt64 {
        if let abolition = post(assignment.role.key)?.abolition, assignment.role.kind == .post,
            post(assignment.role.key)?.life.to == assignment.validity.to, assignment.ending == nil
        {
            return abolition.position
        }
        return assignment.ending?.position ?? assignment.position
    }

    /// The times between holders, and after the last, during which nobody held a post in their own right.
    private func vacancyEvents(_ role: Subject, _ post: Post) -> [BiographyEvent] {
        let held = stretches(of: role).filter(\.isSubstantive)
        var events: [BiographyEvent] = []
        var cover: Validity?
        func vacate(until next: EDTF?) {
            guard let end = cover?.to, let last = held.last(where: { $0.validity.to == end }) else { return }
            let truth = next.map { end.isEarlier(than: $0) } ?? .yes
            guard truth != .no, end != post.life.to else { return }
            let assignment = assignment(last.assignment)
            events.append(
                BiographyEvent(
                    date: end,
                    kind: .vacant(until: next ?? post.life.to, truth),
                    position: assignment.map(endPosition) ?? post.position
                )
            )
        }
        for validity in Validity.joined(held.map(\.validity)) {
            guard let end = cover?.to else {
                if cover == nil { cover = validity }
                continue
            }
            vacate(until: validity.from)
            let endsLater = validity.to.map { $0.bounds.latestOrFuture > end.bounds.latestOrFuture } ?? true
            if endsLater { cover = validity }
        }
        vacate(until: nil)
        return events
    }

    private func closingEvents(_ post: Post) -> [BiographyEvent] {
        guard let end = post.life.to else { return [] }
        let kind = post.abolition.map { BiographyEvent.Kind.abolished(reason: $0.reason) } ?? .ended
        return [BiographyEvent(date: end, kind: kind, position: post.abolition?.position ?? post.position)]
    }
}

extension Validity {
    /// Whether it certainly begins on a date or later, so that what ends there never sees it.
    fileprivate func begins(onOrAfter end: EDTF?) -> Bool {
        guard let from, let end else { return false }
        return from.isEarlier(than: end) == .no
    }
}
