// SPDX-License-Identifier: Apache-2.0

/// Validities whose ends are stated as the same date.
///
/// `Validity` takes its dates to be independent. Where one thing ends and another begins on a date that is
/// stated alike, that is one instant: the handover.
extension Validity {
    /// The validity of a fact that began with the entry unless it says when.
    func since(_ entry: Entry) -> Validity {
        Validity(from: from ?? entry.happened, to: to)
    }

    /// Whether there is an instant at which both hold; a handover is none.
    func coincides(with other: Validity) -> Truth {
        // What began and ended within one date has no handover on it.
        guard !isWithinOneDate, !other.isWithinOneDate else { return overlaps(other) }
        return Self.precedes(from, other.to).and(Self.precedes(other.from, to))
    }

    private var isWithinOneDate: Bool { from != nil && from == to }

    /// The time that both cover: the later beginning and the earlier end.
    func clipped(to other: Validity) -> Validity {
        Validity(from: Self.later(from, other.from), to: Self.earlier(to, other.to))
    }

    /// Whether something holds at `t` that is held for these times, one after another or together.
    static func covers(_ validities: [Validity], at t: Timestamp) -> Truth {
        joined(validities).reduce(.no) { $0.or($1.holds(at: t)) }
    }

    /// The same times, with those joined that hand over to each other; in the order in which they may begin.
    static func joined(_ validities: [Validity]) -> [Validity] {
        var joined: [Validity] = []
        for validity in validities.sorted(by: { $0.earliestStart < $1.earliestStart }) {
            if let date = validity.from, let index = joined.firstIndex(where: { $0.to == date }) {
                joined[index].to = validity.to
            } else {
                joined.append(validity)
            }
        }
        return joined
    }

    /// The first instant at which it may hold.
    var earliestStart: Timestamp { from?.bounds.earliestOrPast ?? .distantPast }

    private static func precedes(_ from: EDTF?, _ to: EDTF?) -> Truth {
        guard let from, let to else { return .yes }
        return from.isEarlier(than: to)
    }

    private static func later(_ left: EDTF?, _ right: EDTF?) -> EDTF? {
        guard let left, let right else { return left ?? right }
        return left.bounds.earliestOrPast < right.bounds.earliestOrPast ? right : left
    }

    private static func earlier(_ left: EDTF?, _ right: EDTF?) -> EDTF? {
        guard let left, let right else { return left ?? right }
        return right.bounds.latestOrFuture < left.bounds.latestOrFuture ? right : left
    }
}

extension EDTF {
    /// Whether the instant meant is earlier than the one meant there.
    ///
    /// A date that is stated alike is the same instant.
    func isEarlier(than other: EDTF) -> Truth { self == other ? .no : bounds.precedes(other.bounds) }

    /// Whether the instant meant is later than the one meant there.
    func isLater(than other: EDTF) -> Truth { other.isEarlier(than: self) }
}
