// SPDX-License-Identifier: Apache-2.0

/// What a partner said of a proposal, and how the ledger knows.
public struct PartnerPosition: Hashable, Codable, Sendable {
    /// What it said.
    public enum Stance: String, Codable, Sendable {
        case consents
        case refuses
    }

    /// How the ledger knows.
    public enum Mode: String, Codable, Sendable {
        /// The partner recorded it here itself.
        case given
        /// Someone else recorded it, with a source.
        case reported
    }

    /// The partner.
    public let organisation: Key
    /// What it said.
    public let stance: Stance
    /// How the ledger knows.
    public let mode: Mode
    /// The revision it spoke of.
    public let revision: Int
    /// The option it spoke of.
    public let option: Int?
    /// The assignment that gave authority.
    public let by: Key?
    /// What must be met first.
    public let condition: Text?
    /// Until when it holds.
    public let expires: EDTF?
    /// Why it refuses.
    public let reason: Text?
    /// Within which instants it spoke.
    public let when: Bounds
    /// Where a report comes from.
    public let sources: [SourceReference]
    /// The entry that records it.
    public let position: UInt64
    /// Whether the condition is met or was waived.
    public internal(set) var conditionIsMet = false
    /// Within which instants the condition was met or waived.
    public internal(set) var conditionMetWhen: Bounds?
    /// The entry by which it was withdrawn.
    public internal(set) var withdrawnBy: UInt64?
    /// Why it was withdrawn.
    public internal(set) var withdrawnReason: Text?
    /// Within which instants it was withdrawn.
    public internal(set) var withdrawnWhen: Bounds?
}

/// Why a partner's consent does not count for adoption.
public enum ConsentGap: Hashable, Codable, Sendable {
    /// It has not spoken.
    case noAnswer
    /// It consented to an earlier revision only.
    case earlierRevision(Int)
    /// It refused.
    case refused
    /// It withdrew.
    case withdrawn
    /// Its condition is not met.
    case conditionOpen
    /// Its consent has expired.
    case expired
    /// It consented to another option.
    case otherOption(Int)
    /// It consented to no option in particular, before this one was on the table.
    case beforeOption(Int)
    /// Its consent was reported, and the decision needs it given.
    case reportedOnly

    /// The gap in a few words, to stand in brackets behind the partner's key.
    public var text: String {
        switch self {
        case .noAnswer: "no answer"
        case .earlierRevision(let revision): "revision \(revision) only"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .conditionOpen: "condition not met"
        case .expired: "expired"
        case .otherOption(let number): "to option \(number)"
        case .beforeOption(let number): "before option \(number) was added"
        case .reportedOnly: "reported, not given here"
        }
    }
}

/// A partner that a decision waits for, and why.
public struct MissingConsent: Hashable, Codable, Sendable {
    /// The partner.
    public let organisation: Key
    /// Why its consent does not count.
    public let gap: ConsentGap
}

extension Decision {
    /// The last position of a partner on the current revision, withdrawn or not.
    func last(of organisation: Key) -> PartnerPosition? {
        positions.last { $0.organisation == organisation && $0.revision == revision }
    }

    /// The position of a partner that stands: its last one on the current revision, if that was not withdrawn.
    ///
    /// Each replaces the one before for good: withdrawing it brings none back.
    public func standing(of organisation: Key) -> PartnerPosition? {
        last(of: organisation).flatMap { $0.withdrawnBy == nil ? $0 : nil }
    }

    /// Why a partner's consent does not count at an instant; nil when it does.
    ///
    /// Without `option` it is enough that it bears on one that is on the table.
    public func gap(
        of organisation: Key,
        at instant: Timestamp,
        option: Int?,
        acceptsReported: Bool
    ) -> ConsentGap? {
        guard let standing = standing(of: organisation) else {
            let earlier = positions.last { $0.organisation == organisation }
            guard let earlier else { return .noAnswer }
            if earlier.revision < revision { return .earlierRevision(earlier.revision) }
            return .withdrawn
        }
        switch standing.stance {
        case .refuses: return .refused
        case .consents: break
        }
        if standing.condition != nil, !standing.conditionIsMet { return .conditionOpen }
        if let expires = standing.expires, expires.bounds.isAtOrBefore(instant) == .yes { return .expired }
        if let gap = gap(of: standing, on: option.map { [$0] } ?? openOptions.map(\.number)) { return gap }
        switch standing.mode {
        case .given: return nil
        case .reported: return acceptsReported ? nil : .reportedOnly
        }
    }

    /// Why a consent bears on none of these options; nil when it does.
    ///
    /// One that names no option bears on those that were on the table when it was given.
    private func gap(of consent: PartnerPosition, on options: [Int]) -> ConsentGap? {
        if let chosen = consent.option { return options.contains(chosen) ? nil : .otherOption(chosen) }
        let isOn = options.contains { number in option(number).map { $0.position < consent.position } ?? false
        }
        return isOn ? nil : options.first.map(ConsentGap.beforeOption)
    }
}
