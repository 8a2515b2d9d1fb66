// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// One line of the decision register.
public struct DecisionRow: Hashable, Sendable {
    /// The key.
    public let key: Key
    /// What is decided.
    public let title: Text
    /// Where it stands.
    public let status: DecisionStatus
    /// Whether that is certain, dates being imprecise.
    public let truth: Truth
    /// When it came to stand there, in words.
    public let when: String
    /// The revision on the table.
    public let revision: Int
    /// The partners it waits for; empty once it is decided.
    public let waitingFor: [MissingConsent]
    /// Whether its deadline had passed while it was open.
    public let hasLapsed: Bool
    /// The entry that brought it there.
    public let position: UInt64
}

extension State {
    /// Every matter that had been tabled by an instant, by key.
    public func decisionRegister(validAt instant: Timestamp) -> [DecisionRow] {
        decisions.all.keys.sorted().compactMap { decisionRow($0, validAt: instant) }
    }

    /// One line of the register; nil when the matter had certainly not been tabled yet.
    public func decisionRow(_ key: Key, validAt instant: Timestamp) -> DecisionRow? {
        guard let decision = decisions.all[key], let (status, truth) = decision.status(at: instant) else {
            return nil
        }
        let then = decision.asOf(instant)
        guard let last = then.history.last else { return nil }
        return DecisionRow(
            key: key,
            title: decision.title,
            status: status,
            truth: truth,
            when: last.words,
            revision: then.revision,
            waitingFor: status.isOpen ? waiting(for: then, at: instant) : [],
            hasLapsed: then.hasLapsed(at: instant),
            position: last.position
        )
    }

    /// The partners whose consent an open matter waits for.
    ///
    /// Reported consents are not waited for anew when the matter could be adopted as of before recording began; since
    /// an open matter will be adopted later, they are.
    private func waiting(for decision: Decision, at instant: Timestamp) -> [MissingConsent] {
        let accepts = decision.body.flatMap { terms(of: $0, at: instant) }?.acceptsReportedConsents ?? false
        let isBeforeRecording = charter.map { instant < $0.recorded } ?? true
        return missingConsents(
            of: decision,
            at: instant,
            option: nil,
            acceptsReported: accepts || isBeforeRecording
        )
    }
}
