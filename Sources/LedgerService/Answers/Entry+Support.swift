// SPDX-License-Identifier: Apache-2.0
import Ledger

extension Entry {
    /// Whether sources dated by an instant support it.
    ///
    /// It names such a source, or belongs to the register of people, organisations and evidence, which states
    /// nothing that a source would have to support.
    func isSupported(by instant: Timestamp, in state: State) -> Bool {
        switch subject.kind {
        case .export, .ledger, .policy, .import, .organisation, .person, .evidence: true
        case .advice, .agreement, .assignment, .barrier, .baseline, .benefit, .body, .boundary, .claim,
            .commitment, .community, .consultation, .contribution, .cost, .decision, .delegation, .dispute,
            .enabler, .finding, .funding, .initiative, .interest, .interface, .knowledge, .lesson, .measure,
            .meeting, .misconception, .need, .objective, .partner, .post, .practice, .principle, .raid,
            .recognition, .reflection, .seat, .secondment, .service, .survey, .tool, .venture, .witness:
            sources.contains { state.evidence($0.evidence)?.dated?.bounds.isAtOrBefore(instant) == .yes }
        }
    }
}
