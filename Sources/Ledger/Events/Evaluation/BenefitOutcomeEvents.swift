// SPDX-License-Identifier: Apache-2.0

/// How far a verification can be relied on.
public enum Confidence: String, CaseIterable, Codable, Sendable {
    case low, medium, high
}

/// An organisation other than the claimant finds that a benefit came about (rules 85 and 86).
public struct BenefitVerified: Event, Codable, Hashable {
    public static let name = "benefit.verified"
    public static let kind = SubjectKind.benefit
    public static let place = StreamPlace.continues
    public static let summary =
        "An organisation other than the claimant finds, on evidence, that a benefit came about."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .benefitVerifiedByOther, .benefitEvidenced, .oneCurrency, .lifeAllows,
    ]
    public static let command = "benefit verify"

    /// The organisation that verifies.
    public let organisation: Key
    /// The assignment in which somebody verifies for it.
    public let by: Key?
    /// What it is worth, as verified.
    public let amount: Money?
    /// What would have been without working together.
    public let counterfactual: Text?
    /// What it rests on, beside the sources of the entry.
    public let evidence: [Key]
    /// How far it can be relied on.
    public let confidence: Confidence
    /// How it was found out.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key(
            "org",
            of: .organisation,
            "The organisation that verifies; not the one that claims, nor a unit of it."
        )
        by = try fields.optionalKey("by", of: .assignment, "The assignment in which somebody verifies.")
        amount = try fields.optionalMoney("amount", "What it is worth, as verified.")
        counterfactual = try fields.optionalText(
            "counterfactual",
            "What would have been without working together, unless the claim says so."
        )
        evidence = try fields.keys(
            "evidence",
            of: .evidence,
            "What it rests on; the sources of the entry count as well."
        )
        confidence = try fields.choice("confidence", Confidence.self, "How far it can be relied on.")
        note = try fields.optionalText("note", "How it was found out.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let claim = try check.benefit().claim
        try check.demandRoleNotEnded(by)
        try check.demandNotBefore(claim.happening, check.entry.subject)
        let isOther = check.state.root(of: organisation) != check.state.root(of: claim.content.claimant)
        try check.demand(isOther, .evaluation(.verifiesOwn(organisation)))
        if let by, let claimed = claim.content.by {
            let people = [by, claimed].map { check.state.assignment($0)?.person }
            try check.demand(
                by != claimed && (people[0] != people[1] || people[0] == nil),
                .evaluation(.samePersonVerifies(by))
            )
        }
        let hasEvidence = !evidence.isEmpty || !check.entry.sources.isEmpty
        try check.demand(hasEvidence, .evaluation(.unevidenced(check.entry.subject.key)))
        try check.demand(
            counterfactual != nil || claim.content.counterfactual != nil,
            .evaluation(.noCounterfactual(check.entry.subject.key))
        )
        try check.demandCurrency(amount)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.benefits[entry.subject.key]?.findings.append(.verified(Recorded(self, entry)))
        state.evaluation.count(in: amount)
    }
}

/// A benefit that was claimed or expected did not come about.
public struct BenefitNotRealised: Event, Codable, Hashable {
    public static let name = "benefit.notRealised"
    public static let kind = SubjectKind.benefit
    public static let place = StreamPlace.continues
    public static let summary = "A benefit that was claimed did not come about."
    public static let rules: [Rule] = [.endedRoleCannotAct, .lifeAllows]
    public static let command = "benefit not-realised"

    /// Why not, as far as is known.
    public let reason: Text
    /// The organisation that says so.
    public let organisation: Key?
    /// The assignment in which somebody says so.
    public let by: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it did not come about, as far as is known.")
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that says so.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment in which somebody says so.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let claim = try check.benefit().claim
        try check.demandRoleNotEnded(by)
        try check.demandNotBefore(claim.happening, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.benefits[entry.subject.key]?.findings.append(.notRealised(Recorded(self, entry)))
    }
}
