// SPDX-License-Identifier: Apache-2.0

/// Advice was sought.
public struct AdviceRequested: Event, Codable, Hashable {
    public static let name = "advice.requested"
    public static let kind = SubjectKind.advice
    public static let place = StreamPlace.begins
    public static let summary = "An organisation sought the advice of another."
    public static let rules: [Rule] = [.endedRoleCannotAct, .seekerIsNotSource]
    public static let command = "advice ask"

    /// The organisation that sought advice.
    public let seeker: Key
    /// The assignment in which somebody sought it.
    public let seekerAssignment: Key?
    /// The organisation that was asked.
    public let source: Key
    /// What about.
    public let topic: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        seeker = try fields.key("seeker", of: .organisation, "The organisation or unit that sought advice.")
        seekerAssignment = try fields.optionalKey(
            "seekerBy",
            of: .assignment,
            "The assignment in which somebody sought it."
        )
        source = try fields.key(
            "source",
            of: .organisation,
            "The organisation or unit that was asked; another than the seeker."
        )
        topic = try fields.text("topic", "What the advice is about.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(seeker != source, .activity(.asksItself(seeker)))
        try check.demandRoleNotEnded(seekerAssignment)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.advice[entry.subject.key] = Advice(Recorded(self, entry))
    }
}

/// What advice gave to whom sought it, in the terms of Cross, Borgatti and Parker (Social Networks 23, 2001,
/// page 215).
public enum AdviceBenefit: String, CaseIterable, Codable, Sendable {
    case solution, metaKnowledge, reformulation, validation, legitimation
}

/// Advice was given.
public struct AdviceGiven: Event, Codable, Hashable {
    public static let name = "advice.given"
    public static let kind = SubjectKind.advice
    public static let place = StreamPlace.continues
    public static let summary = "Advice that was sought was given; more than one may give it."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "advice answer"

    /// The organisation that gave it.
    public let organisation: Key
    /// What was advised.
    public let text: Text?
    /// What it gave to whom sought it.
    public let benefit: AdviceBenefit?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("org", of: .organisation, "The organisation or unit that gave it.")
        text = try fields.optionalText("text", "What was advised.")
        benefit = try fields.optionalChoice(
            "benefit",
            AdviceBenefit.self,
            "What it gave to whom sought it."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let request = check.state.advice(check.entry.subject.key)?.request else {
            throw .activity(.nothingToContinue(check.entry.subject))
        }
        try check.demandNotBefore(request.happening, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.advice[entry.subject.key]?.answers.append(Recorded(self, entry))
    }
}
