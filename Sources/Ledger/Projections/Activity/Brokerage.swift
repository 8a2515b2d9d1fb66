// SPDX-License-Identifier: Apache-2.0

/// What makes two organisations or units the same group.
public enum Grouping: String, CaseIterable, Sendable {
    /// They belong to the same organisation.
    case organisation
    /// They are the same unit, by the key that was recorded.
    case unit
}

/// An introduction or brokering, and the part of the broker in it.
public struct BrokeredAction: Hashable, Sendable {
    /// The key of the action.
    public let key: Key
    /// The position of the entry that records it.
    public let position: UInt64
    /// When it happened.
    public let occurrence: Occurrence
    /// Whether it had happened at the instant asked for: `yes` or `possibly`.
    public let happened: Truth
    /// The organisation or unit from which it led, as recorded.
    public let from: Key
    /// The organisation or unit that brought the two together, as recorded.
    public let broker: Key
    /// The organisation or unit to which it led, as recorded.
    public let to: Key
    /// The group of the broker.
    public let group: Key
    /// The part of the broker, by the groups of the three.
    public let role: BrokerageRole
}

/// How often a group brokered in one role.
public struct BrokerageCount: Hashable, Sendable {
    /// The group: an organisation or a unit, as was asked for.
    public let broker: Key
    /// The role.
    public let role: BrokerageRole
    /// The actions that certainly happened, on which the count rests, in the order of `Brokerage.actions`.
    public let actions: [Key]
    /// The actions that possibly happened and are not counted.
    public let possibleActions: [Key]

    /// How many actions certainly happened.
    public var count: Int { actions.count }
}

/// Who brought whom together, and from where they did it.
public struct Brokerage: Hashable, Sendable {
    /// What makes a group.
    public let grouping: Grouping
    /// The introductions and brokerings, earliest first and then in the order of recording.
    public let actions: [BrokeredAction]
    /// The counts, by broker and then in the order of the roles; only those that are not empty.
    public let counts: [BrokerageCount]
    /// The actions left out because the broker is itself one of the two: a direct contact, which nobody
    /// brokered.
    public let directContacts: [Key]
}

extension State {
    /// Who brought whom together, by the introductions and brokerings that were recorded.
    ///
    /// Direction is that of the action, from `fromOrganisation` to `toOrganisation`. Two of the three may be
    /// in the same group; a broker that is recorded under the very key of one of the two is none. Other ties
    /// between the two are not looked at: an action is a fact, where Gould and Fernandez infer brokerage from
    /// a missing tie. By unit every action is a liaison, because the three keys of one that counts differ.
    public func brokerage(by grouping: Grouping, validAt: Timestamp) -> Brokerage {
        var actions: [BrokeredAction] = []
        var directContacts: [Key] = []
        for row in boundaryLog(validAt: validAt) where row.action.isBrokerage {
            guard row.actor != row.from, row.actor != row.to else {
                directContacts.append(row.key)
                continue
            }
            let broker = group(of: row.actor, by: grouping)
            actions.append(
                BrokeredAction(
                    key: row.key,
                    position: row.position,
                    occurrence: row.occurrence,
                    happened: row.happened,
                    from: row.from,
                    broker: row.actor,
                    to: row.to,
                    group: broker,
                    role: BrokerageRole(
                        from: group(of: row.from, by: grouping),
                        broker: broker,
                        to: group(of: row.to, by: grouping)
                    )
                )
            )
        }
        return Brokerage(
            grouping: grouping,
            actions: actions,
            counts: Self.counts(actions),
            directContacts: directContacts
        )
    }

    private func group(of organisation: Key, by grouping: Grouping) -> Key {
        switch grouping {
        case .organisation: root(of: organisation)
        case .unit: organisation
        }
    }

    private static func counts(_ actions: [BrokeredAction]) -> [BrokerageCount] {
        let byBroker = Dictionary(grouping: actions, by: \.group)
        return byBroker.sorted { $0.key < $1.key }.flatMap { broker, actions in
            BrokerageRole.allCases.compactMap { role in
                let played = actions.filter { $0.role == role }
                guard !played.isEmpty else { return nil }
                return BrokerageCount(
                    broker: broker,
                    role: role,
                    actions: played.filter { $0.happened == .yes }.map(\.key),
                    possibleActions: played.filter { $0.happened != .yes }.map(\.key)
                )
            }
        }
    }
}
