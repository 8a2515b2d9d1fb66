// SPDX-License-Identifier: Apache-2.0

/// What kind of body it is.
public enum BodyKind: String, CaseIterable, Codable, Sendable {
    case committee
    case programmeBoard
    case board
    case workingGroup
}

/// How a body decides.
public enum DecisionRule: String, CaseIterable, Codable, Sendable {
    /// Nobody whose consent is needed withholds it.
    case consent
    /// More are for it than against.
    case majority
    /// Everybody is for it.
    case unanimity
}

/// Part of a quorum: so many holders of voting seats, of one organisation and perhaps of one class.
public struct QuorumPart: Hashable, Codable, Sendable {
    /// The organisation that nominates the seats, itself or through a unit.
    public let organisation: Key
    /// The class of the seats; nil for any.
    public let seatClass: SeatClass?
    /// How many.
    public let count: Int
}

/// Terms of reference: one version of how a body works.
public struct Terms: Hashable, Codable, Sendable {
    /// 1 for those it was constituted with, then in the order of recording.
    public let version: Int
    /// How it decides; nil when the terms do not say.
    public let decisionRule: DecisionRule?
    /// All that must be met for it to be quorate; empty when the terms do not say.
    public let quorum: [QuorumPart]
    /// Whether decisions may rest on consents that somebody else reports.
    public let acceptsReportedConsents: Bool
    /// Whether its chair and vice-chair come from different partners.
    public let chairsFromDifferentPartners: Bool
    /// How many days before a meeting its papers are circulated; nil when the terms do not say.
    public let papersDays: Int?
    /// Whether who withdrew for a conflict does not count for the quorum of that matter.
    public let excludesConflicted: Bool

    init(
        version: Int,
        decisionRule: DecisionRule?,
        quorum: [QuorumPart],
        acceptsReportedConsents: Bool,
        chairsFromDifferentPartners: Bool = false,
        papersDays: Int? = nil,
        excludesConflicted: Bool = false
    ) {
        self.version = version
        self.decisionRule = decisionRule
        self.quorum = quorum
        self.acceptsReportedConsents = acceptsReportedConsents
        self.chairsFromDifferentPartners = chairsFromDifferentPartners
        self.papersDays = papersDays
        self.excludesConflicted = excludesConflicted
    }
}

/// A body in which partners decide.
public struct Body: Hashable, Codable, Sendable {
    /// What it is called.
    public let title: Text
    /// What kind it is.
    public let kind: BodyKind
    /// The body it is part of.
    public let parent: Key?
    /// From its constitution until it is dissolved.
    public internal(set) var validity: Validity
    /// The versions of its terms, each from the date at which it came into force.
    public internal(set) var terms = Timeline<Terms>()
    /// Its seats, in the order of recording.
    public internal(set) var seats: [Key] = []
    /// Who chaired it, in the order of recording.
    public internal(set) var chairs: [Chair] = []
}

extension State {
    /// A body, by its key.
    public func body(_ key: Key) -> Body? { governance.bodies[key] }

    /// The terms of a body at an instant: the last certainly in force by then, or else the last possibly so.
    ///
    /// Nil before its constitution and when there is no such body.
    public func terms(of body: Key, at t: Timestamp) -> Terms? {
        let begun = governance.bodies[body]?.terms.at(t) ?? []
        return (begun.last { $0.truth == .yes } ?? begun.last)?.value
    }
}
