// SPDX-License-Identifier: Apache-2.0

/// One action across a boundary, as the log shows it.
public struct BoundaryLogRow: Hashable, Sendable {
    /// The key of the action.
    public let key: Key
    /// The position of the entry that records it.
    public let position: UInt64
    /// When it happened.
    public let occurrence: Occurrence
    /// Whether it had happened at the instant asked for: `yes` or `possibly`.
    public let happened: Truth
    /// What was done.
    public let action: BoundaryActionKind
    /// The part that the actor played.
    public let role: BoundaryRole?
    /// What it was, in words.
    public let title: Text
    /// The organisation or unit from which it led.
    public let from: Key
    /// The organisation or unit to which it led.
    public let to: Key
    /// The organisation or unit that acted.
    public let actor: Key
    /// Who acted, named as such or by the assignment in which they did.
    public let person: Key?
    /// Other organisations that took part.
    public let others: [Key]
    /// What came of it, by the latest outcome; nil while none is recorded.
    public let outcome: BoundaryResult?
    /// How long it took the actor, in minutes.
    public let effortMinutes: Int64?
    /// The interface at which it was done.
    public let interface: Key?

    init(_ key: Key, _ action: BoundaryAction, at t: Timestamp?, person: Key?) {
        let content = action.action.content
        let happening = action.action.happening
        self.key = key
        position = happening.position
        occurrence = happening.occurrence
        happened = happening.happened(at: t ?? .distantFuture)
        self.action = content.action
        role = content.role
        title = content.title
        from = content.from
        to = content.to
        actor = content.organisation
        self.person = person
        others = content.others
        outcome = action.outcome(at: t)?.content.result
        effortMinutes = content.effortMinutes
        interface = content.interface
    }
}

extension State {
    /// The actions across boundaries, earliest first and then in the order of recording.
    ///
    /// - Parameters:
    ///   - validAt: What had not happened then is left out, outcomes too; what may have happened is marked
    ///     `possibly`. Nil asks for all, what is planned too.
    ///   - since: What had certainly happened before is left out.
    ///   - organisation: Only actions in which this organisation, or this unit, took any part; an
    ///     organisation stands for all its units.
    /// - Returns: A row for each action.
    public func boundaryLog(
        validAt: Timestamp? = nil,
        since: Timestamp? = nil,
        organisation: Key? = nil
    ) -> [BoundaryLogRow] {
        activity.actions
            .filter { _, action in
                let happening = action.action.happening
                if let validAt, happening.happened(at: validAt) == .no { return false }
                if let since, happening.occurrence.date.bounds.isBefore(since) == .yes { return false }
                guard let organisation else { return true }
                return action.action.content.participants.contains {
                    $0 == organisation || root(of: $0) == organisation
                }
            }
            .sorted { Happening.inOrder($0.value.action.happening, $1.value.action.happening) }
            .map { key, action in
                BoundaryLogRow(key, action, at: validAt, person: actor(of: action.action.content))
            }
    }

    /// Who acted across a boundary, named as such or by the assignment in which they did.
    func actor(of action: BoundaryActionRecorded) -> Key? {
        action.person ?? action.assignment.flatMap { roles.assignments[$0]?.person }
    }
}
