// SPDX-License-Identifier: Apache-2.0

/// An event that changes an assignment: the rules see what it would become before it does.
public protocol AssignmentChange: Event {
    /// What the assignment becomes.
    func change(_ assignment: inout Assignment, by entry: Entry)
    /// Refuses what the assignment's own history does not allow.
    func checkOwn(_ assignment: Assignment, _ check: inout Check) throws(Refusal)
}

extension AssignmentChange {
    public static var kind: SubjectKind { .assignment }
    public static var place: StreamPlace { .continues }
    public static var rules: [Rule] {
        [
            .singlePostHasOneHolder, .jobSharesFit, .holdersFit, .actingNeedsAbsence, .notOwnDeputy,
            .lifeAllows,
        ]
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard var assignment = check.state.roles.assignments[subject.key] else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        try checkOwn(assignment, &check)
        change(&assignment, by: check.entry)
        try check.demandRoom(for: assignment, subject.key)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        guard var assignment = state.roles.assignments[key] else { return }
        change(&assignment, by: entry)
        state.roles.assignments[key] = assignment
    }
}
