// SPDX-License-Identifier: Apache-2.0

/// How a decision was adopted.
public struct Adoption: Hashable, Codable, Sendable {
    /// The number of the option chosen.
    public let option: Int?
    /// Why.
    public let reason: Text
    /// The body that adopted it.
    public let body: Key?
    /// The meeting at which it was adopted.
    public let meeting: Key?
    /// The delegation under which it was adopted.
    public let delegation: Key?
    /// The version of the body's terms of reference in force.
    public let termsVersion: Int?
    /// The revision that was adopted.
    public let revision: Int
    /// The partners whose consent it needed.
    public let required: [Key]
    /// From when it is in effect.
    public let effectiveFrom: EDTF?
    /// When it is to be reviewed.
    public let reviewOn: EDTF?
    /// Until when a partner may call it in.
    public let callInUntil: EDTF?
    /// Conflicts of interest, as stated.
    public let conflicts: Text?
    /// Why there was no alternative.
    public let noAlternatives: Text?
    /// Who was there when it was adopted at a meeting, and who was missing for a quorum.
    public let quorum: QuorumSnapshot?
    /// When.
    public let happening: Happening

    /// The entry that records it.
    public var position: UInt64 { happening.position }
}

/// Who was there when a decision was adopted at a meeting, as then known (rule 59).
public struct QuorumSnapshot: Hashable, Codable, Sendable {
    /// The seats that were taken.
    public let present: [Key]
    /// What was missing for a quorum; empty when it was quorate.
    public let missing: [QuorumPart]
    /// Whether the terms state a quorum.
    public let isKnown: Bool
}

/// A statement of dissent.
public struct Dissent: Hashable, Codable, Sendable {
    /// The organisation that dissents.
    public let organisation: Key
    /// What it says.
    public let statement: Text
    /// When.
    public let happening: Happening

    /// The entry that records it.
    public var position: UInt64 { happening.position }
}

/// Evidence that was linked to a decision.
public struct LinkedEvidence: Hashable, Codable, Sendable {
    /// The key of the evidence.
    public let evidence: Key
    /// What it does for the proposal.
    public let role: EvidenceRole
    /// When it was linked.
    public let happening: Happening

    /// The entry that links it.
    public var position: UInt64 { happening.position }
}

/// What a review found.
public struct Review: Hashable, Codable, Sendable {
    /// What is to happen with the decision.
    public let outcome: ReviewOutcome
    /// The findings.
    public let findings: Text?
    /// When it is to be reviewed next.
    public let nextReview: EDTF?
    /// When it was reviewed.
    public let happening: Happening

    /// The entry that records it.
    public var position: UInt64 { happening.position }
}

/// By when a proposal was to be decided, and since when.
public struct Deadline: Hashable, Codable, Sendable {
    /// By when.
    public let date: EDTF
    /// When that was stated.
    public let happening: Happening
}

/// Something that came of a decision.
public struct DecisionResult: Hashable, Codable, Sendable {
    /// What.
    public let subject: Subject
    /// The entry that says so.
    public let position: UInt64
}
