// SPDX-License-Identifier: Apache-2.0

extension SubjectKind {
    /// What people can be consulted on and partners can disagree about.
    static let matters: [SubjectKind] = [
        .agreement, .body, .commitment, .contribution, .decision, .delegation, .funding, .initiative,
        .interface,
        .meeting, .need, .objective, .post, .practice, .secondment, .service, .venture,
    ]
}

/// Partners disagree, and say so.
public struct DisputeOpened: Event, Codable, Hashable {
    public static let name = "dispute.opened"
    public static let kind = SubjectKind.dispute
    public static let place = StreamPlace.begins
    public static let summary =
        "Partners disagree about something; entries that contradict each other are a claim.disputed instead."
    public static let rules: [Rule] = [.disputeBetweenTwo]
    public static let command = "disagreement open"

    /// What they disagree about, in one line.
    public let title: Text
    /// Those who disagree.
    public let parties: [Key]
    /// What it is about.
    public let about: Subject?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What they disagree about, in one line.")
        parties = try fields.keys(
            "parties",
            of: .organisation,
            required: true,
            "The organisations that disagree, two at least."
        )
        about = try fields.optionalSubject(
            "about",
            of: SubjectKind.matters,
            "What it is about, such as decision/D-0004."
        )
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(Set(parties).count >= 2, .work(.disputeNeedsTwo))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.disputes[entry.subject.key] = PartnerDispute(Recorded(self, entry))
        if let about, about.kind == .decision { state.link(decision: about.key, to: entry.subject) }
    }
}

/// How far up a dispute has gone.
public enum DisputeStage: String, CaseIterable, Codable, Sendable {
    /// To those who lead the work.
    case leads
    /// To senior officers.
    case seniorOfficers
    /// To a body of the venture.
    case body
    /// To the chief executives.
    case chiefExecutives
    /// To a mediator.
    case mediation
    /// To somebody whose word binds: an expert, an arbitrator or a court.
    case determination
}

/// A dispute between partners goes to the next stage.
public struct DisputeEscalated: Event, Codable, Hashable {
    public static let name = "dispute.escalated"
    public static let kind = SubjectKind.dispute
    public static let place = StreamPlace.continues
    public static let summary = "A dispute between partners goes to the next stage."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "disagreement escalate"

    /// To which stage.
    public let stage: DisputeStage
    /// The body that is to deal with it.
    public let body: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        stage = try fields.choice("stage", DisputeStage.self, "To which stage it goes.")
        body = try fields.optionalKey("body", of: .body, "The body that is to deal with it.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandGoesOn(check.state.partnerDispute(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.disputes[entry.subject.key]?.escalations.append(Recorded(self, entry))
    }
}

/// How a dispute ended.
public enum DisputeOutcome: String, CaseIterable, Codable, Sendable {
    /// The parties agreed.
    case agreed
    /// Whoever raised it let it go.
    case withdrawn
    /// Somebody whose word binds decided it.
    case determined
    /// A partner left over it.
    case parted
}

/// A dispute between partners is over.
public struct DisputeResolved: Event, Codable, Hashable {
    public static let name = "dispute.resolved"
    public static let kind = SubjectKind.dispute
    public static let place = StreamPlace.continues
    public static let summary = "A dispute between partners is over."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "disagreement resolve"

    /// How it ended.
    public let outcome: DisputeOutcome
    /// The decision that ended it.
    public let decision: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", DisputeOutcome.self, "How it ended.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that ended it.")
        note = try fields.optionalText("note", "What the parties agreed, or what was decided.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandEnds(check.state.partnerDispute(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.disputes[entry.subject.key]?.resolved = Recorded(self, entry)
        state.link(decision: decision, to: entry.subject)
    }
}
