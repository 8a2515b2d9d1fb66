// SPDX-License-Identifier: Apache-2.0

/// Organisations agree what share of a post each of them pays.
public struct FundingAgreed: Event {
    public static let name = "funding.agreed"
    public static let kind = SubjectKind.funding
    public static let place = StreamPlace.anywhere
    public static let summary = "Organisations agree what share of a post each of them pays."
    public static let rules: [Rule] = [
        .fundingAddsUp, .jointFundingNeedsTwo, .funderIsPartner, .funderConsented, .accountableToFunders,
        .hostNamed, .lifeAllows, .fundingOnItsPost,
    ]
    public static let command = "post fund"

    /// Who pays how much, and when.
    public let offer: FundingOffer

    public init(_ fields: inout Fields) throws(FieldError) { offer = try FundingOffer(&fields) }

    public func check(_ check: inout Check) throws(Refusal) {
        let new = offer.validity.since(check.entry)
        try check.demandLasting(new)
        try offer.check(&check)
        for period in check.state.funding(of: offer.post) {
            try check.demand(
                new.coincides(with: period.validity).negated,
                .roles(.fundingOverlaps(offer.post, with: period.position))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.roles.funding[entry.subject.key, default: Timeline()].insert(
            offer.terms,
            validity: offer.validity.since(entry),
            position: entry.position
        )
        state.link(decision: offer.decision, to: entry.subject)
    }
}

/// Organisations pay other shares of a post from a date on.
public struct FundingVaried: Event {
    public static let name = "funding.varied"
    public static let kind = SubjectKind.funding
    public static let place = StreamPlace.continues
    public static let summary = "Other shares of a post are paid from a date on; those before end then."
    public static let rules: [Rule] = [
        .fundingAddsUp, .jointFundingNeedsTwo, .funderIsPartner, .funderConsented, .accountableToFunders,
        .hostNamed, .lifeAllows, .fundingOnItsPost,
    ]
    public static let command = "post fund"

    /// Who pays how much, and when.
    public let offer: FundingOffer

    public init(_ fields: inout Fields) throws(FieldError) { offer = try FundingOffer(&fields) }

    public func check(_ check: inout Check) throws(Refusal) {
        let new = offer.validity.since(check.entry)
        try check.demandLasting(new)
        try offer.check(&check)
        let versions = check.state.funding(of: offer.post)
        try check.demand(
            Validity.covers(versions.map(\.validity), at: new.earliestStart),
            .roles(.notFundedThen(offer.post, new.from))
        )
        // The version before ends where this one begins; one after it must not begin before this one ends.
        guard let from = new.from, let to = new.to else { return }
        for period in versions {
            guard let next = period.validity.from, next.isEarlier(than: from) == .no else { continue }
            try check.demand(
                next.isEarlier(than: to).negated,
                .roles(.fundingOverlaps(offer.post, with: period.position))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.roles.funding[entry.subject.key, default: Timeline()].succeed(
            with: offer.terms,
            from: offer.validity.from ?? entry.happened,
            to: offer.validity.to,
            position: entry.position
        )
        state.link(decision: offer.decision, to: entry.subject)
    }
}

/// A post is no longer paid for.
public struct FundingEnded: Event {
    public static let name = "funding.ended"
    public static let kind = SubjectKind.funding
    public static let place = StreamPlace.continues
    public static let summary = "Nobody pays for a post from a date on."
    public static let rules: [Rule] = [.fundedWhileHeld, .lifeAllows]

    /// From when.
    public let to: EDTF?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.optionalDate("to", "From when; the date of the entry when absent.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let post = check.entry.subject.key
        let date = to ?? check.entry.happened
        let versions = check.state.funding(of: post)
        let runs = versions.reduce(Truth.no) { truth, period in
            truth.or(period.validity.coincides(with: Validity(from: date)))
                .or(period.validity.to == date ? .yes : .no)
        }
        try check.demand(runs, .roles(.notFundedThen(post, date)))
        let left = versions.map { $0.validity.clipped(to: Validity(to: date)) }
        check.warnOfGaps(in: post, funding: left)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let date = to ?? entry.happened
        let key = entry.subject.key
        guard var versions = state.roles.funding[key] else { return }
        versions.update { period in
            guard period.validity.to.map({ date.isEarlier(than: $0) != .no }) ?? true else { return }
            period.validity.to = date
            period.value.ending = Ending(position: entry.position, reason: reason)
        }
        state.roles.funding[key] = versions
    }
}
