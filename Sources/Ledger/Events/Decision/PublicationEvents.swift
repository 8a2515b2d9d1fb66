// SPDX-License-Identifier: Apache-2.0

/// The record of a decision is published.
public struct DecisionPublished: Event, Codable, Hashable {
    public static let name = "decision.published"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "The record of a decision is published."
    public static let rules: [Rule] = [.statusAllows, .publicationComplete]
    public static let command = "decision publish"

    /// Where.
    public let channel: Text
    /// SHA-256 of what was published.
    public let digest: String?
    /// What was left out, and why.
    public let redactions: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        channel = try fields.text("channel", "Where: a website, a register, a meeting's papers.")
        digest = try fields.optionalDigest("digest", "SHA-256 of what was published.")
        redactions = try fields.optionalText("redactions", "What was left out, and why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let decision = try check.demandDecided("published") else { return }
        check.demandByProfile(.publicationComplete, decision.isCompleteForPublication)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.publications.append(Recorded(self, entry))
    }
}

/// The record of a decision is kept back.
public struct DecisionWithheld: Event, Codable, Hashable {
    public static let name = "decision.withheld"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "The record of a decision is not published, under an exemption."
    public static let rules: [Rule] = [.statusAllows]

    /// Under which exemption.
    public let exemption: Text
    /// Why it applies.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        exemption = try fields.text("exemption", "Under which exemption: the provision or the policy.")
        reason = try fields.optionalText("reason", "Why it applies.")
    }

    public func check(_ check: inout Check) throws(Refusal) { _ = try check.demandDecided("withheld") }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.withholdings.append(Recorded(self, entry))
    }
}

extension Decision {
    /// Whether its record has reasons, alternatives each with a reason against it, and conflicts (rule 69).
    var isCompleteForPublication: Bool {
        guard let adoption else {
            guard let taken = urgency?.taken.content else { return true }
            return taken.conflicts != nil && hasAlternatives(chosen: taken.option, taken.noAlternatives)
        }
        return adoption.conflicts != nil && hasAlternatives(chosen: adoption.option, adoption.noAlternatives)
    }

    private func hasAlternatives(chosen: Int?, _ noAlternatives: Text?) -> Bool {
        let others = options.filter { $0.number != chosen }
        guard !others.isEmpty else { return noAlternatives != nil }
        return others.allSatisfy { other in other.isRejectedWithReason }
    }
}

extension Option {
    /// Whether something was said against it, or why it was taken off the table.
    var isRejectedWithReason: Bool {
        arguments.contains { $0.stance == .against } || withdrawn?.content.reason != nil
    }
}

extension Check {
    /// Refuses a step that only a matter which is no longer open allows; gives the matter.
    fileprivate func demandDecided(_ step: String) throws(Refusal) -> Decision? {
        let key = entry.subject.key
        guard let decision = state.decision(key) else { return nil }
        try demand(!decision.status.isOpen, .decision(.status(key, decision.status, step: step)))
        return decision
    }
}
