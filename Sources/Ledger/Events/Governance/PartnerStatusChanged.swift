// SPDX-License-Identifier: Apache-2.0

/// A partner may expect something else, or belongs to the venture as something else.
public struct PartnerStatusChanged: Event {
    public static let name = "partner.status.changed"
    public static let kind = SubjectKind.partner
    public static let place = StreamPlace.continues
    public static let summary =
        "What joint decisions need of a partner, or as what it belongs, changes from a date."
    public static let rules: [Rule] = [.membershipAllows, .lifeAllows]

    /// What it may expect from then on.
    public let right: ConsentRight?
    /// As what it belongs from then on.
    public let status: PartnerStatus?
    /// From when.
    public let from: EDTF?
    /// Why.
    public let reason: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        right = try fields.optionalChoice(
            "right",
            ConsentRight.self,
            "What joint decisions need of it from then on; as before when absent."
        )
        status = try fields.optionalChoice(
            "status",
            PartnerStatus.self,
            "As what it belongs to the venture from then on; as before when absent."
        )
        from = try fields.optionalDate("from", "From when; the date of the entry when absent.")
        reason = try fields.optionalText("reason", "Why.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        let start = check.start(of: Validity(from: from))
        guard let now = check.state.partnership(of: subject.key, at: start) else {
            throw .governance(.notPartner(subject.key))
        }
        try check.demand(now.truth, .governance(.notPartner(subject.key)))
        let changes = right.map { $0 != now.right } ?? false || status.map { $0 != now.status } ?? false
        try check.demand(changes, .governance(.nothingChanged(subject)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        let date = from ?? entry.happened
        guard var memberships = state.governance.partners[key]?.memberships else { return }
        let running = memberships.periods(at: date.bounds.earliestOrPast).last ?? memberships.periods.last
        guard let running else { return }
        memberships.succeed(
            with: Partner.Membership(
                right: right ?? running.value.right,
                status: status ?? running.value.status
            ),
            from: date,
            to: running.validity.to,
            position: entry.position
        )
        state.governance.partners[key]?.memberships = memberships
        state.link(decision: decision, to: entry.subject)
    }
}
