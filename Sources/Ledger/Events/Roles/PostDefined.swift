// SPDX-License-Identifier: Apache-2.0

/// A post is defined.
public struct PostDefined: Event {
    public static let name = "post.defined"
    public static let kind = SubjectKind.post
    public static let place = StreamPlace.begins
    public static let summary = "A post exists: what it is called, whom it joins and who employs its holder."
    public static let rules: [Rule] = [.holdersFit, .hostNamed, .boundarySpansTwo, .lifeAllows]
    public static let command = "post define"

    /// What it is called.
    public let title: Text
    /// The organisations that it spans.
    public let organisations: [Key]
    /// The organisation that employs whoever holds it.
    public let host: Key?
    /// Whether it works across organisations by design.
    public let isBoundarySpanning: Bool
    /// Whether several organisations pay for it.
    public let isJointlyFunded: Bool
    /// How many may hold it together; one when absent.
    public let sharing: Sharing?
    /// The most holders of a post that several hold.
    public let holders: Int64?
    /// The organisations to which it answers.
    public let accountableTo: [Key]
    /// When it exists.
    public let validity: Validity
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What it is called.")
        organisations = try fields.keys("organisations", of: .organisation, "The organisations it spans.")
        host = try fields.optionalKey("host", of: .organisation, "The organisation that employs its holder.")
        isBoundarySpanning = try fields.flag(
            "boundarySpanning",
            "Whether it works across organisations by design; it then spans at least two."
        )
        isJointlyFunded = try fields.flag("jointlyFunded", "Whether several organisations pay for it.")
        sharing = try fields.optionalChoice(
            "sharing",
            Sharing.self,
            "How many may hold it together; single when absent."
        )
        holders = try fields.optionalInteger(
            "holders",
            in: 1...1_000,
            "The most holders of a post with the sharing multi; no limit when absent."
        )
        accountableTo = try fields.keys(
            "accountableTo",
            of: .organisation,
            "The organisations it answers to."
        )
        validity = try fields.validity("From when it exists; the date of the entry when absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        try check.demandLasting(validity.since(check.entry))
        try check.demand(
            !isBoundarySpanning || Set(organisations).count >= 2,
            .roles(.spansTooFew(key, organisations))
        )
        try check.demand(holders == nil || sharing == .multi, .roles(.limitWithoutSharing(key)))
        check.warn(.hostNamed, unless: !isJointlyFunded || host != nil)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let life = validity.since(entry)
        var titles = Timeline<Text>()
        titles.insert(title, validity: Validity(from: life.from), position: entry.position)
        state.roles.posts[entry.subject.key] = Post(
            life: life,
            titles: titles,
            organisations: organisations,
            host: host,
            isBoundarySpanning: isBoundarySpanning,
            isJointlyFunded: isJointlyFunded,
            sharing: sharing ?? .single,
            holders: holders.map(Int.init),
            accountableTo: accountableTo,
            decision: decision,
            position: entry.position
        )
        state.link(decision: decision, to: entry.subject)
    }
}
