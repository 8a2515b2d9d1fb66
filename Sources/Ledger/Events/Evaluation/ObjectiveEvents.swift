// SPDX-License-Identifier: Apache-2.0

/// The partners set out to reach something for the people who use services.
public struct ObjectiveSet: Event, Codable, Hashable {
    public static let name = "objective.set"
    public static let kind = SubjectKind.objective
    public static let place = StreamPlace.begins
    public static let summary = "The partners set out to reach something for the people who use services."
    public static let rules: [Rule] = []
    public static let command = "objective set"

    /// The outcome for people, in words.
    public let title: Text
    /// The organisation that sets it; nil when the venture as a whole does.
    public let organisation: Key?
    /// The assignment that answers for it.
    public let owner: Key?
    /// Where things stood.
    public let baseline: DecimalNumber?
    /// Where they should stand.
    public let target: DecimalNumber?
    /// By when.
    public let due: EDTF?
    /// The decision that led to it.
    public let decision: Key?
    /// The service interface that it is about.
    public let interface: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "The outcome for people who use services.")
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation that sets it; absent for the venture as a whole."
        )
        owner = try fields.optionalKey("owner", of: .assignment, "The assignment that answers for it.")
        baseline = try fields.optionalDecimal("baseline", "Where things stood, in the unit of its measures.")
        target = try fields.optionalDecimal(
            "target",
            "Where they should stand; an outcome measure without a target of its own is held to it."
        )
        due = try fields.optionalDate("due", "By when.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
        interface = try fields.optionalKey("interface", of: .interface, "The service interface it is about.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.objectives[entry.subject.key] = Objective(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

/// An objective is worded, owned or measured otherwise from now on.
public struct ObjectiveRevised: Event, Codable, Hashable {
    public static let name = "objective.revised"
    public static let kind = SubjectKind.objective
    public static let place = StreamPlace.continues
    public static let summary = "An objective changes: what is named here replaces what was."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "objective revise"

    /// The outcome for people, in other words.
    public let title: Text?
    /// The assignment that answers for it now.
    public let owner: Key?
    /// Where things stood.
    public let baseline: DecimalNumber?
    /// Where they should stand.
    public let target: DecimalNumber?
    /// By when.
    public let due: EDTF?
    /// The decision that led to the change.
    public let decision: Key?
    /// The service interface that it is about.
    public let interface: Key?
    /// Why it changes.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.optionalText("title", "The outcome for people, in other words.")
        owner = try fields.optionalKey("owner", of: .assignment, "The assignment that answers for it now.")
        baseline = try fields.optionalDecimal("baseline", "Where things stood, in the unit of its measures.")
        target = try fields.optionalDecimal("target", "Where they should stand.")
        due = try fields.optionalDate("due", "By when.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to the change.")
        interface = try fields.optionalKey("interface", of: .interface, "The service interface it is about.")
        reason = try fields.optionalText("reason", "Why it changes.")
    }

    private var changesNothing: Bool {
        title == nil && owner == nil && baseline == nil && target == nil && due == nil && interface == nil
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpenObjective()
        try check.demand(!changesNothing, .evaluation(.nothingRevised(check.entry.subject)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.objectives[entry.subject.key]?.revisions.append(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}
