// SPDX-License-Identifier: Apache-2.0

/// Something that is opened, goes on in steps and ends: a need, a commitment, a consultation, a dispute between
/// partners, or a risk and its like.
public protocol WorkItem: Hashable, Codable, Sendable {
    /// When it began.
    var began: Happening { get }
    /// When each step since was taken, in the order of recording.
    var steps: [Happening] { get }
    /// When it ended; nil while nobody says so.
    var ended: Happening? { get }
}

extension WorkItem {
    /// Whether it had begun and not ended at `t`.
    public func isOpen(at t: Timestamp) -> Truth { began.happened(at: t).and(hasEnded(at: t).negated) }

    /// Whether it had ended at `t`.
    public func hasEnded(at t: Timestamp) -> Truth { ended?.happened(at: t) ?? .no }

    /// The positions of the entries that had or may have happened at `t`, ascending.
    func positions(at t: Timestamp) -> [UInt64] {
        ([began] + steps + (ended.map { [$0] } ?? [])).filter { $0.happened(at: t) != .no }
            .map(\.position).sorted()
    }
}

/// What an entry states until a later one states something else.
struct Stated<Value: Sendable> {
    /// What is stated.
    let value: Value
    /// When it came to be so.
    let happening: Happening

    /// What may be in force at `t`: the latest that has certainly happened, and those after it that possibly have.
    ///
    /// The latest comes first; there is none when nothing had happened. What stands first of all is before whatever
    /// changes it, however vague the dates. Of two changes of which the dates leave open which was first, the one that
    /// may have been earlier is taken to be, and of equal ones the one that was recorded first.
    static func inForce(_ first: [Stated], _ changes: [Stated], at t: Timestamp) -> [Value] {
        let sorted = changes.sorted { Happening.inOrder($0.happening, $1.happening) }
        var values: [Value] = []
        for stated in (first + sorted).reversed() {
            switch stated.happening.happened(at: t) {
            case .no: continue
            case .possibly: values.append(stated.value)
            case .yes: return values + [stated.value]
            }
        }
        return values
    }
}

extension Truth {
    /// What holds in every case that is left open: `yes` or `no` when all agree, else `possibly`; `no` of none.
    static func agreed(_ cases: [Truth]) -> Truth {
        guard let first = cases.first else { return .no }
        return cases.allSatisfy { $0 == first } ? first : .possibly
    }
}

extension EDTF {
    /// Whether this date, by which something is due, has passed at `t`.
    ///
    /// What is due on a day is due by its end. What is due in a month or within an interval may have been meant for
    /// any instant in it, so that within it the answer is `possibly`.
    func hasPassed(at t: Timestamp) -> Truth {
        guard case .date(let date) = content, case .day = date.form else { return bounds.isBefore(t) }
        return Truth(bounds.last.map { $0 < t } ?? false)
    }
}
