// SPDX-License-Identifier: Apache-2.0

/// What a partner may expect before a joint decision.
public enum ConsentRight: String, CaseIterable, Codable, Sendable {
    /// Nothing joint is decided without it.
    case required
    /// It is asked.
    case consulted
    /// It is told.
    case informed
}

/// As what an organisation belongs to the venture.
public enum PartnerStatus: String, CaseIterable, Codable, Sendable {
    /// As a partner.
    case partner
    /// As an associate, without the duties of a partner.
    case associate
    /// As an organisation that advises.
    case advisor
    /// As one that pays.
    case funder
}

/// An organisation as a partner of the venture.
public struct Partner: Hashable, Codable, Sendable {
    /// The times for which it is or was a partner.
    public internal(set) var memberships = Timeline<Membership>()
    /// The invitations to it, in the order of recording.
    public internal(set) var invitations: [Invitation] = []
    /// How it left, each time, in the order of recording.
    public internal(set) var departures: [Departure] = []

    /// A time as a partner.
    public struct Membership: Hashable, Codable, Sendable {
        /// What it may expect.
        public let right: ConsentRight
        /// As what it belongs to the venture.
        public let status: PartnerStatus
    }

    /// An invitation and its answer.
    public struct Invitation: Hashable, Codable, Sendable {
        /// When it was invited.
        public let date: EDTF
        /// What it was asked for.
        public let note: Text?
        /// Its answer; nil while there is none.
        public internal(set) var answer: Answer?
    }

    /// The answer to an invitation.
    public struct Answer: Hashable, Codable, Sendable {
        /// Whether it joined.
        public let isAccepted: Bool
        /// When it answered.
        public let date: EDTF
        /// Why, if it said so.
        public let reason: Text?
    }

    /// That it is no partner any more.
    public struct Departure: Hashable, Codable, Sendable {
        /// When it left.
        public let date: EDTF
        /// Why.
        public let reason: Text?
        /// What it still owes or is owed.
        public let liabilities: Text?
    }

    /// Whether an invitation waits for an answer.
    var isInvited: Bool { invitations.last.map { $0.answer == nil } ?? false }

    /// Notes the answer to the invitation that waits for one.
    mutating func answer(_ answer: Answer) {
        guard isInvited else { return }
        invitations[invitations.count - 1].answer = answer
    }
}

/// An organisation that is or may be a partner at some instant.
public struct Partnership: Hashable, Codable, Sendable {
    /// The organisation.
    public let organisation: Key
    /// What it may expect.
    public let right: ConsentRight
    /// As what it belongs to the venture.
    public let status: PartnerStatus
    /// Whether it is a partner: yes or possibly.
    public let truth: Truth
}

extension State {
    /// Everyone who is or may be a partner at an instant, by key.
    public func partners(at t: Timestamp) -> [Partnership] {
        governance.partners.keys.sorted().compactMap { partnership(of: $0, at: t) }
    }

    /// The partnership of an organisation at an instant; nil when it is certainly no partner.
    ///
    /// Of several that are possible it is the more certain, and of those the later. One that only changed its standing
    /// around that instant is a partner throughout.
    public func partnership(of organisation: Key, at t: Timestamp) -> Partnership? {
        guard let timeline = governance.partners[organisation]?.memberships else { return nil }
        let memberships = timeline.at(t)
        guard let best = memberships.last(where: { $0.truth == .yes }) ?? memberships.last else { return nil }
        return Partnership(
            organisation: organisation,
            right: best.value.right,
            status: best.value.status,
            truth: best.truth.or(Validity.covers(timeline.periods.map(\.validity), at: t))
        )
    }
}
