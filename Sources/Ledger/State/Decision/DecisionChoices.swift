// SPDX-License-Identifier: Apache-2.0

/// What sort of answer an option is.
public enum OptionKind: String, CaseIterable, Codable, Sendable {
    case statusQuo
    case jointVenture
    case contractOut
    case other
}

/// Which way a reason speaks.
public enum ArgumentStance: String, CaseIterable, Codable, Sendable {
    case `for`
    case against
    case neutral
}

/// What a piece of evidence is.
public enum EvidenceKind: String, CaseIterable, Codable, Sendable {
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
public enum EvidenceRole: String, CaseIterable, Codable, Sendable {
    case supports
    case contradicts
    case context
}

/// What is to happen after a review.
public enum ReviewOutcome: String, CaseIterable, Codable, Sendable {
    case keep
    case amend
    case supersede
    case rescind
}

/// At which level a proposal arose.
public enum ProposalOrigin: String, CaseIterable, Codable, Sendable {
    case board
    case seniorManagement
    case middleManagement
    case frontLine
    case serviceUsers
    case partner
    case other

    /// Whether that is below the senior level of the organisations; nil where the level does not say.
    public var isBelowSenior: Bool? {
        switch self {
        case .board, .seniorManagement: false
        case .middleManagement, .frontLine, .serviceUsers: true
        case .partner, .other: nil
        }
    }
}

/// What a stated position amounts to; it is no consent.
public enum PositionStance: String, CaseIterable, Codable, Sendable {
    case support
    case accept
    case object
    case abstain
}

/// By which rule a vote carries.
public enum VotingRule: String, CaseIterable, Codable, Sendable {
    /// More votes are for it than for everything else and against it.
    case majority
    /// Every vote that is cast is for it, and nobody abstains.
    case unanimity
}

/// What a seat votes.
public enum Ballot: String, CaseIterable, Codable, Sendable {
    case `for`
    case against
    case abstain
}

/// How a call-in ended.
public enum CallInOutcome: String, CaseIterable, Codable, Sendable {
    /// The decision stands again.
    case confirmed
    /// The decision is undone.
    case setAside
}
