// SPDX-License-Identifier: Apache-2.0

/// A proposal is put to the partners, or to one of them.
public struct ProposalTabled: Event {
    public static let name = "proposal.tabled"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.begins
    public static let summary =
        "A proposal is put to the partners for a joint decision, or to one partner for its own."
    public static let rules: [Rule] = [.everyPartnerConsents, .consentWithAuthority, .bindsOnlyItself]
    public static let command = "decision propose"

    /// What a proposal can rest on.
    static let grounds: [SubjectKind] = [
        .advice, .barrier, .benefit, .boundary, .consultation, .decision, .evidence, .finding, .initiative,
        .interface, .knowledge, .lesson, .measure, .meeting, .need, .objective, .practice, .raid,
    ]

    /// What is to be decided, in one line.
    public let title: Text
    /// The question at length.
    public let question: Text?
    /// The partner that decides alone.
    public let organisation: Key?
    /// The partners whose consent is asked for.
    public let requires: [Key]
    /// The body to which it is put.
    public let body: Key?
    /// What it rests on.
    public let because: [Subject]
    /// By when it is to be decided.
    public let deadline: EDTF?
    /// Where it arose.
    public let origin: ProposalOrigin?
    /// The service interfaces that it concerns.
    public let interfaces: [Key]

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What is to be decided, in one line.")
        question = try fields.optionalText("question", "The question at length, with its background.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "The partner that decides alone; absent for a joint decision."
        )
        requires = try fields.keys(
            "requires",
            of: .organisation,
            "The partners whose consent is asked for; absent for all whose consent is required by right."
        )
        body = try fields.optionalKey("body", of: .body, "The body to which it is put.")
        because = try fields.subjects("because", of: Self.grounds, "What the proposal rests on.")
        deadline = try fields.optionalDate(
            "deadline",
            "By when it is to be decided; afterwards it has lapsed."
        )
        origin = try fields.optionalChoice(
            "origin",
            ProposalOrigin.self,
            "At which level it arose, so that what comes from below the senior level can be counted."
        )
        interfaces = try fields.keys(
            "interfaces",
            of: .interface,
            "The service interfaces that it concerns."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        if let organisation {
            try check.demand(
                requires.allSatisfy { $0 == organisation },
                .decision(.bindsOthers(organisation))
            )
        }
        for partner in requires {
            let truth = check.state.partnership(of: partner, at: check.instant)?.truth ?? .no
            try check.demand(truth, .decision(.notAPartner(partner)))
        }
        guard organisation == nil, !requires.isEmpty else { return }
        let byRight = check.state.partners(at: check.instant).filter {
            $0.right == .required && $0.truth == .yes
        }
        check.warn(.everyPartnerConsents, unless: byRight.allSatisfy { requires.contains($0.organisation) })
    }

    public func apply(_ entry: Entry, to state: inout State) {
        var decision = Decision(title: title)
        decision.question = question
        decision.organisation = organisation
        decision.requires = requires.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        decision.body = body
        decision.because = because
        if let deadline {
            decision.deadlines = [Deadline(date: deadline, happening: Happening(entry))]
        }
        decision.origin = origin
        decision.interfaces = interfaces
        decision.revisedWhen = [entry.when]
        decision.history = [StatusChange(.tabled, entry)]
        state.decisions.all[entry.subject.key] = decision
        for case let ground in because where ground.kind == .decision {
            state.link(decision: ground.key, to: entry.subject)
        }
    }
}

/// A proposal is changed; consents to earlier revisions no longer count.
public struct ProposalRevised: Event {
    public static let name = "proposal.revised"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A proposal is changed: a new revision, to which partners consent anew."
    public static let rules: [Rule] = [.statusAllows]
    public static let command = "decision revise"

    /// The new title.
    public let title: Text?
    /// The new question.
    public let question: Text?
    /// The new deadline.
    public let deadline: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.optionalText("title", "The new title, if that changes.")
        question = try fields.optionalText("question", "The new question, if that changes.")
        deadline = try fields.optionalDate("deadline", "By when it is to be decided now, if that changes.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpen("revised")
        try check.demand(title != nil || question != nil || deadline != nil, .decision(.nothingRevised))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.decisions.all[key]?.revision += 1
        state.decisions.all[key]?.revisedWhen.append(entry.when)
        if let title { state.decisions.all[key]?.title = title }
        if let question { state.decisions.all[key]?.question = question }
        if let deadline {
            state.decisions.all[key]?.deadlines.append(Deadline(date: deadline, happening: Happening(entry)))
        }
    }
}

/// A proposal is taken back.
public struct ProposalWithdrawn: Event {
    public static let name = "proposal.withdrawn"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A proposal is taken back."
    public static let rules: [Rule] = [.statusAllows]
    public static let command = "decision withdraw"

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it is taken back.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandOpen("withdrawn") }

    public func apply(_ entry: Entry, to state: inout State) { state.change(.withdrawn, entry) }
}
