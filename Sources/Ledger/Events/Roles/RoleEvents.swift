// SPDX-License-Identifier: Apache-2.0
/// Someone holds their role in another capacity.
public struct RoleCapacityChanged: AssignmentChange {
    public static let name = "role.capacity.changed"
    public static let summary = "Someone holds a post or seat in another capacity from a date on."
    public static let command = "role change"

    /// The capacity.
    public let capacity: Capacity
    /// From when.
    public let from: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        capacity = try fields.choice("capacity", Capacity.self, "The new capacity.")
        from = try fields.optionalDate("from", "From when; the date of the entry when absent.")
    }

    public func checkOwn(_ assignment: Assignment, _ check: inout Check) throws(Refusal) {
        let date = from ?? check.entry.happened
        try check.demandWithin(date, assignment.validity, of: check.entry.subject)
    }

    public func change(_ assignment: inout Assignment, by entry: Entry) {
        assignment.capacities.succeed(with: capacity, from: from ?? entry.happened, position: entry.position)
    }
}

/// Someone ends their role.
public struct RoleEnded: AssignmentChange {
    public static let name = "role.ended"
    public static let summary = "Someone no longer holds a post or seat."
    public static let rules: [Rule] = [
        .singlePostHasOneHolder, .jobSharesFit, .holdersFit, .actingNeedsAbsence, .assignmentWithinPost,
        .abolishedPostIsClosed, .notOwnDeputy, .lifeAllows,
    ]
    public static let command = "role end"

    /// From when.
    public let to: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.optionalDate("to", "From when; the date of the entry when absent.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func checkOwn(_ assignment: Assignment, _ check: inout Check) throws(Refusal) {
        if let ending = assignment.ending {
            throw .roles(.alreadyEnded(check.entry.subject, by: ending.position))
        }
        let validity = Validity(from: assignment.validity.from, to: to ?? check.entry.happened)
        try check.demandLasting(validity)
        try check.demandWithinLife(of: assignment.role, validity)
    }

    public func change(_ assignment: inout Assignment, by entry: Entry) {
        assignment.validity.to = to ?? entry.happened
        assignment.ending = Ending(position: entry.position, reason: reason)
    }
}
