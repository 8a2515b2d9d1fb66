// SPDX-License-Identifier: Apache-2.0

/// Needs, consultations, commitments, disputes between partners, risks and their like, and files that were taken in.
public struct WorkState: Hashable, Codable, Sendable {
    /// Needs by key.
    public internal(set) var needs: LayeredMap<Key, Need> = [:]
    /// Consultations by key.
    public internal(set) var consultations: LayeredMap<Key, Consultation> = [:]
    /// Commitments by key.
    public internal(set) var commitments: LayeredMap<Key, Commitment> = [:]
    /// Disputes between partners by key.
    public internal(set) var disputes: LayeredMap<Key, PartnerDispute> = [:]
    /// Risks, assumptions, issues and dependencies by key.
    public internal(set) var raid: LayeredMap<Key, RaidItem> = [:]
    /// Files that were taken in, by key.
    public internal(set) var imports: LayeredMap<Key, Recorded<ImportPerformed>> = [:]

    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? {
        let key = subject.key
        if subject.kind == .commitment { return commitments[key]?.assigned.content.title }
        if subject.kind == .consultation { return consultations[key]?.opened.content.title }
        if subject.kind == .dispute { return disputes[key]?.opened.content.title }
        if subject.kind == .need { return needs[key]?.identified.content.title }
        return subject.kind == .raid ? raid[key]?.raised.content.title : nil
    }
}

extension Catalogue {
    static let workTypes: [any Event.Type] = [
        NeedIdentified.self, NeedClosed.self, ConsultationOpened.self, ConsultationResponseRecorded.self,
        ConsultationClosed.self, CommitmentAssigned.self, CommitmentReassigned.self,
        CommitmentRescheduled.self, CommitmentProgressed.self, CommitmentCompleted.self,
        CommitmentCancelled.self, DisputeOpened.self, DisputeEscalated.self, DisputeResolved.self,
        RaidRaised.self, RaidUpdated.self, RaidClosed.self, EvidenceAppraised.self, EvidenceRetracted.self,
        AdviceFollowed.self, ImportPerformed.self,
    ]
}

extension State {
    /// The need with this key.
    public func need(_ key: Key) -> Need? { work.needs[key] }

    /// The consultation with this key.
    public func consultation(_ key: Key) -> Consultation? { work.consultations[key] }

    /// The commitment with this key.
    public func commitment(_ key: Key) -> Commitment? { work.commitments[key] }

    /// The dispute between partners with this key.
    public func partnerDispute(_ key: Key) -> PartnerDispute? { work.disputes[key] }

    /// The risk, assumption, issue or dependency with this key.
    public func raidItem(_ key: Key) -> RaidItem? { work.raid[key] }
}
