// SPDX-License-Identifier: Apache-2.0

/// An organisation that took up what came of a decision.
struct Adopter: Hashable, Sendable {
    /// What it took up.
    let subject: Subject
    /// The organisation.
    let organisation: Key
    /// When, in words.
    let when: String
    /// The entry that records it.
    let position: UInt64
}

extension World {
    /// The organisations that had taken up a thing that came of a decision by then, in the order of recording.
    ///
    /// Practices and tools are taken up; other things are not. What was given up again still was taken up.
    func adopters(of subject: Subject) -> [Adopter] {
        switch subject.kind {
        case .practice:
            (state.practice(subject.key)?.adoptions ?? []).compactMap { adoption in
                adopter(subject, adoption.adopted.content.organisation, adoption.adopted.happening)
            }
        case .tool:
            (state.learning.toolUse[subject.key]?.adoptions ?? []).flatMap { adoption in
                adoption.content.organisations.compactMap { adopter(subject, $0, adoption.happening) }
            }
        case .advice, .agreement, .assignment, .barrier, .baseline, .benefit, .body, .boundary, .claim,
            .commitment, .community, .consultation, .contribution, .cost, .decision, .delegation, .dispute,
            .enabler, .evidence, .export, .finding, .funding, .import, .initiative, .interest, .interface,
            .knowledge,
            .ledger, .lesson, .measure, .meeting, .misconception, .need, .objective, .organisation, .partner,
            .person, .policy, .post, .principle, .raid, .recognition, .reflection, .seat, .secondment,
            .service,
            .survey, .venture, .witness:
            []
        }
    }

    private func adopter(_ subject: Subject, _ organisation: Key, _ happening: Happening) -> Adopter? {
        guard happening.happened(at: instant) != .no else { return nil }
        return Adopter(
            subject: subject,
            organisation: organisation,
            when: happening.occurrence.text,
            position: happening.position
        )
    }
}
