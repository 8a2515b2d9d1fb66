// SPDX-License-Identifier: Apache-2.0

/// Something from which those who decide could know, and from when.
struct KnownThing: Hashable, Sendable {
    /// What it said.
    let text: Text?
    /// Who said it.
    let organisation: Key?
    /// When; nil when that is not known.
    let when: Bounds?
    /// The entries that record it.
    let entries: [UInt64]
}

extension State {
    /// What a thing that a proposal rests on had to say, and when; empty for what has no date of its own.
    ///
    /// Of advice and of consultations these are the answers: that they were sought tells nobody anything.
    func knowledge(in subject: Subject) -> [KnownThing] {
        let key = subject.key
        func known(_ happening: Happening, _ organisation: Key? = nil, _ text: Text? = nil) -> KnownThing {
            KnownThing(
                text: text,
                organisation: organisation,
                when: happening.occurrence.date.bounds,
                entries: [happening.position]
            )
        }
        switch subject.kind {
        case .advice:
            return activity.advice[key]?.answers
                .map { known($0.happening, $0.content.organisation, $0.content.text) } ?? []
        case .barrier: return activity.barriers[key].map { [known($0.identified.happening)] } ?? []
        case .benefit:
            return evaluation.benefits[key]
                .map { [known($0.claim.happening, $0.claim.content.claimant)] } ?? []
        case .boundary: return activity.actions[key].map { [known($0.action.happening)] } ?? []
        case .decision:
            return decisions.all[key]?.adoption.map { [known($0.happening)] } ?? []
        case .evidence:
            return decisions.evidence[key].map { evidence in
                [
                    KnownThing(
                        text: nil,
                        organisation: nil,
                        when: evidence.dated?.bounds,
                        entries: [evidence.position]
                    )
                ]
            } ?? []
        case .finding:
            return activity.findings[key].map { [known($0.happening, $0.content.organisation)] } ?? []
        case .knowledge: return activity.knowledgeEvents[key].map { [known($0.happening)] } ?? []
        case .consultation:
            return work.consultations[key]?.responses
                .map { known($0.happening, $0.content.organisation, $0.content.text) } ?? []
        case .lesson: return learning.lessons[key].map { [known($0.identified.happening)] } ?? []
        case .need: return work.needs[key].map { [known($0.identified.happening)] } ?? []
        case .practice: return learning.practices[key].map { [known($0.submitted.happening)] } ?? []
        case .agreement, .assignment, .baseline, .body, .claim, .commitment, .community, .contribution, .cost,
            .delegation, .dispute, .enabler, .export, .funding, .import, .initiative, .interest, .interface,
            .ledger,
            .measure, .meeting, .misconception, .objective, .organisation, .partner, .person, .policy, .post,
            .principle, .raid, .recognition, .reflection, .seat, .secondment, .service, .survey, .tool,
            .venture, .witness:
            return []
        }
    }
}
