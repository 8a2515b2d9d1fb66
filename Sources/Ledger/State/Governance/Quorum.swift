// SPDX-License-Identifier: Apache-2.0

/// Whether enough of the right people are present for a joint decision.
public struct Quorum: Hashable, Codable, Sendable {
    /// Whether nothing is missing; also when the terms state no quorum.
    public let isQuorate: Bool
    /// Whether the body's terms state a quorum.
    public let known: Bool
    /// The parts that are not met, each with the count still missing.
    public let missing: [QuorumPart]
}

extension State {
    /// Whether a meeting was quorate under the terms of its day; nil when no such meeting was held.
    public func quorum(of meeting: Key) -> Quorum? {
        guard let meeting = governance.meetings[meeting], let held = meeting.held else { return nil }
        return quorum(of: meeting.body, present: held.attendance, at: held.instant)
    }

    /// Whether a body would be quorate if these were present.
    ///
    /// Every part of the quorum counts for itself, so that one holder may serve several parts. Only voting
    /// seats of the body that exist or may exist at the instant count, each once; advisors and those invited
    /// never do.
    public func quorum(of body: Key, present: [Attendance], at t: Timestamp) -> Quorum {
        let parts = terms(of: body, at: t)?.quorum ?? []
        let seats = Set(present.compactMap(\.seat)).compactMap { governance.seats[$0] }.filter { seat in
            seat.body == body && seat.isVoting && seat.seatClass != .advisor
                && seat.validity.holds(at: t) != .no
        }
        let missing = parts.compactMap { part -> QuorumPart? in
            let present = seats.count { seat in
                belongs(seat.organisation, to: part.organisation)
                    && (part.seatClass.map { $0 == seat.seatClass } ?? true)
            }
            guard present < part.count else { return nil }
            return QuorumPart(
                organisation: part.organisation,
                seatClass: part.seatClass,
                count: part.count - present
            )
        }
        return Quorum(isQuorate: missing.isEmpty, known: !parts.isEmpty, missing: missing)
    }
}
