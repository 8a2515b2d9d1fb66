// SPDX-License-Identifier: Apache-2.0

extension Validity {
    /// Whether what has this validity can have ended on a date: begun before, and not ended by then.
    func canEnd(on date: EDTF) -> Truth {
        let begun = from?.bounds.precedes(date.bounds) ?? .yes
        return begun.and(to.map(date.isEarlier(than:)) ?? .yes)
    }
}
