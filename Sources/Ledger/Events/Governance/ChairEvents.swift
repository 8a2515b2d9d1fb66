// SPDX-License-Identifier: Apache-2.0

/// Somebody chairs a body.
public struct ChairAppointed: Event {
    public static let name = "chair.appointed"
    public static let kind = SubjectKind.body
    public static let place = StreamPlace.continues
    public static let summary = "Somebody becomes chair or vice-chair of a body."
    public static let rules: [Rule] = [.chairsFromDifferentPartners, .endedRoleCannotAct, .lifeAllows]
    public static let command = "body chair"

    /// Which office.
    public let office: ChairOffice
    /// The seat or the assignment.
    public let holder: Subject
    /// When.
    public let validity: Validity
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        office = try fields.choice("office", ChairOffice.self, "Which office.")
        holder = try fields.subject(
            "holder",
            of: [.seat, .assignment],
            "The seat whose holder it is, or the assignment of somebody from elsewhere."
        )
        validity = try fields.validity("From when; when the entry happened if absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let body = check.entry.subject.key
        let stated = validity.since(check.entry)
        try check.demandOrder(of: stated)
        try check.demandBody(body, at: stated.earliestStart)
        if holder.kind == .seat, let seat = check.state.seat(holder.key) {
            try check.demand(seat.body == body, .governance(.chairSeatElsewhere(holder.key, seat.body)))
            try check.demand(seat.validity.holds(at: stated.earliestStart), .governance(.notThere(holder)))
        } else {
            try check.demand(
                check.state.roleStands(holder.key, at: stated.earliestStart),
                .governance(.roleNotHeld(holder.key))
            )
        }
        for chair in check.state.body(body)?.chairs ?? [] {
            let together = chair.validity.coincides(with: stated)
            if chair.office == office {
                try check.demand(together.negated, .governance(.officeHeld(office, body, by: chair.holder)))
            } else {
                try checkPartners(beside: chair, together, stated, &check)
            }
        }
    }

    /// Refuses chair and vice-chair of one partner at a time, where the terms say so (rule 39).
    private func checkPartners(
        beside other: Chair,
        _ together: Truth,
        _ stated: Validity,
        _ check: inout Check
    ) throws(Refusal) {
        let body = check.entry.subject.key
        let start = max(stated.earliestStart, other.validity.earliestStart)
        guard together != .no, check.state.terms(of: body, at: start)?.chairsFromDifferentPartners == true
        else { return }
        let mine = check.state.organisations(ofChair: holder, at: start)
        let others = check.state.organisations(ofChair: other.holder, at: start)
        let differ: Truth = mine.isEmpty || others.isEmpty ? .possibly : Truth(mine.isDisjoint(with: others))
        try check.demand(
            differ.or(together.negated),
            .governance(.chairsOfOnePartner(body, mine.intersection(others).sorted()))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let chair = Chair(
            office: office,
            holder: holder,
            validity: validity.since(entry),
            decision: decision,
            position: entry.position
        )
        state.governance.bodies[entry.subject.key]?.chairs.append(chair)
        state.link(decision: decision, to: entry.subject)
    }
}

/// Somebody no longer chairs a body.
public struct ChairStoodDown: Event {
    public static let name = "chair.stoodDown"
    public static let kind = SubjectKind.body
    public static let place = StreamPlace.continues
    public static let summary = "Somebody is chair or vice-chair of a body no longer."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "body chair"

    /// Which office.
    public let office: ChairOffice
    /// From when.
    public let to: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        office = try fields.choice("office", ChairOffice.self, "Which office.")
        to = try fields.optionalDate("to", "From when; the date of the entry when absent.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let body = check.entry.subject.key
        let date = to ?? check.entry.happened
        let canEnd = (check.state.body(body)?.chairs ?? []).filter { $0.office == office }
            .reduce(Truth.no) { $0.or($1.validity.canEnd(on: date)) }
        try check.demand(canEnd, .governance(.officeVacant(office, body)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let date = to ?? entry.happened
        let key = entry.subject.key
        guard
            let index = state.governance.bodies[key]?.chairs.lastIndex(where: {
                $0.office == office && $0.validity.canEnd(on: date) != .no
            })
        else { return }
        state.governance.bodies[key]?.chairs[index].validity.to = date
        state.governance.bodies[key]?.chairs[index].ending = Ending(position: entry.position, reason: reason)
    }
}
