// SPDX-License-Identifier: Apache-2.0

/// What a benefit consists in.
public enum BenefitKind: String, CaseIterable, Codable, Sendable {
    case transactionCost, quality, outcome, other
}

/// Somebody claims a benefit.
public struct BenefitClaimed: Event, Codable, Hashable {
    public static let name = "benefit.claimed"
    public static let kind = SubjectKind.benefit
    public static let place = StreamPlace.begins
    public static let summary =
        "An organisation claims a benefit of working together, which is a claim and not a finding."
    public static let rules: [Rule] = [.endedRoleCannotAct, .oneCurrency]
    public static let command = "benefit add"

    /// What the benefit is, in words.
    public let title: Text
    /// What it consists in.
    public let benefit: BenefitKind
    /// The organisation that claims it.
    public let claimant: Key
    /// The assignment in which somebody claims it for the organisation.
    public let by: Key?
    /// What it is worth.
    public let amount: Money?
    /// What would have been without working together.
    public let counterfactual: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the benefit is.")
        benefit = try fields.choice("kind", BenefitKind.self, "What the benefit consists in.")
        claimant = try fields.key("claimant", of: .organisation, "The organisation that claims it.")
        by = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment in which somebody claims it for the organisation."
        )
        amount = try fields.optionalMoney("amount", "What it is worth.")
        counterfactual = try fields.optionalText(
            "counterfactual",
            "What would have been without working together."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandRoleNotEnded(by)
        try check.demandCurrency(amount)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.benefits[entry.subject.key] = Benefit(Recorded(self, entry))
        state.evaluation.count(in: amount)
    }
}
