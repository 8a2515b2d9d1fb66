// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// A decision is adopted.
public struct DecisionAdopted: Event {
    public static let name = "decision.adopted"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "The partners decide: the current revision is adopted, with the option chosen and why."

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
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpen("adopted")
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        if let tabled = decision.revisedWhen.last {
            let isEarlier = check.entry.when.precedes(tabled) == .yes
            try check.demand(!isEarlier, .decision(.adoptedBeforeTabled(key)))
        }
        try checkOptions(of: decision, key, &check)
        try checkConsents(to: decision, key, &check)
        try checkMeeting(of: body ?? decision.body, &check)
        try checkDelegation(for: decision, &check)
    }

    private func checkMeeting(of body: Key?, _ check: inout Check) throws(Refusal) {
        guard let key = meeting, let meeting = check.state.governance.meetings[key] else { return }
        try check.demand(
            body.map { $0 == meeting.body } ?? true,
            .governance(.meetingOfOtherBody(key, meeting.body))
        )
        let quorum = check.state.quorateness(
            of: key,
            during: check.entry.occurred?.date.bounds,
            for: check.entry.subject.key
        )
        guard let quorum, quorum.known else { return }
        try check.demand(
            quorum.truth,
            .decision(
                quorum.withdrawn.isEmpty
                    ? .notQuorate(key, missing: quorum.missing)
                    : .notQuorateWithout(key, quorum.withdrawn, missing: quorum.missing)
            )
        )
    }

    private func checkOptions(of decision: Decision, _ key: Key, _ check: inout Check) throws(Refusal) {
        let open = decision.openOptions
        guard !open.isEmpty else {
            try check.demandOption(option)
            return
        }
        guard let option else { throw .decision(.noneChosen(key, open: open.map(\.number))) }
        try check.demandOption(option)
        check.warn(.optionsConsidered, unless: open.count > 1)
        let isReasoned = open.allSatisfy { other in
            other.number == option || other.arguments.contains { $0.stance == .against }
        }
        check.warn(.rejectedOptionsHaveReasons, unless: isReasoned)
    }

    private func checkConsents(to decision: Decision, _ key: Key, _ check: inout Check) throws(Refusal) {
        let state = check.state
        let instant = check.instant
        let required = state.requiredPartners(of: decision, at: instant)
        if decision.organisation == nil {
            try check.demand(required.count >= 2, .decision(.needsTwoPartners(key, found: required)))
            for partner in required {
                let truth = state.partnership(of: partner, at: instant)?.truth ?? .no
                try check.demand(truth, .decision(.notAPartner(partner)))
            }
        } else if decision.organisation == check.entry.onBehalfOf {
            return
        }
        let missing = state.missingConsents(of: decision, at: instant, option: option, acceptsReported: true)
        try check.demand(
            missing.isEmpty,
            .decision(.consentMissing(key, revision: decision.revision, missing))
        )
        let reported = state.missingConsents(
            of: decision,
            at: instant,
            option: option,
            acceptsReported: false
        )
        guard !reported.isEmpty else { return }
        let counts = state.reportedConsentsCount(
            when: check.entry.when,
            bodies: [decision.body, body].compactMap(\.self),
            at: instant
        )
        switch counts {
        case .yes, .possibly: try check.demand(counts, .decision(.reportedDoNotCount(key)))
        case .no: throw .decision(.consentMissing(key, revision: decision.revision, reported))
        }
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
            conflicts: conflicts,
            position: entry.position
        )
        decision.history.append(StatusChange(.adopted, entry))
        state.decisions.all[key] = decision
    }
}
