// SPDX-License-Identifier: Apache-2.0

/// A decision is looked at again.
public struct ReviewCompleted: Event {
    public static let name = "review.completed"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A decision is looked at again."
    public static let rules: [Rule] = [.statusAllows]
    public static let command = "decision review"

    /// What is to happen with it.
    public let outcome: ReviewOutcome
    /// What was found.
    public let findings: Text?
    /// When it is to be reviewed next.
    public let nextReview: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", ReviewOutcome.self, "What is to happen with the decision.")
        findings = try fields.optionalText("findings", "What was found.")
        nextReview = try fields.optionalDate("nextReview", "When it is to be reviewed next.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let status = check.state.decision(key)?.status else { return }
        try check.demand(status.stands, .decision(.status(key, status, step: "reviewed")))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.reviews
            .append(
                Review(
                    outcome: outcome,
                    findings: findings,
                    nextReview: nextReview,
                    happening: Happening(entry)
                )
            )
    }
}
