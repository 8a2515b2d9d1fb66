// SPDX-License-Identifier: Apache-2.0

/// Where a matter stands.
public enum DecisionStatus: String, CaseIterable, Sendable {
    case tabled
    case deferred
    case adopted
    case rejected
    case withdrawn
    /// Adopted, and being implemented.
    case implementing
    /// Adopted and implemented.
    case implemented
    /// Adopted; its implementation was given up.
    case abandoned
    case superseded
    case rescinded

    /// Whether partners may still consent and it may be adopted.
    public var isOpen: Bool {
        switch self {
        case .tabled, .deferred: true
        case .adopted, .rejected, .withdrawn, .implementing, .implemented, .abandoned, .superseded,
            .rescinded:
            false
        }
    }

    /// Whether it has been adopted and still stands.
    public var stands: Bool {
        switch self {
        case .adopted, .implementing, .implemented, .abandoned: true
        case .tabled, .deferred, .rejected, .withdrawn, .superseded, .rescinded: false
        }
    }
}

/// A change of status.
public struct StatusChange: Hashable, Sendable {
    /// What it became.
    public let status: DecisionStatus
    /// Within which instants.
    public let when: Bounds
    /// When, in words.
    public let words: String
    /// The entry that records it.
    public let position: UInt64

    init(_ status: DecisionStatus, _ entry: Entry) {
        self.status = status
        when = entry.when
        words = entry.whenText
        position = entry.position
    }
}

/// What sort of answer an option is.
public enum OptionKind: String, CaseIterable, Sendable {
    case statusQuo
    case jointVenture
    case contractOut
    case other
}

/// Which way a reason speaks.
public enum ArgumentStance: String, CaseIterable, Sendable {
    case `for`
    case against
    case neutral
}

/// What a piece of evidence is.
public enum EvidenceKind: String, CaseIterable, Sendable {
    case evaluation
    case research
    case guidance
    case testimony
    case minutes
    case agreement
    case report
    case data
    case other
}

/// What a piece of evidence does for a proposal.
public enum EvidenceRole: String, CaseIterable, Sendable {
    case supports
    case contradicts
    case context
}

/// What is to happen after a review.
public enum ReviewOutcome: String, CaseIterable, Sendable {
    case keep
    case amend
    case supersede
    case rescind
}
