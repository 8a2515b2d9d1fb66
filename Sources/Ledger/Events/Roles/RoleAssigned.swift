// SPDX-License-Identifier: Apache-2.0

/// Someone is given a post or seat.
public struct RoleAssigned: Event {
    public static let name = "role.assigned"
    public static let kind = SubjectKind.assignment
    public static let place = StreamPlace.begins
    public static let summary = "Someone holds a post or seat, in their own right or for another."
    public static let rules: [Rule] = [
        .singlePostHasOneHolder, .jobSharesFit, .holdersFit, .actingNeedsAbsence, .assignmentWithinPost,
        .abolishedPostIsClosed, .fundedWhileHeld, .notOwnDeputy, .seatHolderFromNominator, .lifeAllows,
    ]
    public static let command = "role assign"

    /// The post or seat.
    public let role: Subject
    /// The person.
    public let person: Key
    /// In what capacity; substantive when absent.
    public let capacity: Capacity?
    /// The share of the whole in basis points.
    public let fraction: Int64?
    /// When.
    public let validity: Validity
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        role = try fields.subject(
            "role",
            of: [.post, .seat],
            "The post or seat, such as post/programme-manager."
        )
        person = try fields.key("person", of: .person, "The person.")
        capacity = try fields.optionalChoice(
            "capacity",
            Capacity.self,
            "In what capacity; substantive when absent."
        )
        fraction = try fields.optionalInteger(
            "fraction",
            in: 1...FundingShare.whole,
            "The share of the whole in basis points, for a post that is shared."
        )
        validity = try fields.validity("From when; the date of the entry when absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let assignment = assignment(of: check.entry)
        try check.demandLasting(assignment.validity)
        try check.demandWithinLife(of: role, assignment.validity)
        try check.demandRoom(for: assignment, check.entry.subject.key)
        if role.kind == .post {
            check.warnOfGap(in: role.key, heldFor: assignment.validity)
        } else {
            check.warn(.seatHolderFromNominator, unless: comesFromNominator(check, assignment.validity))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.roles.assignments[key] = assignment(of: entry)
        state.roles.assignmentsByRole[role, default: []].append(key)
        state.link(decision: decision, to: entry.subject)
    }

    private func assignment(of entry: Entry) -> Assignment {
        let validity = validity.since(entry)
        var capacities = Timeline<Capacity>()
        capacities.insert(
            capacity ?? .substantive,
            validity: Validity(from: validity.from),
            position: entry.position
        )
        return Assignment(
            role: role,
            person: person,
            fraction: fraction,
            decision: decision,
            position: entry.position,
            validity: validity,
            capacities: capacities
        )
    }

    /// Whether the person belongs to the organisation that nominates, or a unit of it, when the assignment
    /// begins.
    private func comesFromNominator(_ check: Check, _ validity: Validity) -> Bool {
        guard let seat = check.state.seat(role.key) else { return true }
        let nominator = check.state.root(of: seat.organisation)
        let affiliations = check.state.person(person)?.affiliations(at: validity.earliestStart) ?? []
        return affiliations.contains { $0.truth == .yes && check.state.root(of: $0.value) == nominator }
    }
}
