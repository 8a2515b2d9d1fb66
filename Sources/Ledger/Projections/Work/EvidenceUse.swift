// SPDX-License-Identifier: Apache-2.0

/// That a matter rests on a piece of evidence.
public struct EvidenceUse: Hashable, Sendable {
    /// How it does.
    public enum Role: Hashable, Sendable {
        /// The evidence was put to the matter.
        case linked(EvidenceRole)
        /// The matter was tabled because of it, or a consent was reported from it.
        case cited
    }

    /// The matter.
    public let decision: Key
    /// How it rests on the evidence.
    public let role: Role
    /// Within which instants it came to.
    public let when: Bounds
    /// The entry that says so.
    public let position: UInt64
}

extension State {
    /// What rested or may have rested on each piece of evidence at `t`, by the key of the evidence.
    func evidenceUses(at t: Timestamp) -> [Key: [EvidenceUse]] {
        var uses: [Key: [EvidenceUse]] = [:]
        func add(
            _ evidence: Key,
            _ decision: Key,
            _ role: EvidenceUse.Role,
            _ when: Bounds,
            _ position: UInt64
        ) {
            guard when.isAtOrBefore(t) != .no else { return }
            uses[evidence, default: []].append(
                EvidenceUse(decision: decision, role: role, when: when, position: position)
            )
        }
        for (key, decision) in decisions.all.sorted(by: { $0.key < $1.key }) {
            for link in decision.evidence {
                add(
                    link.evidence,
                    key,
                    .linked(link.role),
                    link.happening.occurrence.date.bounds,
                    link.position
                )
            }
            if let tabled = decision.history.first {
                for ground in decision.because where ground.kind == .evidence {
                    add(ground.key, key, .cited, tabled.when, tabled.position)
                }
            }
            for consent in decision.positions {
                for evidence in Set(consent.sources.map(\.evidence)).sorted() {
                    add(evidence, key, .cited, consent.when, consent.position)
                }
            }
        }
        return uses
    }
}
