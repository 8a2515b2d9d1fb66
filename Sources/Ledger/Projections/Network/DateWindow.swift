// SPDX-License-Identifier: Apache-2.0

/// The time from the first instant of one date until the last of another, each of which may be absent.
struct DateWindow: Hashable, Sendable {
    /// The date with which it begins.
    let from: EDTF?
    /// The date with which it ends.
    let until: EDTF?

    init(from: EDTF? = nil, until: EDTF? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether something happened within, and by the instant at which the world is looked at.
    func contains(_ happening: Happening, by instant: Timestamp) -> Truth {
        let bounds = happening.occurrence.date.bounds
        let begun = from?.bounds.earliest.map { bounds.isAtOrAfter($0) } ?? .yes
        let goesOn = until?.bounds.last.map { bounds.isAtOrBefore($0) } ?? .yes
        return begun.and(goesOn).and(happening.happened(at: instant))
    }

    /// The last instant within that is not after the one at which the world is looked at.
    func end(by instant: Timestamp) -> Timestamp { min(until?.bounds.last ?? instant, instant) }

    /// The window in words.
    var words: String {
        switch (from, until) {
        case (nil, nil): "all that is recorded"
        case (let from?, nil): "from \(from.short)"
        case (nil, let until?): "until the end of \(until.short)"
        case (let from?, let until?): "from \(from.short) until the end of \(until.short)"
        }
    }
}
