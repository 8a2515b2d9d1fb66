// SPDX-License-Identifier: Apache-2.0

/// A partner consents to a revision: given when recorded for that partner, otherwise reported.
public struct ConsentGiven: Event {
    public static let name = "consent.given"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "A partner consents to a revision; recorded for that partner it is given, else reported with a source."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority,
        .consentToCurrentRevision, .oneStandingPosition, .optionExists, .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision consent"

    /// The partner.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// The revision.
    public let revision: Int
    /// The option.
    public let option: Int?
    /// The delegation under which it is given.
    public let delegation: Key?
    /// What must be met first.
    public let condition: Text?
    /// Until when it holds.
    public let expires: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner that consents.")
        by = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment that gives the authority to consent."
        )
        revision = Int(try fields.integer("revision", in: 1...9999, "The revision it consents to."))
        option = try fields.optionalInteger("option", in: 1...999, "The option it consents to.").map {
            Int($0)
        }
        delegation = try fields.optionalKey(
            "delegation",
            of: .delegation,
            "The delegation under which it consents."
        )
        condition = try fields.optionalText("condition", "What must be met before the consent counts.")
        expires = try fields.optionalDate("expires", "Until when the consent holds.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandPosition(of: org, by: by, revision: revision, "consented to")
        try check.demandOption(option)
        try check.demandDelegation(delegation, of: [org], exercisedBy: by)
        let mode = try check.voice(of: org)
        guard let decision = check.state.decision(check.entry.subject.key) else { return }
        let standing = decision.standing(of: org)
        let isRepeated = standing?.stance == .consents && standing?.mode == mode && standing?.condition == nil
        // One that counts no longer, for it has expired or an option was added since, is given again.
        let counts = decision.gap(of: org, at: check.instant, option: nil, acceptsReported: true) == nil
        try check.demand(!(isRepeated && counts), .decision(.positionStands(org)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.take(
            PartnerPosition(
                organisation: org,
                stance: .consents,
                mode: entry.onBehalfOf == org ? .given : .reported,
                revision: revision,
                option: option,
                by: by,
                condition: condition,
                expires: expires,
                reason: nil,
                when: entry.when,
                sources: entry.sources,
                position: entry.position
            ),
            entry
        )
    }
}

/// A partner refuses its consent.
public struct ConsentRefused: Event {
    public static let name = "consent.refused"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A partner refuses its consent to a revision."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority,
        .consentToCurrentRevision, .oneStandingPosition, .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision refuse"

    /// The partner.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// The revision.
    public let revision: Int
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner that refuses.")
        by = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment that gives the authority to refuse."
        )
        revision = Int(try fields.integer("revision", in: 1...9999, "The revision it refuses."))
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandPosition(of: org, by: by, revision: revision, "refused")
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.take(
            PartnerPosition(
                organisation: org,
                stance: .refuses,
                mode: entry.onBehalfOf == org ? .given : .reported,
                revision: revision,
                option: nil,
                by: by,
                condition: nil,
                expires: nil,
                reason: reason,
                when: entry.when,
                sources: entry.sources,
                position: entry.position
            ),
            entry
        )
    }
}

/// A partner takes its consent back.
public struct ConsentWithdrawn: Event {
    public static let name = "consent.withdrawn"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A partner takes its consent back before the decision is adopted."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .consentStands,
        .oneStandingPosition, .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision withdraw-consent"

    /// The partner.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner that takes its consent back.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment that gives the authority.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        let isAdopted = decision.status.stands && !decision.awaitsRatification
        try check.demand(!isAdopted, .decision(.adoptedAlready(key)))
        try check.demandPositions("left without that consent")
        _ = try check.voice(of: org)
        try check.demandAuthority(by, for: org)
        try check.demand(decision.standing(of: org) != nil, .decision(.noConsent(key, org)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.changeStanding(of: org, entry) {
            $0.withdrawnBy = entry.position
            $0.withdrawnWhen = entry.when
            $0.withdrawnReason = reason
        }
    }
}

extension Check {
    /// What every position of a partner must fulfil.
    fileprivate mutating func demandPosition(
        of organisation: Key,
        by assignment: Key?,
        revision: Int,
        _ step: String
    ) throws(Refusal) {
        let key = entry.subject.key
        try demandPositions(step)
        let current = state.decision(key)?.revision ?? 1
        try demand(revision == current, .decision(.otherRevision(key, given: revision, current: current)))
        _ = try voice(of: organisation)
        let partnership = state.partnership(of: organisation, at: instant)
        try demand(partnership?.truth ?? .no, .decision(.notAPartner(organisation)))
        try demandAuthority(assignment, for: organisation)
    }
}

extension State {
    /// Takes a partner's position into account; a new one replaces the one that stood.
    fileprivate mutating func take(_ position: PartnerPosition, _ entry: Entry) {
        decisions.all[entry.subject.key]?.positions.append(position)
    }

    /// Changes the position of a partner that stands.
    mutating func changeStanding(
        of organisation: Key,
        _ entry: Entry,
        _ change: (inout PartnerPosition) -> Void
    ) {
        let key = entry.subject.key
        guard let standing = decisions.all[key]?.standing(of: organisation),
            let index = decisions.all[key]?.positions.firstIndex(where: { $0.position == standing.position })
        else { return }
        var changed = standing
        change(&changed)
        decisions.all[key]?.positions[index] = changed
    }
}
