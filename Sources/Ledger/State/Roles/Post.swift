// SPDX-License-Identifier: Apache-2.0

/// How many may hold a post together.
public enum Sharing: String, CaseIterable, Codable, Sendable {
    /// One person at a time.
    case single
    /// Several people, each for a fraction of the whole.
    case jobShare
    /// Several people, each for the whole.
    case multi
}

/// A post: something that people hold for the venture.
public struct Post: Hashable, Codable, Sendable {
    /// When it exists; an abolished post ends when it was abolished.
    public internal(set) var life: Validity
    /// The titles it has had, one after another.
    public internal(set) var titles: Timeline<Text>
    /// The organisations that it spans.
    public let organisations: [Key]
    /// The organisation that employs whoever holds it.
    public let host: Key?
    /// Whether it works across organisations by design.
    public let isBoundarySpanning: Bool
    /// Whether several organisations pay for it.
    public let isJointlyFunded: Bool
    /// How many may hold it together.
    public let sharing: Sharing
    /// The most holders of a post that several hold, if there is a limit.
    public let holders: Int?
    /// The organisations to which it answers.
    public let accountableTo: [Key]
    /// The decision that led to it.
    public let decision: Key?
    /// The position of the entry that defined it.
    public let position: UInt64
    /// How it ended, if it was abolished.
    public internal(set) var abolition: Ending?
    /// The searches for somebody to hold it, in the order of recording.
    public internal(set) var recruitments: [Recruitment] = []
}

/// That something was ended, and by which entry.
public struct Ending: Hashable, Codable, Sendable {
    /// The position of the entry.
    public let position: UInt64
    /// Why.
    public let reason: Text?
}
