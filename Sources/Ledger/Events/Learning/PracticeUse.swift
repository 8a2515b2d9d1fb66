// SPDX-License-Identifier: Apache-2.0

/// Whether a practice worked for who used it.
public enum PracticeResult: String, CaseIterable, Codable, Sendable {
    case yes, partly, no
}

/// A practice was used.
public struct PracticeUsed: Event, Codable, Hashable {
    public static let name = "practice.used"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "A practice was used, and worked or did not."
    public static let rules: [Rule] = [.endedRoleCannotAct, .lifeAllows]
    public static let command = "practice use"

    /// Who used it.
    public let party: ActingParty
    /// Whether it worked.
    public let worked: PracticeResult
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        party = try ActingParty(&fields)
        worked = try fields.choice("worked", PracticeResult.self, "Whether it worked.")
        note = try fields.optionalText("note", "How it went.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        _ = try check.demandCurrentPractice()
        try check.demandRoleNotEnded(party.assignment)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.practices[entry.subject.key]?.uses.append(Recorded(self, entry))
    }
}

/// A practice was rated.
public struct PracticeRated: Event, Codable, Hashable {
    public static let name = "practice.rated"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "Somebody who used a practice judged how useful it is."
    public static let rules: [Rule] = [.endedRoleCannotAct, .ratedByUsers, .lifeAllows]
    public static let command = "practice rate"

    /// Who judged.
    public let party: ActingParty
    /// The judgement, from 1 (of no use) to 5 (of great use).
    public let rating: Int64
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        party = try ActingParty(&fields)
        rating = try fields.integer("rating", in: 1...5, "From 1 (of no use) to 5 (of great use).")
        note = try fields.optionalText("note", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let practice = try check.demandCurrentPractice()
        try check.demandRoleNotEnded(party.assignment)
        check.warn(.ratedByUsers, unless: hasUsed(practice, in: check.state, by: Happening(check.entry)))
    }

    /// Whether the same organisation, and person if one is named, has recorded a use that is not certainly
    /// later.
    private func hasUsed(_ practice: Practice, in state: State, by then: Happening) -> Bool {
        let rater = party.person(in: state)
        return practice.uses.contains { use in
            use.content.party.organisation == party.organisation
                && (rater == nil || use.content.party.person(in: state) == rater)
                && !then.certainlyPrecedes(use.happening)
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.practices[entry.subject.key]?.ratings.append(Recorded(self, entry))
    }
}

extension Check {
    /// The practice that an entry goes on with; refuses what is dated before its beginning or after it was
    /// retired.
    func demandCurrentPractice() throws(Refusal) -> Practice {
        let subject = entry.subject
        guard let practice = state.practice(subject.key) else {
            throw .learning(.nothingToContinue(subject))
        }
        try demandNotBefore(practice.stages.first.happening, subject)
        try demandNotAfter(practice.retired, .practiceRetired(subject.key))
        return practice
    }
}
