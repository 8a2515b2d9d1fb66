// SPDX-License-Identifier: Apache-2.0

/// A matter is decided at once, before every partner has consented.
///
/// It is in force, and not adopted: it binds no partner's money or posts until it is ratified, which needs what an
/// adoption needs. That it was not ratified in time is computed (rule 66), never recorded by a timer.
public struct UrgentDecisionTaken: Event, Codable, Hashable {
    public static let name = "decision.urgent.taken"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "Whoever has the authority decides at once, before every partner consents; it is to be ratified."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .optionExists,
        .optionsConsidered, .conflictsStated, .urgentRatified, .deadlineLapses, .reportHasSource,
        .lifeAllows, .advisorsDoNotVote,
    ]
    public static let command = "decision urgent"

    /// The partner for which it is decided.
    public let org: Key
    /// The assignment of whoever decides.
    public let by: Key
    /// The option chosen.
    public let option: Int?
    /// Why so.
    public let reason: Text
    /// Why at once.
    public let urgency: Text
    /// The organisations that were asked first.
    public let consulted: [Key]
    /// By when it is to be ratified.
    public let ratifyBy: EDTF?
    /// The meeting that is to ratify it.
    public let meeting: Key?
    /// The delegation under which it is decided.
    public let delegation: Key?
    /// Conflicts of interest.
    public let conflicts: Text?
    /// Why there was no alternative.
    public let noAlternatives: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner for which it is decided.")
        by = try fields.key("by", of: .assignment, "The assignment of whoever decides.")
        option = try fields.optionalInteger("option", in: 1...999, "The number of the option chosen.").map {
            Int($0)
        }
        reason = try fields.text("reason", "Why it is decided so.")
        urgency = try fields.text("urgency", "Why it could not wait.")
        consulted = try fields.keys(
            "consulted",
            of: .organisation,
            "The organisations that were asked first."
        )
        ratifyBy = try fields.optionalDate("ratifyBy", "By when it is to be ratified.")
        meeting = try fields.optionalKey(
            "meeting",
            of: .meeting,
            "The meeting that is to ratify it; the next of the body to which it was put when absent."
        )
        delegation = try fields.optionalKey(
            "delegation",
            of: .delegation,
            "The delegation under which it is decided."
        )
        conflicts = try fields.optionalText(
            "conflicts",
            "Conflicts of interest that were declared, or that none were."
        )
        noAlternatives = try fields.optionalText("noAlternatives", "Why there was no alternative.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpen("decided in urgency")
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        try check.demandTabled(decision)
        try check.demandNotLapsed(decision)
        let required = check.state.requiredPartners(of: decision, at: check.instant)
        try check.demand(required.contains(org), .decision(.notAPartner(org)))
        _ = try check.mode(of: org)
        try check.demandAuthority(by, for: org)
        try check.demandDelegation(delegation, of: required, exercisedBy: by)
        try check.demandChoice(of: option, among: decision)
        check.demandAlternatives(to: decision, noAlternatives)
        check.demandByProfile(.conflictsStated, conflicts != nil)
        check.warn(.urgentRatified, unless: ratifyBy != nil || meeting != nil || decision.body != nil)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.urgency = Urgency(taken: Recorded(self, entry))
        state.change(.urgent, entry)
    }
}

/// What was decided in urgency is ratified: it is adopted from then on.
public struct DecisionRatified: Event, Codable, Hashable {
    public static let name = "decision.ratified"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "What was decided in urgency is ratified, with the consents that an adoption needs."
    public static let rules: [Rule] = [
        .jointNeedsTwoPartners, .decisionWhileQuorate, .conflictedDoNotCount, .statusAllows,
        .everyPartnerConsents,
        .consentWithAuthority, .rejectedOptionsHaveReasons, .urgentRatified, .reviewDateSet,
        .givenOnceRecording, .lifeAllows, .voteCarries,
    ]
    public static let command = "decision ratify"

    /// The body that ratifies it.
    public let body: Key?
    /// The meeting at which it is ratified.
    public let meeting: Key?
    /// When it is to be reviewed.
    public let reviewOn: EDTF?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.optionalKey(
            "body",
            of: .body,
            "The body that ratifies it, if not the one it was put to."
        )
        meeting = try fields.optionalKey("meeting", of: .meeting, "The meeting at which it is ratified.")
        reviewOn = try fields.optionalDate("reviewOn", "When it is to be reviewed.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        try check.demand(
            decision.awaitsRatification,
            .decision(.status(key, decision.status, step: "ratified"))
        )
        let option = decision.urgency?.taken.content.option
        if let option, let chosen = decision.option(option), !chosen.isWithdrawn {
            check.demandReasons(against: decision, chosen: chosen.number)
        }
        let deciding = body ?? decision.body
        try check.demandConsents(to: decision, option: option, body: deciding)
        try check.demandVote(on: decision, option: option, body: deciding)
        try check.demandQuorum(of: meeting, body: deciding)
        let isLate = check.state.isUnratified(decision, at: check.instant)
        check.warn(.urgentRatified, unless: isLate != .yes)
        check.demandReviewDate(reviewOn)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        guard let decision = state.decisions.all[key], let urgency = decision.urgency else { return }
        let taken = urgency.taken.content
        let adoption = Adoption(
            option: taken.option,
            reason: taken.reason,
            body: body ?? decision.body,
            meeting: meeting,
            delegation: taken.delegation,
            termsVersion: (body ?? decision.body).flatMap {
                state.terms(of: $0, at: entry.earliest)?.version
            },
            revision: decision.revision,
            required: state.requiredPartners(of: decision, at: entry.earliest),
            effectiveFrom: nil,
            reviewOn: reviewOn,
            callInUntil: nil,
            conflicts: taken.conflicts,
            noAlternatives: taken.noAlternatives,
            quorum: state.quorumSnapshot(of: meeting, when: entry, key),
            happening: Happening(entry)
        )
        state.decisions.all[key]?.urgency?.ratified = Recorded(self, entry)
        state.decisions.all[key]?.adoption = adoption
        if decision.status == .urgent { state.change(.adopted, entry) }
    }
}

/// A partner does not ratify what was decided in urgency: it is set aside.
public struct RatificationRefused: Event, Codable, Hashable {
    public static let name = "decision.ratification.refused"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A partner does not ratify what was decided in urgency; it is set aside."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .reportHasSource,
        .givenOnceRecording, .advisorsDoNotVote,
    ]

    /// The partner that refuses.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner that refuses.")
        by = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment that gives the authority to refuse."
        )
        reason = try fields.text("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        try check.demand(
            decision.awaitsRatification,
            .decision(.status(key, decision.status, step: "refused ratification"))
        )
        let required = check.state.requiredPartners(of: decision, at: check.instant)
        try check.demand(required.contains(org), .decision(.notAPartner(org)))
        try check.demandWord(of: org, bodies: [decision.body].compactMap(\.self))
        try check.demandAuthority(by, for: org)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.urgency?.refused = Voiced(self, by: org, entry)
        state.change(.setAside, entry)
    }
}
