// SPDX-License-Identifier: Apache-2.0
import Ledger

extension Entry {
    /// Whether sources dated by an instant support it.
    ///
    /// It names such a source, or belongs to the register of people, organisations and evidence, which states
    /// nothing that a source would have to support.
    func isSupported(by instant: Timestamp, in state: State) -> Bool {
        switch subject.kind {
        case .ledger, .policy, .organisation, .person, .evidence: true
        case .advice, .assignment, .barrier, .benefit, .body, .boundary, .claim, .decision, .delegation,
            .finding, .funding, .initiative, .knowledge, .meeting, .partner, .post, .seat, .secondment, .tool,
            .venture:
            sources.contains { state.evidence($0.evidence)?.dated?.bounds.isAtOrBefore(instant) == .yes }
        }
    }
}
