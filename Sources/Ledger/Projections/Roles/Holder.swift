// SPDX-License-Identifier: Apache-2.0

/// Someone who held or may have held a post or seat at the instant asked about.
public struct Holder: Hashable, Sendable {
    /// The assignment.
    public let assignment: Key
    /// The person.
    public let person: Key
    /// The capacities in which they held or may have held it then.
    public let capacities: [Answer<Capacity>]
    /// Their share of the whole in basis points, if it is stated.
    public let fraction: Int64?
    /// When they held it.
    public let validity: Validity
    /// Whether they held it then: yes or possibly.
    public let truth: Truth
    /// Whether they were away from it then.
    public let absent: Truth
    /// The position of the entry that assigned them.
    public let position: UInt64
}

/// Whether nobody held a post or seat in their own right at the instant asked about.
public enum Vacancy: String, Hashable, Sendable {
    /// Somebody did, or there was nothing to hold.
    case no
    /// What is stated leaves both open.
    case possibly
    /// A holder had left, and no other had come.
    case yes
    /// It existed or may have, and no appointment up to then is recorded.
    case unknown
}

extension State {
    /// Who held or may have held a post or seat at an instant: those in their own right first, then in the
    /// order in which they were recorded.
    func holders(of role: Subject, at t: Timestamp) -> [Holder] {
        let holders = assignmentKeys(of: role).compactMap { key -> Holder? in
            guard let assignment = assignment(key) else { return nil }
            let truth = roleStands(key, at: t)
            guard truth != .no else { return nil }
            return Holder(
                assignment: key,
                person: assignment.person,
                capacities: assignment.capacities.answers(at: t),
                fraction: assignment.fraction,
                validity: assignment.validity,
                truth: truth,
                absent: assignment.absences.periods.reduce(.no) { $0.or($1.validity.holds(at: t)) },
                position: assignment.position
            )
        }
        let own = holders.filter(\.isSubstantive)
        return own + holders.filter { !$0.isSubstantive }
    }

    /// Whether nobody held a post or seat in their own right at an instant, where it is known that somebody
    /// had.
    func vacancy(of role: Subject, at t: Timestamp) -> Vacancy {
        let existence = life(of: role)?.holds(at: t) ?? .no
        guard existence != .no else { return .no }
        // Not cut off where the post ends: whoever holds it to the end leaves no vacancy.
        let held = assignmentKeys(of: role).flatMap { roles.assignments[$0]?.stretches($0) ?? [] }
            .filter(\.isSubstantive).map(\.validity)
        guard held.contains(where: { $0.earliestStart <= t }) else { return .unknown }
        return switch existence.and(Validity.covers(held, at: t).negated) {
        case .no: .no
        case .possibly: .possibly
        case .yes: .yes
        }
    }
}

extension Holder {
    /// Whether they held it or may have held it in their own right.
    public var isSubstantive: Bool { capacities.contains { $0.value == .substantive } }
}
