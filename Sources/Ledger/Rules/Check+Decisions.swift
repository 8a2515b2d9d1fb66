// SPDX-License-Identifier: Apache-2.0

// What several steps of a decision have to fulfil.

extension Check {
    /// Refuses a step that only an open proposal allows.
    func demandOpen(_ step: String) throws(Refusal) {
        let key = entry.subject.key
        guard let status = state.decision(key)?.status else {
            throw .entry(.unknown(entry.subject, field: "subject"))
        }
        try demand(status.isOpen, .decision(.status(key, status, step: step)))
    }

    /// Refuses a step that only an open proposal allows, or one that was decided in urgency and awaits ratification.
    func demandPositions(_ step: String) throws(Refusal) {
        let key = entry.subject.key
        guard let decision = state.decision(key) else {
            throw .entry(.unknown(entry.subject, field: "subject"))
        }
        try demand(decision.takesPositions, .decision(.status(key, decision.status, step: step)))
    }

    /// Refuses to decide before the proposal was tabled or last revised.
    func demandTabled(_ decision: Decision) throws(Refusal) {
        guard let tabled = decision.revisedWhen.last else { return }
        let isEarlier = entry.when.precedes(tabled) == .yes
        try demand(!isEarlier, .decision(.adoptedBeforeTabled(entry.subject.key)))
    }

    /// Refuses to decide what has lapsed: its deadline counts until its end (rule 70).
    mutating func demandNotLapsed(_ decision: Decision) throws(Refusal) {
        guard let deadline = decision.deadline else { return }
        let key = entry.subject.key
        try demand(
            entry.when.isBefore(deadline.bounds.latestOrFuture),
            .decision(.lapsed(key, deadline: deadline.text))
        )
    }

    /// Refuses an option that is not on the table.
    func demandOption(_ number: Int?) throws(Refusal) {
        guard let number, let decision = state.decision(entry.subject.key) else { return }
        let open = decision.openOptions.map(\.number)
        try demand(open.contains(number), .decision(.noSuchOption(entry.subject.key, number, open: open)))
    }

    /// Refuses to decide for none of the options on the table, or for one that is not (rule 54).
    func demandChoice(of option: Int?, among decision: Decision) throws(Refusal) {
        let open = decision.openOptions
        guard option != nil || open.isEmpty else {
            throw .decision(.noneChosen(entry.subject.key, open: open.map(\.number)))
        }
        try demandOption(option)
    }

    /// Warns of a single option, and asks for alternatives where a profile binds (rule 55).
    ///
    /// An option that was taken off the table was considered. Without any option it is silent: title, reason and
    /// consents are enough.
    mutating func demandAlternatives(to decision: Decision, _ noAlternatives: Text?) {
        let isAnswered = decision.options.count > 1 || noAlternatives != nil
        if decision.options.isEmpty {
            demandByProfile(.optionsConsidered, isAnswered)
        } else {
            warn(.optionsConsidered, unless: isAnswered)
        }
    }

    /// Warns of an option that is rejected without a reason (rule 57).
    mutating func demandReasons(against decision: Decision, chosen: Int) {
        let isReasoned = decision.openOptions.allSatisfy { $0.number == chosen || $0.isRejectedWithReason }
        warn(.rejectedOptionsHaveReasons, unless: isReasoned)
    }

    /// Warns of a decision without a review date, where a profile is chosen at all (rule 67).
    mutating func demandReviewDate(_ reviewOn: EDTF?) {
        guard let profile = state.charter?.profile, profile != .minimal else { return }
        warn(.reviewDateSet, unless: reviewOn != nil)
    }

    /// Refuses to adopt without the consent of every partner that is needed (rules 15 and 48).
    mutating func demandConsents(to decision: Decision, option: Int?, body: Key?) throws(Refusal) {
        let key = entry.subject.key
        let required = state.requiredPartners(of: decision, at: instant)
        if decision.organisation == nil {
            try demand(required.count >= 2, .decision(.needsTwoPartners(key, found: required)))
            for partner in required {
                let truth = state.partnership(of: partner, at: instant)?.truth ?? .no
                try demand(truth, .decision(.notAPartner(partner)))
            }
        } else if decision.organisation == entry.onBehalfOf {
            return
        }
        let missing = state.missingConsents(of: decision, at: instant, option: option, acceptsReported: true)
        try demand(missing.isEmpty, .decision(.consentMissing(key, revision: decision.revision, missing)))
        let reported = state.missingConsents(
            of: decision,
            at: instant,
            option: option,
            acceptsReported: false
        )
        guard !reported.isEmpty else { return }
        let bodies = [decision.body, body].compactMap(\.self)
        let counts = state.reportedConsentsCount(when: entry.when, bodies: bodies, at: instant)
        switch counts {
        case .yes, .possibly: try demand(counts, .decision(.reportedDoNotCount(key)))
        case .no: throw .decision(.consentMissing(key, revision: decision.revision, reported))
        }
    }

    /// Refuses to adopt while a vote is open, or what a vote did not carry where the body decides by votes.
    mutating func demandVote(on decision: Decision, option: Int?, body: Key?) throws(Refusal) {
        let key = entry.subject.key
        guard let vote = decision.votes.last(where: { $0.revision == decision.revision }) else { return }
        try demand(vote.closed != nil, .decision(.voteStillOpen(key)))
        let tally = vote.tally(option)
        let decidesByVotes = body.flatMap { state.terms(of: $0, at: instant) }?.decisionRule?.voting != nil
        if decidesByVotes {
            try demand(tally.carries, .decision(.voteLost(key, tally)))
        } else {
            warn(.voteCarries, unless: tally.carries)
        }
    }

    /// Refuses to decide at a meeting of another body, or at one that was not quorate (rule 42).
    mutating func demandQuorum(of meeting: Key?, body: Key?) throws(Refusal) {
        guard let key = meeting, let meeting = state.governance.meetings[key] else { return }
        try demand(
            body.map { $0 == meeting.body } ?? true,
            .governance(.meetingOfOtherBody(key, meeting.body))
        )
        let time = entry.occurred?.date.bounds
        guard let quorum = state.quorateness(of: key, during: time, for: entry.subject.key), quorum.known
        else {
            return
        }
        try demand(
            quorum.truth,
            .decision(
                quorum.withdrawn.isEmpty
                    ? .notQuorate(key, missing: quorum.missing)
                    : .notQuorateWithout(key, quorum.withdrawn, missing: quorum.missing)
            )
        )
    }

    /// Refuses what is an organisation's to say without its word.
    ///
    /// That is given here, or reported where a reported consent would be enough.
    mutating func demandWord(of organisation: Key, bodies: [Key]) throws(Refusal) {
        switch try mode(of: organisation) {
        case .given: break
        case .reported:
            let counts = state.reportedConsentsCount(when: entry.when, bodies: bodies, at: instant)
            let key = entry.subject.key
            try demand(counts, .decision(.reportedDoNotCount(key)))
        }
    }

    /// Refuses that a decision bears on an earlier one if it was not adopted, or lacks the consent of a partner that
    /// the earlier one had and that is still one (rules 63 and 64).
    func demandSuccessor(_ new: Key, to old: Decision, _ key: Key) throws(Refusal) {
        guard let replacement = state.decision(new) else { return }
        try demand(new != key && replacement.status.stands, .decision(.replacementNotAdopted(new)))
        let consented = replacement.adoption?.required ?? []
        let needed = old.adoption?.required ?? state.requiredPartners(of: old, at: instant)
        let missing = needed.filter { partner in
            !consented.contains(partner) && state.partnership(of: partner, at: instant) != nil
        }
        try demand(missing.isEmpty, .decision(.replacementNeedsPartners(new, missing: missing)))
    }
}

extension State {
    /// Changes the status of the matter that an entry is about.
    mutating func change(_ status: DecisionStatus, _ entry: Entry) {
        decisions.all[entry.subject.key]?.history.append(StatusChange(status, entry))
    }

    /// Who was at a meeting, and who was missing for a quorum, as now known; nil when none was held.
    func quorumSnapshot(of meeting: Key?, when entry: Entry, _ decision: Key) -> QuorumSnapshot? {
        let time = entry.occurred?.date.bounds
        guard let quorum = meeting.flatMap({ quorateness(of: $0, during: time, for: decision) }) else {
            return nil
        }
        return QuorumSnapshot(present: quorum.present, missing: quorum.missing, isKnown: quorum.known)
    }
}
