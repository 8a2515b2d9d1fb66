// SPDX-License-Identifier: Apache-2.0

extension Check {
    /// Refuses to go on with what does not stand, what had not begun, or what had certainly ended by then.
    ///
    /// What happened before the end may be recorded after it.
    func demandGoesOn(_ item: (any WorkItem)?) throws(Refusal) {
        let item = try standing(item)
        guard let ended = item.ended else { return }
        try demand(
            !ended.certainlyPrecedes(Happening(entry)),
            .work(.alreadyEnded(entry.subject, ended.occurrence.date))
        )
    }

    /// Refuses to end what does not stand, what has ended, and what certainly went on afterwards.
    ///
    /// A step that was only planned does not count: the end has overtaken it.
    func demandEnds(_ item: (any WorkItem)?) throws(Refusal) {
        let item = try standing(item)
        if let ended = item.ended {
            throw .work(.alreadyEnded(entry.subject, ended.occurrence.date))
        }
        for step in item.steps where step.occurrence.basis != .planned {
            try demand(
                !Happening(entry).certainlyPrecedes(step),
                .work(.wentOn(entry.subject, step.occurrence.date))
            )
        }
    }

    private func standing(_ item: (any WorkItem)?) throws(Refusal) -> any WorkItem {
        guard let item else { throw .work(.nothingToContinue(entry.subject)) }
        try demand(
            !Happening(entry).certainlyPrecedes(item.began),
            .work(.beforeItBegan(entry.subject, item.began.occurrence.date))
        )
        return item
    }

    /// Warns of a commitment that nobody has, and of an owner whose role had certainly ended by then (rule 68).
    mutating func warnOfOwner(_ owner: Key?, _ organisation: Key?) {
        let hasEnded = owner.map { state.roleHasEnded($0, at: instant) == .yes } ?? (organisation == nil)
        warn(.commitmentOwned, unless: !hasEnded)
    }
}
