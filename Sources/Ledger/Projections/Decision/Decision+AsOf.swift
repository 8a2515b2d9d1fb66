// SPDX-License-Identifier: Apache-2.0

extension Decision {
    /// The matter as far as it had come at an instant: later revisions, positions and changes left out.
    ///
    /// What possibly had happened by then is kept; `status(at:)` says whether it is certain.
    ///
    /// What was put on the table without a date of its own before it was adopted belongs to that adoption, and is
    /// there with it.
    public func asOf(_ instant: Timestamp) -> Decision {
        var then = self
        then.revision = max(1, revisedWhen.count { $0.isAtOrBefore(instant) != .no })
        then.positions = positions.filter { $0.when.isAtOrBefore(instant) != .no }.map { $0.asOf(instant) }
        then.history = history.filter { $0.when.isAtOrBefore(instant) != .no }
        if adoption?.happening.occurrence.date.bounds.isAtOrBefore(instant) == .no { then.adoption = nil }
        let adopted = then.adoption?.position ?? 0
        func isThere(_ happening: Happening) -> Bool {
            happening.position < adopted || happening.occurrence.date.bounds.isAtOrBefore(instant) != .no
        }
        then.deadlines = deadlines.filter { isThere($0.happening) }
        then.options = options.filter { isThere($0.happening) }.map { option in
            var option = option
            option.arguments = option.arguments.filter { isThere($0.happening) }
            if let withdrawn = option.withdrawn, !isThere(withdrawn.happening) { option.withdrawn = nil }
            return option
        }
        then.evidence = evidence.filter { isThere($0.happening) }
        then.dissents = dissents.filter { isThere($0.happening) }
        then.stated = stated.filter { isThere($0.happening) }
        then.reviews = reviews.filter { isThere($0.happening) }
        then.publications = publications.filter { isThere($0.happening) }
        then.withholdings = withholdings.filter { isThere($0.happening) }
        then.milestones = milestones.filter { isThere($0.happening) }
        then.blocks = blocks.filter { isThere($0.happening) }
        then.votes = votes.filter { isThere($0.opened.happening) }.map { vote in
            var vote = vote
            vote.ballots = vote.ballots.filter { isThere($0.happening) }
            if let closed = vote.closed, !isThere(closed.happening) { vote.closed = nil }
            return vote
        }
        then.callIns = callIns.filter { isThere($0.called.happening) }.map { callIn in
            var callIn = callIn
            if let resolved = callIn.resolved, !isThere(resolved.happening) { callIn.resolved = nil }
            return callIn
        }
        if let urgency {
            then.urgency = isThere(urgency.taken.happening) ? urgency : nil
            if let ratified = urgency.ratified, !isThere(ratified.happening) { then.urgency?.ratified = nil }
            if let refused = urgency.refused, !isThere(refused.happening) { then.urgency?.refused = nil }
        }
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
            then.withdrawnReason = nil
        }
        return then
    }
}
