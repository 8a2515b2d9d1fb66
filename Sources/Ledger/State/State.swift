// SPDX-License-Identifier: Apache-2.0

/// All that follows from the entries so far.
///
/// A value: readers keep the one they took while the writer makes the next. Its maps are persistent, so a change
/// copies a path and not the map. What is kept grows with what there is, not with how often it changed.
public struct State: Codable, Sendable, Hashable {
    /// The number of entries folded; the position of the next.
    public internal(set) var size: UInt64 = 0
    /// What entry 0 says; nil before it.
    public internal(set) var charter: Charter?
    /// The digest of the access policy in force.
    public internal(set) var policyDigest: String?
    /// Those who cosign checkpoints, by key, in use and out of it.
    public internal(set) var witnesses: LayeredMap<Key, Witness> = [:]
    /// Which witnesses are needed, if an entry says so; nil while that follows from the witnesses.
    public internal(set) var witnessPolicy: RecordedWitnessPolicy?
    /// What was erased, what must be kept, and what was taken away.
    public internal(set) var records = RecordsState()
    /// When the last entry was recorded.
    public internal(set) var lastRecorded: Timestamp?
    /// The streams, by what they are about.
    public internal(set) var streams: LayeredMap<Subject, Stream> = [:]
    /// The highest number given in a key of each kind.
    public internal(set) var numbers: LayeredMap<SubjectKind, Int> = [:]
    /// What corrections and retractions say of earlier entries.
    public internal(set) var amendments: LayeredMap<UInt64, Amendment> = [:]
    /// The disputes between entries.
    public internal(set) var claims: LayeredMap<Key, Claim> = [:]
    /// The dispute of each entry that is part of one; of several, the first by key.
    public internal(set) var disputes: LayeredMap<UInt64, Key> = [:]
    /// Ventures, initiatives, organisations, partners, bodies, seats, meetings and delegations.
    public internal(set) var governance = GovernanceState()
    /// People, posts, funding, assignments and secondments.
    public internal(set) var roles = RolesState()
    /// Proposals and decisions, and the evidence for them.
    public internal(set) var decisions = DecisionsState()
    /// Boundary spanning, advice, knowledge events, barriers, findings, tools and benefits.
    public internal(set) var activity = ActivityState()
    /// Needs, consultations, commitments, disputes between partners, risks and other registered matters.
    public internal(set) var work = WorkState()
    /// Services and their interfaces, and surveys of who turns to whom.
    public internal(set) var network = NetworkState()
    /// Objectives, measures, observations, benefits, baselines, costs and contributions.
    public internal(set) var evaluation = EvaluationState()
    /// Communities, lessons, practices, enablers, reflections, recognition and principles.
    public internal(set) var learning = LearningState()

    /// The state before the first entry.
    public init() {}

    /// The version of a stream; 0 when it has not begun.
    public func version(of subject: Subject) -> Int { streams[subject]?.version ?? 0 }

    /// Whether a stream has begun, and its beginning was not retracted.
    public func exists(_ subject: Subject) -> Bool { streams[subject]?.hasBegun ?? false }

    /// The key that the next thing of this kind gets, for kinds whose keys the ledger gives.
    public func nextKey(_ kind: SubjectKind) -> Key? { kind.key(number: (numbers[kind] ?? 0) + 1) }
}

/// How far a stream has come.
public struct Stream: Hashable, Codable, Sendable {
    /// The number of its entries.
    public internal(set) var version = 0
    /// Whether an entry that begins it stands.
    public internal(set) var hasBegun = false
}

/// What a correction or retraction says of an earlier entry.
public struct Amendment: Hashable, Codable, Sendable {
    /// The position of the correction or retraction.
    public let by: UInt64
    /// Whether the entry no longer stands at all.
    public let isRetraction: Bool
}
