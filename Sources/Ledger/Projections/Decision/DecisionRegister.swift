// SPDX-License-Identifier: Apache-2.0

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
    /// When it came to stand there.
    public let date: EDTF
    /// The revision on the table.
    public let revision: Int
    /// The partners it waits for; empty once it is decided.
    public let waitingFor: [MissingConsent]
    /// Whether its deadline had passed while it was open.
    public let hasLapsed: Bool
    /// How many whole days it has been open, at least; nil once it is decided, or when the dates leave it open.
    public let age: Int?
    /// What else is to be known of where it stands.
    public let flags: [DecisionFlag]
    /// The entry that brought it there.
    public let position: UInt64
}

/// What is to be known of a matter besides its status; computed for the date of the question.
public enum DecisionFlag: String, CaseIterable, Sendable {
    /// It was decided in urgency and not ratified in time.
    case unratified
    /// It is suspended by a call-in.
    case calledIn
    /// Its implementation is blocked.
    case blocked
    /// Its review is overdue.
    case reviewOverdue
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
            date: last.date,
            revision: then.revision,
            waitingFor: then.takesPositions ? waiting(for: then, at: instant) : [],
            hasLapsed: then.hasLapsed(at: instant),
            age: status.isOpen ? age(of: then, at: instant) : nil,
            flags: flags(of: then, at: instant),
            position: last.position
        )
    }

    private func age(of decision: Decision, at instant: Timestamp) -> Int? {
        decision.tabled.flatMap { DaySpan(from: $0.when, to: Bounds(instant: instant)).atLeast }
    }

    private func flags(of decision: Decision, at instant: Timestamp) -> [DecisionFlag] {
        DecisionFlag.allCases.filter { flag in
            switch flag {
            case .unratified: isUnratified(decision, at: instant) == .yes
            case .calledIn: decision.status == .calledIn
            case .blocked: !blocks(of: decision, at: instant).isEmpty
            case .reviewOverdue:
                decision.status.stands && decision.reviewDue?.bounds.isAtOrBefore(instant) == .yes
            }
        }
    }

    /// The partners whose consent an open matter waits for.
    ///
    /// Reported consents are not waited for anew when the matter could be adopted as of before recording began; since
    /// an open matter will be adopted later, they are.
    private func waiting(for decision: Decision, at instant: Timestamp) -> [MissingConsent] {
        missingConsents(
            of: decision,
            at: instant,
            option: decision.chosenOption,
            acceptsReported: acceptsReported(for: decision, at: instant)
        )
    }
}
