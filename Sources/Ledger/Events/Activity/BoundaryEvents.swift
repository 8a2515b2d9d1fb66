// SPDX-License-Identifier: Apache-2.0

/// What is done across a boundary.
public enum BoundaryActionKind: String, CaseIterable, Codable, Sendable {
    case introduction, brokering, translation, facilitatedDiscussion, jointProblemSolving, informationSharing
    case coLocation, escalation, practiceTransfer, techniqueDissemination

    /// Whether a third party brings two others together, so that it has a place in the count of brokers.
    public var isBrokerage: Bool {
        switch self {
        case .introduction, .brokering: true
        case .translation, .facilitatedDiscussion, .jointProblemSolving, .informationSharing, .coLocation,
            .escalation, .practiceTransfer, .techniqueDissemination:
            false
        }
    }
}

/// The part that a boundary spanner plays.
///
/// After Paul Williams, The competent boundary spanner (Public Administration 80, 2002) and Collaboration in
/// Public Policy and Practice (2012).
public enum BoundaryRole: String, CaseIterable, Codable, Sendable {
    case reticulist, interpreter, coordinator, entrepreneur
}

/// Something was done across a boundary.
public struct BoundaryActionRecorded: Event, Codable, Hashable {
    public static let name = "boundary.action.recorded"
    public static let kind = SubjectKind.boundary
    public static let place = StreamPlace.begins
    public static let summary = "Something was done across the boundary between two organisations."
    public static let rules: [Rule] = [.endedRoleCannotAct, .boundaryBetweenTwo, .effortPlausible]
    public static let command = "boundary record"

    /// What was done.
    public let action: BoundaryActionKind
    /// The part that the actor played.
    public let role: BoundaryRole?
    /// What it was, in words.
    public let title: Text
    /// The organisation or unit that acted.
    public let organisation: Key
    /// The assignment in which somebody acted for it.
    public let assignment: Key?
    /// Who acted.
    public let person: Key?
    /// The organisation or unit from which it led.
    public let from: Key
    /// The organisation or unit to which it led.
    public let to: Key
    /// Other organisations that took part.
    public let others: [Key]
    /// How long it took, in minutes.
    public let effortMinutes: Int64?
    /// The initiative that it served.
    public let initiative: Key?
    /// The interface at which it was done.
    public let interface: Key?
    /// The assignments of those with whom the actor dealt.
    public let counterparts: [Key]

    /// All that took part, the actor first, then the two that it connects.
    public var participants: [Key] { [organisation, from, to] + others }

    public init(_ fields: inout Fields) throws(FieldError) {
        action = try fields.choice("kind", BoundaryActionKind.self, "What was done.")
        role = try fields.optionalChoice("role", BoundaryRole.self, "The part that the actor played.")
        title = try fields.text("title", "What it was, in a few words.")
        organisation = try fields.key("org", of: .organisation, "The organisation or unit that acted.")
        assignment = try fields.optionalKey("by", of: .assignment, "The assignment in which somebody acted.")
        person = try fields.optionalKey("person", of: .person, "Who acted.")
        from = try fields.key(
            "fromOrganisation",
            of: .organisation,
            "The organisation or unit from which it led, such as the one that was introduced."
        )
        to = try fields.key(
            "toOrganisation",
            of: .organisation,
            "The organisation or unit to which it led; another than fromOrganisation."
        )
        others = try fields.keys("others", of: .organisation, "Other organisations that took part.")
        effortMinutes = try fields.optionalInteger("effortMinutes", "How long it took the actor, in minutes.")
        initiative = try fields.optionalKey("initiative", of: .initiative, "The initiative that it served.")
        interface = try fields.optionalKey(
            "interface",
            of: .interface,
            "The interface at which it was done."
        )
        counterparts = try fields.keys(
            "counterparts",
            of: .assignment,
            "The assignments of those with whom the actor dealt."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(from != to, .activity(.connectsItself(from)))
        try check.demandRoleNotEnded(assignment)
        if let effortMinutes {
            check.warn(.effortPlausible, unless: check.entry.when.canHold(minutes: effortMinutes))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.actions[entry.subject.key] = BoundaryAction(Recorded(self, entry))
    }
}

/// What came of an action.
public enum BoundaryResult: String, CaseIterable, Codable, Sendable {
    case landed, partly, failed
}

/// It is known what came of an action across a boundary.
public struct BoundaryOutcomeRecorded: Event, Codable, Hashable {
    public static let name = "boundary.outcome.recorded"
    public static let kind = SubjectKind.boundary
    public static let place = StreamPlace.continues
    public static let summary = "What came of an action across a boundary; the latest outcome counts."
    public static let rules: [Rule] = [.outcomeOfRecordedAction, .lifeAllows]
    public static let command = "boundary outcome"

    /// What came of it.
    public let result: BoundaryResult
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        result = try fields.choice("result", BoundaryResult.self, "What came of the action.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let action = check.state.boundaryAction(key)?.action else {
            throw .activity(.noAction(key))
        }
        try check.demandNotBefore(action.happening, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.actions[entry.subject.key]?.outcomes.append(Recorded(self, entry))
    }
}
