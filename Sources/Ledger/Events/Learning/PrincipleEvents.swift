// SPDX-License-Identifier: Apache-2.0

/// Something was confirmed to show that a principle is followed.
public struct PrincipleLinked: Event, Codable, Hashable {
    public static let name = "principle.linked"
    public static let kind = SubjectKind.principle
    public static let place = StreamPlace.begins
    public static let summary = """
        Somebody confirmed that something shows how one of the six principles for adopting innovation is followed.
        """
    /// Both are kept by the fields themselves: the reason must be there, and there are six numbers.
    public static let rules: [Rule] = [.linkHasReason, .knownPrinciple]
    public static let command = "principle link"

    /// What can show it.
    static let artefacts: [SubjectKind] = [
        .advice, .agreement, .barrier, .benefit, .body, .boundary, .commitment, .community, .consultation,
        .decision,
        .enabler, .evidence, .finding, .initiative, .interface, .knowledge, .lesson, .measure, .meeting,
        .misconception, .need, .objective, .post, .practice, .recognition, .reflection, .secondment, .service,
        .survey, .tool,
    ]

    /// The principle.
    public let principle: CQCPrinciple
    /// What shows it.
    public let artefact: Subject
    /// How well.
    public let strength: LinkStrength
    /// Why.
    public let rationale: Text
    /// The organisation that confirms it.
    public let organisation: Key?
    /// The assignment in which somebody confirms it.
    public let assignment: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        let number = try fields.integer(
            "principle",
            in: 1...6,
            "Its number, from 1 to 6; jvctl principle coverage has their names."
        )
        principle = CQCPrinciple(rawValue: Int(number)) ?? .usersInvolved
        artefact = try fields.subject("artefact", of: Self.artefacts, "What shows it.")
        strength = try fields.choice("strength", LinkStrength.self, "How well it shows it.")
        rationale = try fields.text("rationale", "Why it shows it.")
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that confirms it.")
        assignment = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment in which somebody confirms it."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.principleLinks[entry.subject.key] = PrincipleLink(Recorded(self, entry))
    }
}

/// What was confirmed to show that a principle is followed no longer counts.
public struct PrincipleUnlinked: Event, Codable, Hashable {
    public static let name = "principle.unlinked"
    public static let kind = SubjectKind.principle
    public static let place = StreamPlace.continues
    public static let summary = "What was confirmed to show that a principle is followed no longer counts."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it no longer counts.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let link = check.state.learning.principleLinks[subject.key] else {
            throw .learning(.nothingToContinue(subject))
        }
        try check.demand(link.unlinked == nil, .learning(.unlinkedAlready(subject.key)))
        try check.demandNotBefore(link.linked.happening, subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.principleLinks[entry.subject.key]?.unlinked = Recorded(self, entry)
    }
}
