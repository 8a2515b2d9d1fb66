// SPDX-License-Identifier: Apache-2.0

/// An organisation took up the practice of another.
public struct PracticeAdopted: Event, Codable, Hashable {
    public static let name = "practice.adopted"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = """
        An organisation took up the practice of another, as it is or adapted to its own circumstances.
        """
    public static let rules: [Rule] = [.adoptionByOther, .adaptationStated, .lifeAllows]
    public static let command = "practice adopt"

    /// The organisation that took it up.
    public let organisation: Key
    /// The service in which it did.
    public let service: Key?
    /// What was adapted, or why nothing needed to be.
    public let adaptation: Text?
    /// Whether nothing was adapted.
    public let isUnchanged: Bool
    /// The decision that led to it.
    public let decision: Key?

    /// Whether it was adapted to the organisation's own circumstances.
    public var isAdapted: Bool { adaptation != nil && !isUnchanged }

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key(
            "org",
            of: .organisation,
            "The organisation or unit that took it up; of another organisation than the practice."
        )
        service = try fields.optionalKey("service", of: .service, "The service in which it did.")
        adaptation = try fields.optionalText(
            "adaptation",
            "What was adapted to its own circumstances; with unchanged, why nothing needed to be."
        )
        isUnchanged = try fields.flag("unchanged", "Nothing was adapted; adaptation says why.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        let practice = try check.demandCurrentPractice()
        let origin = practice.submitted.content.authorship.organisation
        try check.demand(
            check.state.root(of: origin) != check.state.root(of: organisation),
            .learning(.adoptsItsOwn(key, organisation))
        )
        guard let published = practice.published else { throw .learning(.notPublished(key)) }
        let date = published.occurrence.date
        try check.demand(
            check.entry.happened.isEarlier(than: date).negated,
            .learning(.adoptedBeforePublished(key, date))
        )
        try check.demand(
            practice.standingAdoption(by: organisation, for: service) == nil,
            .learning(.adoptedAlready(key, organisation))
        )
        check.warn(.adaptationStated, unless: adaptation != nil)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let adoption = PracticeAdoption(Recorded(self, entry))
        state.learning.practices[entry.subject.key]?.adoptions.append(adoption)
        state.link(decision: decision, to: entry.subject)
    }
}

/// An organisation gave up a practice that it had taken up.
public struct PracticeAbandoned: Event, Codable, Hashable {
    public static let name = "practice.abandoned"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "An organisation gave up a practice that it had taken up."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "practice abandon"

    /// The organisation that gave it up.
    public let organisation: Key
    /// The service in which it did.
    public let service: Key?
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("org", of: .organisation, "The organisation or unit that gave it up.")
        service = try fields.optionalKey(
            "service",
            of: .service,
            "The service in which it did; absent for the adoption recorded last."
        )
        reason = try fields.text("reason", "Why it was given up.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let practice = check.state.practice(subject.key) else {
            throw .learning(.nothingToContinue(subject))
        }
        guard let index = practice.standingAdoption(by: organisation, for: service) else {
            throw .learning(.notAdopted(subject, by: organisation))
        }
        try check.demandNotBefore(practice.adoptions[index].adopted.happening, subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        guard var practice = state.learning.practices[entry.subject.key],
            let index = practice.standingAdoption(by: organisation, for: service)
        else { return }
        practice.adoptions[index].abandoned = Recorded(self, entry)
        state.learning.practices[entry.subject.key] = practice
    }
}
