// SPDX-License-Identifier: Apache-2.0

/// What kind of interest somebody has, as NHS England's guidance on conflicts of interest distinguishes them.
public enum InterestType: String, CaseIterable, Codable, Sendable {
    case financial
    case nonFinancialProfessional
    case nonFinancialPersonal
    case indirect
}

/// An interest that somebody declared.
public struct Interest: Hashable, Codable, Sendable {
    /// The person.
    public let person: Key
    /// What kind it is.
    public let type: InterestType
    /// What it consists in; sealed unless it was erased.
    public let nature: Text?
    /// The organisation in which it is.
    public let organisation: Key?
    /// When it is held.
    public internal(set) var validity: Validity
    /// The position of the entry that declares it.
    public let position: UInt64
    /// How it ended, if that was recorded by an entry of its own.
    public internal(set) var ending: Ending?
}

/// How a conflict of interest was handled.
public enum ConflictHandling: String, CaseIterable, Codable, Sendable {
    /// It was noted, and changed nothing.
    case none
    /// The person spoke and had no vote.
    case noVote
    /// The person withdrew while the matter was decided.
    case withdrew
    /// The person was kept out of the matter altogether.
    case excluded

    /// Whether the person is away while the matter is decided.
    public var isAway: Bool {
        switch self {
        case .withdrew, .excluded: true
        case .none, .noVote: false
        }
    }
}

extension State {
    /// An interest, by its key.
    public func interest(_ key: Key) -> Interest? { governance.interests[key] }

    /// How conflicts of interest in a decision were handled, in the order of recording.
    public func conflicts(in decision: Key) -> [Recorded<ConflictRecorded>] {
        governance.conflicts[decision] ?? []
    }

    /// Dispensations from conflicts of interest in a decision, in the order of recording.
    public func dispensations(in decision: Key) -> [Recorded<DispensationGranted>] {
        governance.dispensations[decision] ?? []
    }

    /// The person whom a subject names, itself or by the assignment.
    func person(named subject: Subject) -> Key? {
        subject.kind == .person ? subject.key : roles.assignments[subject.key]?.person
    }
}
