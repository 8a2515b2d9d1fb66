// SPDX-License-Identifier: Apache-2.0

/// How likely an objective is to be reached by when it is due: red, amber and green in words.
public enum ObjectiveRating: String, CaseIterable, Codable, Sendable {
    /// Green: it will be reached as things go.
    case onTrack
    /// Amber: it will be reached only if something is done.
    case atRisk
    /// Red: it will not be reached as things go.
    case offTrack
}

/// Somebody looks at how far an objective has come.
///
/// This is the checkpoint of an evaluation; it has another name because a checkpoint of this ledger is what is signed.
public struct ObjectiveAssessed: Event, Codable, Hashable {
    public static let name = "objective.assessed"
    public static let kind = SubjectKind.objective
    public static let place = StreamPlace.continues
    public static let summary = "How far an objective has come, in words and perhaps with a rating."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .targetBeforeRating, .objectiveHasOutcome, .balancingMeasure, .lifeAllows,
    ]
    public static let command = "objective assess"

    /// The rating, if there is a target to rate against.
    public let rating: ObjectiveRating?
    /// What was found.
    public let narrative: Text
    /// The organisation that assesses.
    public let organisation: Key?
    /// The assignment in which somebody assesses for it.
    public let by: Key?
    /// The service interface that is assessed.
    public let interface: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        rating = try fields.optionalChoice(
            "rating",
            ObjectiveRating.self,
            "How likely it is to be reached; only with a measure that has a target and says which way is better."
        )
        narrative = try fields.text("narrative", "What was found, in words.")
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that assesses.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment in which somebody assesses.")
        interface = try fields.optionalKey(
            "interface",
            of: .interface,
            "The service interface assessed, if it is not that of the objective."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpenObjective()
        try check.demandRoleNotEnded(by)
        let key = check.entry.subject.key
        if rating != nil {
            let canBeRated = check.state.measures(of: key).contains { check.state.canRate($0.key) }
            try check.demand(canBeRated, .evaluation(.noTarget(key)))
        }
        check.warnOfMeasures(of: key)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.objectives[entry.subject.key]?.assessments.append(Recorded(self, entry))
    }
}

/// How an objective ended.
public enum ObjectiveOutcome: String, CaseIterable, Codable, Sendable {
    case met, partly, notMet, dropped
}

/// An objective is no longer pursued, because it was reached or for another reason.
public struct ObjectiveClosed: Event, Codable, Hashable {
    public static let name = "objective.closed"
    public static let kind = SubjectKind.objective
    public static let place = StreamPlace.continues
    public static let summary = "An objective is no longer pursued: it was met, or not, or given up."
    public static let rules: [Rule] = [.objectiveHasOutcome, .balancingMeasure, .lifeAllows]
    public static let command = "objective close"

    /// How it ended.
    public let outcome: ObjectiveOutcome
    /// Why it is closed, and what shows the outcome.
    public let reason: Text
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", ObjectiveOutcome.self, "How it ended.")
        reason = try fields.text("reason", "Why it is closed, and what shows the outcome.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpenObjective()
        switch outcome {
        case .met, .partly, .notMet: check.warnOfMeasures(of: check.entry.subject.key)
        case .dropped: break
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.objectives[entry.subject.key]?.closed = Recorded(self, entry)
        state.link(decision: decision, to: entry.subject)
    }
}
