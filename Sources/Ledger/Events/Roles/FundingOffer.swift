// SPDX-License-Identifier: Apache-2.0

/// Who pays how much of a post and when: the fields that an agreement and its variations share.
public struct FundingOffer: FieldGroup {
    /// The post.
    public let post: Key
    /// The shares.
    public let shares: [FundingShare]
    /// The amount for the time of this version.
    public let total: Money?
    /// When.
    public let validity: Validity
    /// The decision behind it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        post = try fields.key("post", of: .post, "The post; also the key of the stream.")
        shares = try fields.list(
            "shares",
            of: FundingShare.self,
            required: true,
            "Who pays which share; together 10,000 basis points."
        )
        total = try fields.optionalMoney("total", "The amount for the time from from to to, in minor units.")
        validity = try fields.validity("From when; the date of the entry when absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision behind it.")
    }

    var terms: FundingTerms { FundingTerms(shares: shares, total: total, decision: decision) }

    /// The rules for one version of a post's funding; those for versions together are the events' own.
    func check(_ check: inout Check) throws(Refusal) {
        try check.demand(
            check.entry.subject.key == post,
            .roles(.otherStream(post: post, stream: check.entry.subject))
        )
        guard let record = check.state.post(post) else {
            throw .entry(.unknown(Subject(.post, post), field: "post"))
        }
        // At most 256 shares of at most 10,000 each: the sum cannot overflow.
        let sum = shares.reduce(0) { $0 + $1.basisPoints }
        try check.demand(sum == FundingShare.whole, .roles(.sharesSum(post, sum)))
        var funders: Set<Key> = []
        for share in shares {
            try check.demand(
                funders.insert(share.organisation).inserted,
                .roles(.funderTwice(post, share.organisation))
            )
        }
        if record.isJointlyFunded {
            try check.demand(shares.count >= 2, .roles(.oneFunder(post)))
            check.warn(.accountableToFunders, unless: funders.isSubset(of: record.accountableTo))
            check.warn(.hostNamed, unless: record.host != nil)
        }
        let start = validity.since(check.entry).earliestStart
        for funder in funders {
            let partnership = check.state.partnership(of: funder, at: start)
            check.warn(.funderIsPartner, unless: partnership?.truth == .yes)
        }
        try demandConsent(of: funders, at: start, &check)
    }

    /// Refuses partners as funders through a decision that was not adopted with their consent (rule 32).
    ///
    /// Who funds without being a partner is bound by something else, and a funding that names no decision says nothing
    /// of consent.
    private func demandConsent(
        of funders: Set<Key>,
        at start: Timestamp,
        _ check: inout Check
    ) throws(Refusal) {
        guard let key = decision, let decision = check.state.decision(key) else { return }
        let consented = decision.status.stands ? decision.adoption?.required ?? [] : []
        let state = check.state
        let others = funders.filter { !consented.contains($0) && state.partnership(of: $0, at: start) != nil }
        try check.demand(
            others.isEmpty,
            .roles(.funderDidNotConsent(post, others.sorted(), decision: key))
        )
    }
}

extension FundingShare: FieldGroup {
    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("organisation", of: .organisation, "The organisation that pays.")
        basisPoints = try fields.integer(
            "basisPoints",
            in: 1...Self.whole,
            "Its share in hundredths of a per cent."
        )
    }
}
