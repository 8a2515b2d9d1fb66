// SPDX-License-Identifier: Apache-2.0

/// A decision is adopted.
public struct DecisionAdopted: Event {
    public static let name = "decision.adopted"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "The partners decide: the current revision is adopted, with the option chosen and why."
    public static let rules: [Rule] = [
        .jointNeedsTwoPartners, .endedRoleCannotAct, .decisionWhileQuorate, .conflictedDoNotCount,
        .votingSeatsOnly, .statusAllows,
        .everyPartnerConsents, .consentWithAuthority, .optionExists, .optionsConsidered,
        .rejectedOptionsHaveReasons, .conflictsStated, .amountWithinLimit, .reviewDateSet, .deadlineLapses,
        .givenOnceRecording, .lifeAllows, .advisorsDoNotVote, .voteCarries,
    ]
    public static let command = "decision adopt"

    /// The option chosen.
    public let option: Int?
    /// Why.
    public let reason: Text
    /// The body that adopts it.
    public let body: Key?
    /// The meeting at which it is adopted.
    public let meeting: Key?
    /// The delegation under which it is adopted.
    public let delegation: Key?
    /// The assignment of whoever decides under the delegation.
    public let by: Key?
    /// What it commits.
    public let amount: Money?
    /// Conflicts of interest.
    public let conflicts: Text?
    /// From when it is in effect.
    public let effectiveFrom: EDTF?
    /// When it is to be reviewed.
    public let reviewOn: EDTF?
    /// Until when a partner may call it in.
    public let callInUntil: EDTF?
    /// Why there was no alternative.
    public let noAlternatives: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        option = try fields.optionalInteger("option", in: 1...999, "The number of the option chosen.").map {
            Int($0)
        }
        reason = try fields.text("reason", "Why.")
        body = try fields.optionalKey(
            "body",
            of: .body,
            "The body that adopts it, if not the one it was put to."
        )
        meeting = try fields.optionalKey("meeting", of: .meeting, "The meeting at which it is adopted.")
        delegation = try fields.optionalKey(
            "delegation",
            of: .delegation,
            "The delegation under which it is adopted."
        )
        by = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment of whoever decides under the delegation."
        )
        amount = try fields.optionalMoney("amount", "What it commits, in minor units of a currency.")
        conflicts = try fields.optionalText(
            "conflicts",
            "Conflicts of interest that were declared, or that none were."
        )
        effectiveFrom = try fields.optionalDate(
            "effectiveFrom",
            "From when it is in effect; at once when absent."
        )
        reviewOn = try fields.optionalDate("reviewOn", "When it is to be reviewed.")
        callInUntil = try fields.optionalDate(
            "callInUntil",
            "Until when a partner may call it in; it is not carried out before."
        )
        noAlternatives = try fields.optionalText(
            "noAlternatives",
            "Why there was no alternative, when fewer than two options were considered."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpen("adopted")
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        try check.demandTabled(decision)
        try check.demandNotLapsed(decision)
        try check.demandChoice(of: option, among: decision)
        check.demandAlternatives(to: decision, noAlternatives)
        if let option { check.demandReasons(against: decision, chosen: option) }
        let deciding = body ?? decision.body
        try check.demandConsents(to: decision, option: option, body: deciding)
        try check.demandVote(on: decision, option: option, body: deciding)
        try check.demandQuorum(of: meeting, body: deciding)
        try checkDelegation(for: decision, &check)
        check.demandByProfile(.conflictsStated, conflicts != nil)
        check.demandReviewDate(reviewOn)
    }

    private func checkDelegation(for decision: Decision, _ check: inout Check) throws(Refusal) {
        guard let key = delegation, let delegation = check.state.delegation(key) else { return }
        try check.demandDelegation(
            key,
            of: check.state.requiredPartners(of: decision, at: check.instant),
            exercisedBy: by,
            in: body ?? decision.body
        )
        check.warn(.amountWithinLimit, unless: delegation.limit == nil || amount != nil)
        if let limit = delegation.limit, let amount {
            let isWithin = amount.currency == limit.currency && amount.minor <= limit.minor
            try check.demand(isWithin, .decision(.overLimit(key, limit: limit)))
        }
        try check.demandAuthority(by, for: delegation.from)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        var decision = state.decisions.all[key] ?? Decision(title: reason)
        let deciding = body ?? decision.body
        decision.adoption = Adoption(
            option: option,
            reason: reason,
            body: deciding,
            meeting: meeting,
            delegation: delegation,
            termsVersion: deciding.flatMap { state.terms(of: $0, at: entry.earliest)?.version },
            revision: decision.revision,
            required: state.requiredPartners(of: decision, at: entry.earliest),
            effectiveFrom: effectiveFrom,
            reviewOn: reviewOn,
            callInUntil: callInUntil,
            conflicts: conflicts,
            noAlternatives: noAlternatives,
            quorum: state.quorumSnapshot(of: meeting, when: entry, key),
            happening: Happening(entry)
        )
        decision.history.append(StatusChange(.adopted, entry))
        state.decisions.all[key] = decision
    }
}
