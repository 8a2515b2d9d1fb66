// SPDX-License-Identifier: Apache-2.0

/// A body is set up.
public struct BodyConstituted: Event {
    public static let name = "body.constituted"
    public static let kind = SubjectKind.body
    public static let place = StreamPlace.begins
    public static let summary =
        "A body in which organisations decide is set up, with its terms of reference."
    public static let rules: [Rule] = [.ventureOpen, .lifeAllows, .advisorsDoNotVote]
    public static let command = "body create"

    /// What it is called.
    public let title: Text
    /// What kind it is.
    public let bodyKind: BodyKind
    /// The body it is part of.
    public let parent: Key?
    /// Its first terms.
    public let terms: StatedTerms
    /// For how long it is set up.
    public let validity: Validity
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the body is called.")
        bodyKind = try fields.choice("kind", BodyKind.self, "What kind of body it is.")
        parent = try fields.optionalKey("parent", of: .body, "The body that it is part of.")
        terms = try StatedTerms(&fields)
        validity = try fields.validity("From when it exists; when the entry happened if absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let start = check.start(of: validity)
        try check.demandOrder(of: validity.since(check.entry))
        try check.demandOpenVenture(at: start)
        if let parent { try check.demandBody(parent, at: start) }
        try terms.check(&check)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let validity = validity.since(entry)
        var body = Body(title: title, kind: bodyKind, parent: parent, validity: validity)
        body.terms.insert(
            terms.terms(version: 1),
            validity: Validity(from: validity.from),
            position: entry.position
        )
        state.governance.bodies[entry.subject.key] = body
        state.link(decision: decision, to: entry.subject)
    }
}

/// A body gets new terms of reference.
public struct BodyTermsAmended: Event {
    public static let name = "body.terms.amended"
    public static let kind = SubjectKind.body
    public static let place = StreamPlace.continues
    public static let summary =
        "A body gets new terms of reference, in full; the earlier version stays."
    public static let rules: [Rule] = [.chairsFromDifferentPartners, .lifeAllows, .advisorsDoNotVote]
    public static let command = "body amend"

    /// The new terms.
    public let terms: StatedTerms
    /// When they come into force.
    public let from: EDTF?
    /// The decision that led to them.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        terms = try StatedTerms(&fields)
        from = try fields.optionalDate(
            "from",
            "When they come into force; when the entry happened if absent."
        )
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to them.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let body = check.entry.subject.key
        let start = check.start(of: Validity(from: from))
        try check.demandBody(body, at: start)
        try terms.check(&check)
        guard terms.chairsFromDifferentPartners else { return }
        var organisations: Set<Key> = []
        for chair in check.state.chairs(of: body, at: start) {
            let theirs = check.state.organisations(ofChair: chair.value.holder, at: start)
            check.warn(.chairsFromDifferentPartners, unless: organisations.isDisjoint(with: theirs))
            organisations.formUnion(theirs)
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        let version = (state.governance.bodies[key]?.terms.periods.count ?? 0) + 1
        state.governance.bodies[key]?.terms.insert(
            terms.terms(version: version),
            validity: Validity(from: from).since(entry),
            position: entry.position
        )
        state.link(decision: decision, to: entry.subject)
    }
}

/// A body ends, and its seats with it.
public struct BodyDissolved: Event {
    public static let name = "body.dissolved"
    public static let kind = SubjectKind.body
    public static let place = StreamPlace.continues
    public static let summary = "A body ends, and its seats with it."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why the body ends.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let body = check.state.body(subject.key) else { return }
        try check.demand(body.validity.canEnd(on: check.entry.happened), .governance(.notThere(subject)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        let date = entry.happened
        state.governance.bodies[key]?.validity.to = date
        for seat in state.governance.bodies[key]?.seats ?? [] {
            guard let validity = state.governance.seats[seat]?.validity else { continue }
            state.governance.seats[seat]?.validity = validity.clipped(to: Validity(to: date))
        }
        state.link(decision: decision, to: entry.subject)
    }
}

extension Check {
    /// Refuses what concerns a body that did not exist at an instant.
    mutating func demandBody(_ key: Key, at t: Timestamp) throws(Refusal) {
        guard let body = state.body(key) else { return }
        try demand(body.validity.holds(at: t), .governance(.notThere(Subject(.body, key))))
    }
}
