// SPDX-License-Identifier: Apache-2.0

extension Decision {
    /// The matter as far as it had come at an instant: later revisions, positions and changes left out.
    ///
    /// What possibly had happened by then is kept; `status(at:)` says whether it is certain.
    public func asOf(_ instant: Timestamp) -> Decision {
        var then = self
        then.revision = max(1, revisedWhen.count { $0.isAtOrBefore(instant) != .no })
        then.positions = positions.filter { $0.when.isAtOrBefore(instant) != .no }.map { $0.asOf(instant) }
        then.history = history.filter { $0.when.isAtOrBefore(instant) != .no }
        if then.history.allSatisfy({ $0.status != .adopted }) { then.adoption = nil }
        if then.history.allSatisfy({ $0.status != .superseded && $0.status != .rescinded }) {
            then.replacedBy = nil
        }
        return then
    }

    /// Whether the deadline had passed at an instant while it was still open.
    public func hasLapsed(at instant: Timestamp) -> Bool {
        guard status.isOpen, let deadline else { return false }
        return deadline.bounds.isAtOrBefore(instant) == .yes
    }
}

extension PartnerPosition {
    /// The position as it stood at an instant: neither withdrawn nor its condition met if that came later.
    fileprivate func asOf(_ instant: Timestamp) -> PartnerPosition {
        var then = self
        if let conditionMetWhen, conditionMetWhen.isAtOrBefore(instant) == .no {
            then.conditionIsMet = false
            then.conditionMetWhen = nil
        }
        if let withdrawnWhen, withdrawnWhen.isAtOrBefore(instant) == .no {
            then.withdrawnBy = nil
            then.withdrawnWhen = nil
        }
        return then
    }
}
