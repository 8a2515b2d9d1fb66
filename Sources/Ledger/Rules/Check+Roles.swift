// SPDX-License-Identifier: Apache-2.0

extension Check {
    /// Refuses what ends before it begins.
    mutating func demandLasting(_ validity: Validity) throws(Refusal) {
        try demand(validity.beginsBeforeItEnds, .roles(.endsBeforeItBegins(validity)))
    }

    /// Refuses a date before a thing begins, or when it is over.
    mutating func demandWithin(_ date: EDTF, _ life: Validity, of subject: Subject) throws(Refusal) {
        let begun = life.from?.isLater(than: date).negated ?? .yes
        let goesOn = life.to.map { date.isEarlier(than: $0) } ?? .yes
        try demand(begun.and(goesOn), .roles(.notThen(subject, date, life)))
    }

    /// Refuses an assignment that begins before or lasts beyond its post or seat (rules 27 and 28).
    mutating func demandWithinLife(of role: Subject, _ validity: Validity) throws(Refusal) {
        guard let life = state.life(of: role) else { throw .entry(.unknown(role, field: "role")) }
        if let from = validity.from {
            if let begin = life.from {
                try demand(begin.isLater(than: from).negated, .roles(.outsideRole(role, life)))
            }
            if let end = life.to {
                let isAbolished = role.kind == .seat || state.post(role.key)?.abolition != nil
                try demand(
                    from.isEarlier(than: end),
                    .roles(isAbolished ? .roleClosed(role, end) : .outsideRole(role, life))
                )
            }
        }
        if let to = validity.to, let end = life.to {
            try demand(end.isEarlier(than: to).negated, .roles(.outsideRole(role, life)))
        }
    }

    /// Warns when a post that is paid for by agreement would be held for a time nobody pays for (rule 35).
    mutating func warnOfGap(in post: Key, heldFor validity: Validity) {
        let funding = state.funding(of: post).map(\.validity)
        guard let record = state.post(post), record.isJointlyFunded || !funding.isEmpty else { return }
        let held = validity.clipped(to: Validity(to: record.life.to))
        warn(.fundedWhileHeld, unless: !Self.hasGap(held: [held], funding: funding))
    }

    /// Warns when, with this funding, a post is held for a time nobody pays for (rule 35).
    mutating func warnOfGaps(in post: Key, funding: [Validity]) {
        let held = state.stretches(of: Subject(.post, post)).filter { $0.isSubstantive || $0.isActing }
        warn(.fundedWhileHeld, unless: !Self.hasGap(held: held.map(\.validity), funding: funding))
    }

    private static func hasGap(held: [Validity], funding: [Validity]) -> Bool {
        (held + funding).flatMap(\.changePoints).contains { instant in
            Validity.covers(held, at: instant) == .yes && Validity.covers(funding, at: instant) == .no
        }
    }
}
