// SPDX-License-Identifier: Apache-2.0

extension Decision {
    /// The matter as far as it had come at an instant: later revisions, positions and changes left out.
    ///
    /// What possibly had happened by then is kept; `status(at:)` says whether it is certain.
    public func asOf(_ instant: Timestamp) -> Decision {
        var then = self
        then.revision = max(1, revisedWhen.count { $0.isAtOrBefore(instant) != .no })
        then.positions = positions.filter { $0.when.isAtOrBefore(instant) != .no }
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
