// SPDX-License-Identifier: Apache-2.0

/// How an organisation stands to the venture.
public enum PartnerStanding: String, CaseIterable, Sendable {
    /// It is a partner.
    case partner
    /// It has been invited and has not answered.
    case invited
    /// It has declined.
    case declined
    /// It was a partner.
    case left
}

/// An organisation as partner, past, present or to come, at an instant.
public struct PartnerView: Hashable, Sendable {
    /// The organisation.
    public let organisation: Key
    /// What it was called then.
    public let name: Text?
    /// How it stood to the venture.
    public let standing: PartnerStanding
    /// Whether that is certain.
    public let truth: Truth
    /// What it might expect; nil unless it was or may have been a partner.
    public let right: ConsentRight?
    /// As what it belonged to the venture; nil unless it was or may have been a partner.
    public let status: PartnerStatus?
    /// The times for which it has been a partner, before and after.
    public let memberships: [Timeline<Partner.Membership>.Period]
    /// The invitations to it.
    public let invitations: [Partner.Invitation]
    /// How it left.
    public let departures: [Partner.Departure]
}

extension State {
    /// Every organisation that stood in some way to the venture at an instant, by key.
    public func partnersView(validAt t: Timestamp) -> [PartnerView] {
        governance.partners.keys.sorted().compactMap { partnerView($0, validAt: t) }
    }

    /// How an organisation stood to the venture; nil when it did not yet.
    public func partnerView(_ organisation: Key, validAt t: Timestamp) -> PartnerView? {
        guard let partner = governance.partners[organisation] else { return nil }
        let partnership = partnership(of: organisation, at: t)
        let standing: (standing: PartnerStanding, truth: Truth)
        if let partnership {
            standing = (.partner, partnership.truth)
        } else if let last = partner.lastStep(at: t) {
            standing = last
        } else {
            return nil
        }
        return PartnerView(
            organisation: organisation,
            name: name(of: organisation, at: t),
            standing: standing.standing,
            truth: standing.truth,
            right: partnership?.right,
            status: partnership?.status,
            memberships: partner.memberships.periods,
            invitations: partner.invitations,
            departures: partner.departures
        )
    }
}

extension Partner {
    /// The latest of its steps that had or may have happened, other than joining.
    fileprivate func lastStep(at t: Timestamp) -> (standing: PartnerStanding, truth: Truth)? {
        var steps: [(standing: PartnerStanding, date: EDTF)] = []
        for invitation in invitations {
            steps.append((.invited, invitation.date))
            if let answer = invitation.answer, !answer.isAccepted { steps.append((.declined, answer.date)) }
        }
        for period in memberships.periods {
            if let to = period.validity.to { steps.append((.left, to)) }
        }
        let begun = steps.filter { $0.date.bounds.isAtOrBefore(t) != .no }
        // Of steps that may have begun together the one listed later is later: answers follow invitations.
        let last = begun.indices.max {
            let (left, right) = (begun[$0].date.bounds.earliestOrPast, begun[$1].date.bounds.earliestOrPast)
            return left == right ? $0 < $1 : left < right
        }
        return last.map { (begun[$0].standing, begun[$0].date.bounds.isAtOrBefore(t)) }
    }
}
