// SPDX-License-Identifier: Apache-2.0

/// A time during which someone holds a role in one capacity and is either there or away throughout.
struct Stretch: Hashable {
    let assignment: Key
    let person: Key
    let capacity: Capacity
    let fraction: Int64?
    let isAbsent: Bool
    let validity: Validity

    /// Whether the post is held in someone's own right.
    var isSubstantive: Bool { capacity == .substantive }
    /// Whether the holder does the work in their own right.
    var isActive: Bool { isSubstantive && !isAbsent }
    /// Whether somebody acts in it, and is there to do so.
    var isActing: Bool { capacity == .acting && !isAbsent }
}

extension Assignment {
    /// The assignment as stretches, in order; those that certainly never were are left out.
    func stretches(_ key: Key) -> [Stretch] {
        var stretches: [Stretch] = []
        for period in capacities.periods {
            let held = period.validity.clipped(to: validity)
            guard held.beginsBeforeItEnds != .no else { continue }
            for (part, isAbsent) in parts(of: held) {
                stretches.append(
                    Stretch(
                        assignment: key,
                        person: person,
                        capacity: period.value,
                        fraction: fraction,
                        isAbsent: isAbsent,
                        validity: part
                    )
                )
            }
        }
        return stretches
    }

    /// A time divided by the absences within it.
    private func parts(of held: Validity) -> [(validity: Validity, isAbsent: Bool)] {
        let absences = absences.periods.map(\.validity).filter { $0.coincides(with: held) != .no }
        guard !absences.isEmpty else { return [(held, false)] }
        var parts: [(validity: Validity, isAbsent: Bool)] = []
        var back: EDTF? = held.from
        for absence in absences {
            let away = absence.clipped(to: held)
            if let left = away.from, back != left {
                parts.append((Validity(from: back, to: left), false))
            }
            parts.append((away, true))
            guard away.to != nil else { return parts }
            back = away.to
        }
        if back != held.to { parts.append((Validity(from: back, to: held.to), false)) }
        return parts
    }
}
