// SPDX-License-Identifier: Apache-2.0

/// What kind of member a seat is for.
public enum SeatClass: String, CaseIterable, Codable, Sendable {
    /// An elected or appointed member.
    case member
    /// An officer.
    case officer
    /// A clinician.
    case clinician
    /// A lay person.
    case lay
    /// Somebody who advises and never votes.
    case advisor
}

/// A place in a body.
public struct Seat: Hashable, Codable, Sendable {
    /// The body.
    public let body: Key
    /// The organisation that nominates its holder.
    public let organisation: Key
    /// What kind of member it is for.
    public let seatClass: SeatClass
    /// Whether its holder has a vote.
    public let isVoting: Bool
    /// What it is called.
    public let title: Text?
    /// From its creation until it is abolished, or the body is dissolved.
    public internal(set) var validity: Validity
    /// Who may stand in for its holder, in the order of recording.
    public internal(set) var deputies: [Deputy] = []
}

/// Somebody who may stand in for the holder of a seat.
public struct Deputy: Hashable, Codable, Sendable {
    /// The person, or the assignment in which they come.
    public let holder: Subject
    /// The meeting; nil for every one within the time.
    public let meeting: Key?
    /// When.
    public let validity: Validity
    /// The position of the entry that nominates them.
    public let position: UInt64
}

extension State {
    /// A seat, by its key.
    public func seat(_ key: Key) -> Seat? { governance.seats[key] }

    /// The deputies nominated for a seat who may stand in at a meeting, or at an instant where none is named.
    func deputies(of seat: Key, in meeting: Key?, at t: Timestamp) -> [Deputy] {
        (governance.seats[seat]?.deputies ?? []).filter { deputy in
            deputy.meeting.map { $0 == meeting } ?? (deputy.validity.holds(at: t) != .no)
        }
    }

    /// Whether an assignment, or the person who has it, is the one that a subject names.
    func isHeld(_ subject: Subject, by assignment: Key) -> Bool {
        subject == Subject(.assignment, assignment)
            || subject.kind == .person && roles.assignments[assignment]?.person == subject.key
    }
}
