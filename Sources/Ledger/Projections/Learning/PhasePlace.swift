// SPDX-License-Identifier: Apache-2.0

/// A phase in which something happened.
public struct PhasePlace: Hashable, Sendable {
    /// The number of the phase.
    public let ordinal: Int
    /// Whether it happened in that phase: yes, or possibly where the dates leave it open.
    public let truth: Truth
}

extension State {
    /// The phase in which a date lies, by the earliest instant that it allows; nil when no phase covers that.
    ///
    /// What is in no phase by that instant is in the first that it may have happened in.
    func phase(of date: EDTF) -> PhasePlace? {
        let places = phases(validAt: .distantFuture).map { phase -> (place: PhasePlace, holds: Bool) in
            let begun = phase.validity.from?.isLater(than: date).negated ?? .yes
            let goesOn = phase.validity.to.map { date.isEarlier(than: $0) } ?? .yes
            let begins = phase.validity.from?.bounds.earliestOrPast ?? .distantPast
            let ends = phase.validity.to?.bounds.earliestOrPast ?? .distantFuture
            let earliest = date.bounds.earliestOrPast
            let place = PhasePlace(ordinal: phase.ordinal, truth: begun.and(goesOn))
            return (place, place.truth != .no && begins <= earliest && earliest < ends)
        }
        return places.last { $0.holds }?.place ?? places.first { $0.place.truth != .no }?.place
    }
}
