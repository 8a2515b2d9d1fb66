// SPDX-License-Identifier: Apache-2.0

/// The condition of a consent is met, or its giver waives it.
public struct ConditionMet: Event {
    public static let name = "condition.met"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "The condition of a consent is met, or the partner that set it waives it."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .consentStands,
        .oneStandingPosition, .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision condition-met"

    /// The partner that set it.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?
    /// How.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The partner that set the condition.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment that gives the authority.")
        note = try fields.optionalText("note", "How it was met, or why it is waived.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        try check.demandPositions("changed")
        _ = try check.voice(of: org)
        try check.demandAuthority(by, for: org)
        let standing = check.state.decision(key)?.standing(of: org)
        try check.demand(standing?.condition != nil, .decision(.noConsent(key, org)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.changeStanding(of: org, entry) {
            $0.conditionIsMet = true
            $0.conditionMetWhen = entry.when
        }
    }
}
