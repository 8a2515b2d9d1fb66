// SPDX-License-Identifier: Apache-2.0

/// A body at an instant.
public struct BodyView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// What it is called.
    public let title: Text
    /// What kind it is.
    public let kind: BodyKind
    /// The body it is part of.
    public let parent: Key?
    /// From its constitution until it was dissolved.
    public let validity: Validity
    /// Whether it existed: yes or possibly.
    public let truth: Truth
    /// Its terms of reference then.
    public let terms: Terms?
    /// Its seats then, in the order of recording.
    public let seats: [SeatView]
}

/// A seat at an instant.
public struct SeatView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// What it is called.
    public let title: Text?
    /// The organisation that nominates its holder.
    public let organisation: Key
    /// What kind of member it is for.
    public let seatClass: SeatClass
    /// Whether its holder has a vote.
    public let isVoting: Bool
    /// From its creation until it was abolished.
    public let validity: Validity
    /// Whether it existed: yes or possibly.
    public let truth: Truth
}

extension State {
    /// Every body that existed or may have existed at an instant, by key.
    public func bodies(validAt t: Timestamp) -> [BodyView] {
        governance.bodies.keys.sorted().compactMap { bodyView($0, validAt: t) }
    }

    /// A body at an instant; nil when it certainly did not exist.
    public func bodyView(_ key: Key, validAt t: Timestamp) -> BodyView? {
        guard let body = governance.bodies[key] else { return nil }
        let truth = body.validity.holds(at: t)
        guard truth != .no else { return nil }
        return BodyView(
            key: key,
            title: body.title,
            kind: body.kind,
            parent: body.parent,
            validity: body.validity,
            truth: truth,
            terms: terms(of: key, at: t),
            seats: body.seats.compactMap { seatView($0, validAt: t) }
        )
    }

    /// A seat at an instant; nil when it certainly did not exist.
    public func seatView(_ key: Key, validAt t: Timestamp) -> SeatView? {
        guard let seat = governance.seats[key] else { return nil }
        let truth = seat.validity.holds(at: t)
        guard truth != .no else { return nil }
        return SeatView(
            key: key,
            title: seat.title,
            organisation: seat.organisation,
            seatClass: seat.seatClass,
            isVoting: seat.isVoting,
            validity: seat.validity,
            truth: truth
        )
    }
}
