// SPDX-License-Identifier: Apache-2.0

/// A seat that has another number of votes than one.
public struct SeatVotes: FieldGroup, Codable, Hashable {
    /// The seat.
    public let seat: Key
    /// How many votes it has.
    public let votes: Int

    public init(_ fields: inout Fields) throws(FieldError) {
        seat = try fields.key("seat", of: .seat, "The seat.")
        votes = Int(try fields.integer("votes", in: 1...999, "How many votes it has."))
    }
}

/// A revision is put to the vote.
public struct VoteOpened: Event, Codable, Hashable {
    public static let name = "vote.opened"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "The current revision is put to the vote of a body's voting seats; consents are still needed."
    public static let rules: [Rule] = [.votingSeatsOnly, .statusAllows, .optionExists, .voteCarries]
    public static let command = "decision vote open"

    /// The body whose voting seats vote.
    public let body: Key
    /// By which rule it carries.
    public let rule: VotingRule
    /// The option that is voted on.
    public let option: Int?
    /// The seats that have other than one vote.
    public let weights: [SeatVotes]

    public init(_ fields: inout Fields) throws(FieldError) {
        body = try fields.key("body", of: .body, "The body whose voting seats vote.")
        rule = try fields.choice("rule", VotingRule.self, "By which rule it carries.")
        option = try fields.optionalInteger(
            "option",
            in: 1...999,
            "The option that is voted on, for or against; absent to choose among those on the table."
        ).map { Int($0) }
        weights = try fields.list("weights", of: SeatVotes.self, "The seats that have other than one vote.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        try check.demandPositions("put to the vote")
        try check.demandOption(option)
        let isOpen = decision.votes.last.map { $0.closed == nil } ?? false
        try check.demand(!isOpen, .decision(.voteStillOpen(key)))
        let seats = check.state.votingSeats(of: body, at: check.instant)
        try check.demand(!seats.isEmpty, .decision(.noVotingSeats(body)))
        for weight in weights {
            try check.demand(seats.contains(weight.seat), .decision(.seatNotInVote(weight.seat)))
        }
        let terms = check.state.terms(of: body, at: check.instant)
        if let ruled = terms?.decisionRule?.voting {
            try check.demand(ruled == rule, .decision(.voteByOtherRule(body, ruled)))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let electorate = state.votingSeats(of: body, at: entry.earliest).map { seat in
            Vote.Electing(seat: seat, votes: weights.last { $0.seat == seat }?.votes ?? 1)
        }
        let revision = state.decisions.all[entry.subject.key]?.revision ?? 1
        state.decisions.all[entry.subject.key]?.votes
            .append(Vote(opened: Recorded(self, entry), revision: revision, electorate: electorate))
    }
}

/// A seat votes.
public struct VoteCast: Event, Codable, Hashable {
    public static let name = "vote.cast"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A seat votes; a later ballot of the same seat replaces the one before."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .oneStandingPosition,
        .optionExists, .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision vote cast"

    /// The organisation that nominates the seat.
    public let org: Key
    /// The seat that votes.
    public let seat: Key
    /// What it votes.
    public let ballot: Ballot
    /// The option for which it votes.
    public let option: Int?
    /// How many of its votes it casts.
    public let weight: Int?
    /// The assignment of whoever casts it.
    public let by: Key?
    /// The assignment of the holder whom a deputy stands in for.
    public let asDeputyFor: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The organisation that nominates the seat.")
        seat = try fields.key("seat", of: .seat, "The seat that votes.")
        ballot = try fields.choice("ballot", Ballot.self, "What it votes.")
        option = try fields.optionalInteger(
            "option",
            in: 1...999,
            "The option for which it votes, when the vote is among several."
        ).map { Int($0) }
        weight = try fields.optionalInteger(
            "weight",
            in: 1...999,
            "How many whole votes it casts; all that the seat has when absent."
        ).map { Int($0) }
        by = try fields.optionalKey("by", of: .assignment, "The assignment of whoever casts the vote.")
        asDeputyFor = try fields.optionalKey(
            "asDeputyFor",
            of: .assignment,
            "The assignment of the holder of the seat, when a deputy votes."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        guard let vote = decision.votes.last, vote.closed == nil else {
            throw .decision(.noOpenVote(key))
        }
        try check.demandOption(option)
        try checkSeat(in: vote, &check)
        let mode = try check.mode(of: org)
        let hasGiven = vote.ballots.contains { $0.content.seat == seat && $0.mode == .given }
        try check.demand(mode == .given || !hasGiven, .decision(.spokeForItself(key, org)))
        try check.demandAuthority(by, for: org)
        guard let by, let role = check.state.assignment(by)?.role else { return }
        check.warn(.consentWithAuthority, unless: role == Subject(.seat, seat) || asDeputyFor != nil)
    }

    private func checkSeat(in vote: Vote, _ check: inout Check) throws(Refusal) {
        guard let electing = vote.electorate.first(where: { $0.seat == seat }) else {
            let isVoting = check.state.seat(seat).map { $0.isVoting && $0.seatClass != .advisor } ?? true
            throw .decision(isVoting ? .seatNotInVote(seat) : .seatHasNoVote(seat))
        }
        try check.demand((weight ?? 0) <= electing.votes, .decision(.tooManyVotes(seat, of: electing.votes)))
        if let nominator = check.state.seat(seat)?.organisation {
            let isTheirs = check.state.root(of: nominator) == check.state.root(of: org)
            try check.demand(isTheirs, .decision(.seatOfAnother(seat, nominator)))
        }
        guard let asDeputyFor, let role = check.state.assignment(asDeputyFor)?.role else { return }
        try check.demand(role == Subject(.seat, seat), .decision(.deputyOfAnother(asDeputyFor, seat)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.changeLastVote(of: entry) { $0.ballots.append(Voiced(self, by: org, entry)) }
    }
}

/// A vote is closed; what it came to follows from the ballots.
public struct VoteClosed: Event, Codable, Hashable {
    public static let name = "vote.closed"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A vote is closed; what it came to follows from the ballots."
    public static let rules: [Rule] = [.statusAllows]
    public static let command = "decision vote close"

    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let decision = check.state.decision(key) else { return }
        let isOpen = decision.votes.last.map { $0.closed == nil } ?? false
        try check.demand(isOpen, .decision(.noOpenVote(key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.changeLastVote(of: entry) { $0.closed = Recorded(self, entry) }
    }
}

extension DecisionRule {
    /// The rule of a vote where a body decides by one.
    var voting: VotingRule? {
        switch self {
        case .consent: nil
        case .majority: .majority
        case .unanimity: .unanimity
        }
    }
}

extension State {
    /// The voting seats of a body that exist, or may exist, at an instant, by key.
    func votingSeats(of body: Key, at instant: Timestamp) -> [Key] {
        (governance.bodies[body]?.seats ?? []).filter { key in
            guard let seat = governance.seats[key] else { return false }
            return seat.isVoting && seat.seatClass != .advisor && seat.validity.holds(at: instant) != .no
        }.sorted()
    }

    fileprivate mutating func changeLastVote(of entry: Entry, _ change: (inout Vote) -> Void) {
        let key = entry.subject.key
        guard let index = decisions.all[key]?.votes.indices.last, var vote = decisions.all[key]?.votes[index]
        else { return }
        change(&vote)
        decisions.all[key]?.votes[index] = vote
    }
}
