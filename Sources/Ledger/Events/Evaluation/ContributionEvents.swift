// SPDX-License-Identifier: Apache-2.0

/// An organisation commits itself to pay.
public struct ContributionCommitted: Event, Codable, Hashable {
    public static let name = "contribution.committed"
    public static let kind = SubjectKind.contribution
    public static let place = StreamPlace.begins
    public static let summary = "An organisation commits itself to pay towards something for a time."
    public static let rules: [Rule] = [.oneCurrency, .lifeAllows]
    public static let command = "contribution commit"

    /// The organisation.
    public let organisation: Key
    /// How much in the whole of the time.
    public let amount: Money
    /// For which time.
    public let validity: Validity
    /// Towards what, in words.
    public let title: Text
    /// The post that it pays for.
    public let post: Key?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("org", of: .organisation, "The organisation that will pay.")
        amount = try fields.money("amount", "How much, in the whole of the time.")
        validity = try fields.validity("From when it is for.")
        title = try fields.text("purpose", "Towards what.")
        post = try fields.optionalKey("post", of: .post, "The post that it pays for.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandLasting(validity)
        try check.demandCurrency(amount)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.contributions[entry.subject.key] = Contribution(Recorded(self, entry))
        state.evaluation.count(in: amount)
        state.link(decision: decision, to: entry.subject)
    }
}

/// An organisation pays what it committed itself to, or part of it.
public struct ContributionPaid: Event, Codable, Hashable {
    public static let name = "contribution.paid"
    public static let kind = SubjectKind.contribution
    public static let place = StreamPlace.continues
    public static let summary = "An organisation paid what it had committed itself to, or part of it."
    public static let rules: [Rule] = [.oneCurrency, .paidWithinCommitment, .lifeAllows]
    public static let command = "contribution pay"

    /// How much.
    public let amount: Money
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        amount = try fields.money("amount", "How much.")
        note = try fields.optionalText("note", "More about it, such as the invoice.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let contribution = check.state.evaluation.contributions[subject.key] else {
            throw .evaluation(.nothingToContinue(subject))
        }
        try check.demandCurrency(amount)
        let paid = contribution.payments.reduce(Int128(amount.minor)) { $0 + Int128($1.content.amount.minor) }
        check.warn(.paidWithinCommitment, unless: paid <= Int128(contribution.committed.content.amount.minor))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.contributions[entry.subject.key]?.payments.append(Recorded(self, entry))
        state.evaluation.count(in: amount)
    }
}
