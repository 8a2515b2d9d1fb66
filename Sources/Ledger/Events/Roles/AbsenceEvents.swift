// SPDX-License-Identifier: Apache-2.0

/// Someone who holds a role is away from it.
public struct RoleAbsenceStarted: AssignmentChange {
    public static let name = "role.absence.started"
    public static let summary = "Someone who holds a post or seat is away from it; another may act meanwhile."

    /// When they are away.
    public let validity: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        validity = try fields.validity("From when; the date of the entry when absent.")
    }

    public func checkOwn(_ assignment: Assignment, _ check: inout Check) throws(Refusal) {
        let away = validity.since(check.entry)
        let subject = check.entry.subject
        try check.demandLasting(away)
        if let from = away.from { try check.demandWithin(from, assignment.validity, of: subject) }
        for absence in assignment.absences.periods {
            try check.demand(
                absence.validity.coincides(with: away).negated,
                .roles(.alreadyAbsent(subject.key, since: absence.position))
            )
        }
    }

    public func change(_ assignment: inout Assignment, by entry: Entry) {
        assignment.absences.insert(Absence(), validity: validity.since(entry), position: entry.position)
    }
}

/// Someone is back in their role.
public struct RoleAbsenceEnded: AssignmentChange {
    public static let name = "role.absence.ended"
    public static let summary = "Someone is back in the post or seat that they hold."

    /// From when.
    public let to: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.optionalDate("to", "From when they are back; the date of the entry when absent.")
    }

    public func checkOwn(_ assignment: Assignment, _ check: inout Check) throws(Refusal) {
        let date = to ?? check.entry.happened
        guard let absence = assignment.absences.period(endedBy: date) else {
            throw .roles(.notAbsent(check.entry.subject.key, date))
        }
        try check.demandLasting(Validity(from: absence.validity.from, to: date))
    }

    public func change(_ assignment: inout Assignment, by entry: Entry) {
        let date = to ?? entry.happened
        guard let absence = assignment.absences.period(endedBy: date) else { return }
        assignment.absences.update { period in
            guard period.position == absence.position else { return }
            period.validity.to = date
            period.value.endedBy = entry.position
        }
    }
}

extension Timeline<Absence> {
    /// The absence that someone who is back on this date has ended.
    ///
    /// It is the last that may have begun before that date, unless its end is recorded.
    fileprivate func period(endedBy date: EDTF) -> Period? {
        let begun = periods.last { ($0.validity.from?.isEarlier(than: date) ?? .yes) != .no }
        return begun?.value.endedBy == nil ? begun : nil
    }
}
