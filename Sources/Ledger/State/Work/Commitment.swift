// SPDX-License-Identifier: Apache-2.0

/// Something that somebody is to do, and how far it has come.
public struct Commitment: WorkItem {
    /// What is to be done, and by whom it was to be done at first.
    public let assigned: Recorded<CommitmentAssigned>
    /// To whom it passed, in the order of recording.
    public internal(set) var reassignments: [Recorded<CommitmentReassigned>] = []
    /// The dates it was given later, in the order of recording.
    public internal(set) var reschedulings: [Recorded<CommitmentRescheduled>] = []
    /// How it came on, in the order of recording.
    public internal(set) var progress: [Recorded<CommitmentProgressed>] = []
    /// How it ended; nil while it has not.
    public internal(set) var ending: CommitmentEnding?

    init(_ assigned: Recorded<CommitmentAssigned>) { self.assigned = assigned }

    public var began: Happening { assigned.happening }

    public var steps: [Happening] {
        reassignments.map(\.happening) + reschedulings.map(\.happening) + progress.map(\.happening)
    }

    public var ended: Happening? { ending?.happening }
}

/// How a commitment ended.
public enum CommitmentEnding: Hashable, Codable, Sendable {
    /// It was done.
    case completed(Recorded<CommitmentCompleted>)
    /// It was given up.
    case cancelled(Recorded<CommitmentCancelled>)

    /// When.
    public var happening: Happening {
        switch self {
        case .completed(let recorded): recorded.happening
        case .cancelled(let recorded): recorded.happening
        }
    }

    /// `completed` or `cancelled`.
    public var word: String {
        switch self {
        case .completed: "completed"
        case .cancelled: "cancelled"
        }
    }
}

/// Who is to do something: the holder of a role, an organisation, or both.
public struct Responsibility: Hashable, Sendable {
    /// The assignment of whoever is to do it.
    public let owner: Key?
    /// The organisation that is to do it.
    public let organisation: Key?
}

extension Commitment {
    /// Those who may be responsible at `t`, the latest first: one, unless dates leave open whether it has changed
    /// hands.
    public func responsible(at t: Timestamp) -> [Responsibility] {
        let first = Stated(
            value: Responsibility(owner: assigned.content.owner, organisation: assigned.content.organisation),
            happening: began
        )
        let later = reassignments.map {
            Stated(
                value: Responsibility(owner: $0.content.owner, organisation: $0.content.organisation),
                happening: $0.happening
            )
        }
        return Stated.inForce([first], later, at: t)
    }

    /// The dates by which it may be due at `t`, the latest stated first; nil for one without a date.
    public func due(at t: Timestamp) -> [EDTF?] {
        let first = Stated(value: assigned.content.due, happening: began)
        let later = reschedulings.map { Stated(value: EDTF?.some($0.content.due), happening: $0.happening) }
        return Stated.inForce([first], later, at: t)
    }

    /// Whether it was open at `t` and its date had passed.
    public func isOverdue(at t: Timestamp) -> Truth {
        isOpen(at: t).and(Truth.agreed(due(at: t).map { $0?.hasPassed(at: t) ?? .no }))
    }

    /// How much of it was done at `t`, in per cent, by the latest entry that says so.
    public func percent(at t: Timestamp) -> Int64? {
        let said = progress.compactMap { step in
            step.content.percent.map { Stated(value: $0, happening: step.happening) }
        }
        return Stated.inForce([], said, at: t).first
    }
}

extension State {
    /// Whether a commitment was open at `t` and its owner's role had ended, so that nobody is left to do it
    /// (rule 68).
    ///
    /// One that has no owner but an organisation is no orphan; neither is one whose owner is only about to begin.
    public func isOrphaned(_ commitment: Commitment, at t: Timestamp) -> Truth {
        let ended = commitment.responsible(at: t).map { responsible in
            responsible.owner.map { roleHasEnded($0, at: t) } ?? .no
        }
        return commitment.isOpen(at: t).and(Truth.agreed(ended))
    }

    /// Whether the role of an assignment had ended at `t`; possibly when nothing is known of it.
    func roleHasEnded(_ key: Key, at t: Timestamp) -> Truth {
        guard let assignment = assignment(key) else { return .possibly }
        return assignment.validity.to?.bounds.isAtOrBefore(t) ?? .no
    }

    /// The organisations that owe what somebody is responsible for at `t`: the one that is named, or else those
    /// for which the owner's role acts.
    func organisations(of responsible: Responsibility, at t: Timestamp) -> [Key] {
        if let organisation = responsible.organisation { return [organisation] }
        return responsible.owner.map { organisations(actedForBy: $0, at: t) } ?? []
    }
}
