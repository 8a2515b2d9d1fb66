// SPDX-License-Identifier: Apache-2.0

extension Check {
    /// Refuses an act in an assignment that had certainly ended by then; warns if it possibly had.
    mutating func demandRoleNotEnded(_ assignment: Key?) throws(Refusal) {
        guard let assignment, let end = state.assignment(assignment)?.validity.to else { return }
        try demand(end.bounds.isAtOrBefore(instant).negated, .activity(.roleEnded(assignment)))
    }

    /// Refuses what certainly happened before that from which it goes on.
    ///
    /// That the dates leave it open is the rule with imprecise dates, and no reason for a warning.
    func demandNotBefore(_ beginning: Happening, _ subject: Subject) throws(Refusal) {
        try demand(
            !Happening(entry).certainlyPrecedes(beginning),
            .activity(.beforeItBegan(subject, began: beginning.occurrence.date))
        )
    }
}

extension Bounds {
    private static let minutesPerDay: Int64 = 1_440
    private static let microsecondsPerDay = Int64(Timestamp.microsecondsPerDay)

    /// Whether one person can have worked so many minutes on the days within: at most 24 hours on each.
    func canHold(minutes: Int64) -> Bool {
        guard let earliest, let latest else { return true }
        let length = latest.microseconds - earliest.microseconds
        let days = (length + Self.microsecondsPerDay - 1) / Self.microsecondsPerDay
        return minutes <= days * Self.minutesPerDay
    }
}
