// SPDX-License-Identifier: Apache-2.0

/// A post as it was at an instant, as best known now.
public struct PostView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// The instant asked about.
    public let validAt: Timestamp
    /// Whether it existed then.
    public let existence: Truth
    /// When it existed, as exactly as that is known.
    public let life: Validity
    /// Whether a decision led to it, and which.
    public let decision: Key?
    /// What it was or may have been called then.
    public let titles: [Answer<Text>]
    /// The organisations that it spans.
    public let organisations: [Key]
    /// The organisation that employs its holder.
    public let host: Key?
    /// The organisations to which it answers.
    public let accountableTo: [Key]
    /// Whether it works across organisations by design.
    public let isBoundarySpanning: Bool
    /// Whether several organisations pay for it.
    public let isJointlyFunded: Bool
    /// How many may hold it together.
    public let sharing: Sharing
    /// The most holders of a post that several hold, if there is a limit.
    public let holderLimit: Int?
    /// Who paid or may have paid which share then.
    public let funding: [Answer<FundingTerms>]
    /// Who held or may have held it then.
    public let holders: [Holder]
    /// Whether it was vacant then.
    public let vacancy: Vacancy
    /// The position of the entry that defined it.
    public let definedBy: UInt64
    /// How it was abolished, if it was.
    public let abolition: Ending?
}

extension State {
    /// A post as it was at an instant; nil when no such post is recorded.
    public func postView(_ key: Key, validAt t: Timestamp) -> PostView? {
        guard let post = post(key) else { return nil }
        let role = Subject(.post, key)
        let existence = post.life.holds(at: t)
        return PostView(
            key: key,
            validAt: t,
            existence: existence,
            life: post.life,
            decision: post.decision,
            titles: existence == .no ? [] : post.titles.answers(at: t),
            organisations: post.organisations,
            host: post.host,
            accountableTo: post.accountableTo,
            isBoundarySpanning: post.isBoundarySpanning,
            isJointlyFunded: post.isJointlyFunded,
            sharing: post.sharing,
            holderLimit: post.holders,
            funding: fundingAnswers(of: key, at: t),
            holders: holders(of: role, at: t),
            vacancy: vacancy(of: role, at: t),
            definedBy: post.position,
            abolition: post.abolition
        )
    }

    /// Who paid or may have paid which share of a post at an instant.
    func fundingAnswers(of post: Key, at t: Timestamp) -> [Answer<FundingTerms>] {
        funding(of: post).compactMap { period in
            let truth = period.validity.holds(at: t)
            guard truth != .no else { return nil }
            return Answer(value: period.value, truth: truth, position: period.position)
        }
    }
}
