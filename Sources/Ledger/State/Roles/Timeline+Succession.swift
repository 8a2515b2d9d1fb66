// SPDX-License-Identifier: Apache-2.0

extension Timeline {
    /// States a value that replaces the one before it, until the one after it.
    ///
    /// Whatever goes on beyond `from` ends there, and what begins on the same date is replaced wholly.
    /// Without `to` the value lasts until the next that is known, so that values recorded late find their
    /// place.
    mutating func succeed(with value: Value, from: EDTF, to: EDTF? = nil, position: UInt64) {
        var timeline = Timeline()
        var next: EDTF?
        for var period in periods where period.validity.from != from {
            if period.start > from.bounds.earliestOrPast {
                next = next ?? period.validity.from
            } else if period.validity.to.map({ from.isEarlier(than: $0) != .no }) ?? true {
                period.validity.to = from
            }
            timeline.insert(period)
        }
        timeline.insert(value, validity: Validity(from: from, to: to ?? next), position: position)
        self = timeline
    }

    /// Changes every period.
    mutating func update(_ change: (inout Period) -> Void) {
        var timeline = Timeline()
        for var period in periods {
            change(&period)
            timeline.insert(period)
        }
        self = timeline
    }
}
