// SPDX-License-Identifier: Apache-2.0

/// A community in which knowledge is shared came to be.
public struct CommunityFormed: Event, Codable, Hashable {
    public static let name = "community.formed"
    public static let kind = SubjectKind.community
    public static let place = StreamPlace.begins
    public static let summary =
        "A community came to be, in which people of several organisations share what they know."
    public static let command = "community form"

    /// What it is called.
    public let title: Text
    /// What it is for.
    public let purpose: Text?
    /// The organisations that belong to it from the beginning.
    public let organisations: [Key]
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the community is called.")
        purpose = try fields.optionalText("purpose", "What it is for.")
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            "The organisations or units that belong to it from the beginning."
        )
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.communities[entry.subject.key] = Community(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

/// An organisation joined a community.
public struct CommunityJoined: Event, Codable, Hashable {
    public static let name = "community.joined"
    public static let kind = SubjectKind.community
    public static let place = StreamPlace.continues
    public static let summary = "An organisation joined a community."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "community join"

    /// The organisation.
    public let organisation: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("org", of: .organisation, "The organisation or unit that joined.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let community = try check.demandOpenCommunity()
        try check.demand(
            !community.members().contains(organisation),
            .learning(.memberAlready(organisation, check.entry.subject.key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.move(organisation, isJoining: true, entry)
    }
}

/// An organisation left a community.
public struct CommunityLeft: Event, Codable, Hashable {
    public static let name = "community.left"
    public static let kind = SubjectKind.community
    public static let place = StreamPlace.continues
    public static let summary = "An organisation left a community."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "community leave"

    /// The organisation.
    public let organisation: Key
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("org", of: .organisation, "The organisation or unit that left.")
        reason = try fields.optionalText("reason", "Why it left.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let community = try check.demandOpenCommunity()
        try check.demand(
            community.members().contains(organisation),
            .learning(.noMember(organisation, check.entry.subject.key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.move(organisation, isJoining: false, entry)
    }
}

/// A community is no more.
public struct CommunityClosed: Event, Codable, Hashable {
    public static let name = "community.closed"
    public static let kind = SubjectKind.community
    public static let place = StreamPlace.continues
    public static let summary = "A community is no more."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it was closed.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let community = try check.demandOpenCommunity()
        let key = check.entry.subject.key
        try check.demand(community.closed == nil, .learning(.communityClosed(key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.communities[entry.subject.key]?.closed = Recorded(self, entry)
    }
}

extension Check {
    /// The community that an entry goes on with; refuses what is dated before its beginning or after its end.
    fileprivate func demandOpenCommunity() throws(Refusal) -> Community {
        let subject = entry.subject
        guard let community = state.community(subject.key) else {
            throw .learning(.nothingToContinue(subject))
        }
        try demandNotBefore(community.formed.happening, subject)
        try demandNotAfter(community.closed?.happening, .communityClosed(subject.key))
        return community
    }
}

extension LearningState {
    fileprivate mutating func move(_ organisation: Key, isJoining: Bool, _ entry: Entry) {
        let move = Community.Move(
            organisation: organisation,
            isJoining: isJoining,
            happening: Happening(entry)
        )
        communities[entry.subject.key]?.moves.append(move)
    }
}
