// SPDX-License-Identifier: Apache-2.0

/// Which office of a body somebody holds.
public enum ChairOffice: String, CaseIterable, Codable, Sendable {
    case chair
    case viceChair
}

/// Somebody's time as chair or vice-chair of a body.
public struct Chair: Hashable, Codable, Sendable {
    /// Which office.
    public let office: ChairOffice
    /// The seat whose holder it is, or the assignment.
    public let holder: Subject
    /// When.
    public internal(set) var validity: Validity
    /// The decision that led to it.
    public let decision: Key?
    /// The position of the entry that appoints.
    public let position: UInt64
    /// How it ended, if that was recorded by an entry of its own.
    public internal(set) var ending: Ending?
}

extension State {
    /// Who chairs or may chair a body at an instant, in the order of recording.
    public func chairs(of body: Key, at t: Timestamp) -> [Answer<Chair>] {
        (governance.bodies[body]?.chairs ?? []).compactMap { chair in
            let truth = chair.validity.holds(at: t)
            return truth == .no ? nil : Answer(value: chair, truth: truth, position: chair.position)
        }
    }

    /// The organisations from which a chair comes: that which nominates to the seat, or else those the person belongs
    /// to; units count as theirs.
    public func organisations(ofChair holder: Subject, at t: Timestamp) -> Set<Key> {
        var seat = holder.kind == .seat ? holder.key : nil
        let assignment = holder.kind == .assignment ? roles.assignments[holder.key] : nil
        if let role = assignment?.role, role.kind == .seat { seat = role.key }
        if let nominator = seat.flatMap({ governance.seats[$0] })?.organisation {
            return [root(of: nominator)]
        }
        let affiliations = assignment.flatMap { person($0.person) }?.affiliations(at: t) ?? []
        return Set(affiliations.map { root(of: $0.value) })
    }
}
