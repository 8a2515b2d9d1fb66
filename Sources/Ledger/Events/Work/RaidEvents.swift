// SPDX-License-Identifier: Apache-2.0

/// What is kept in a register of risks, assumptions, issues and dependencies (a RAID log).
public enum RaidKind: String, CaseIterable, Codable, Sendable {
    /// What may happen.
    case risk
    /// What is taken to be so.
    case assumption
    /// What has happened and has to be dealt with.
    case issue
    /// What has to come from elsewhere.
    case dependency
}

/// A risk, an assumption, an issue or a dependency is raised.
public struct RaidRaised: Event, Codable, Hashable {
    public static let name = "raid.raised"
    public static let kind = SubjectKind.raid
    public static let place = StreamPlace.begins
    public static let summary = "A risk, an assumption, an issue or a dependency is raised."
    public static let command = "raid add"

    /// Which of the four it is.
    public let raidKind: RaidKind
    /// What it is, in one line.
    public let title: Text
    /// The assignment of whoever watches it.
    public let owner: Key?
    /// The organisation that watches it.
    public let organisation: Key?
    /// How likely it is.
    public let likelihood: Int64?
    /// How much it would matter.
    public let impact: Int64?
    /// The decision that led to it.
    public let decision: Key?
    /// More about it, such as what is done against it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        raidKind = try fields.choice("kind", RaidKind.self, "Which of the four it is.")
        title = try fields.text("title", "What it is, in one line.")
        owner = try fields.optionalKey("owner", of: .assignment, "The assignment of whoever watches it.")
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that watches it.")
        likelihood = try fields.optionalInteger("likelihood", in: 1...5, "How likely it is, from 1 to 5.")
        impact = try fields.optionalInteger("impact", in: 1...5, "How much it would matter, from 1 to 5.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
        note = try fields.optionalText("note", "More about it, such as what is done against it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.raid[entry.subject.key] = RaidItem(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

/// What is known of a risk and its like has changed.
public struct RaidUpdated: Event, Codable, Hashable {
    public static let name = "raid.updated"
    public static let kind = SubjectKind.raid
    public static let place = StreamPlace.continues
    public static let summary = "It is seen otherwise now; what is not named stays as it was."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "raid update"

    /// The assignment of whoever watches it from now on.
    public let owner: Key?
    /// The organisation that watches it from now on.
    public let organisation: Key?
    /// How likely it is now.
    public let likelihood: Int64?
    /// How much it would matter now.
    public let impact: Int64?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        owner = try fields.optionalKey(
            "owner",
            of: .assignment,
            "The assignment of whoever watches it from now on."
        )
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation that watches it from now on."
        )
        likelihood = try fields.optionalInteger("likelihood", in: 1...5, "How likely it is now, from 1 to 5.")
        impact = try fields.optionalInteger("impact", in: 1...5, "How much it would matter, from 1 to 5.")
        note = try fields.optionalText("note", "More about it, such as what is done against it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandGoesOn(check.state.raidItem(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.raid[entry.subject.key]?.updates.append(Recorded(self, entry))
    }
}

/// How a risk or its like ended.
public enum RaidOutcome: String, CaseIterable, Codable, Sendable {
    /// It is dealt with: averted, resolved or delivered.
    case resolved
    /// It came to pass.
    case occurred
    /// It is lived with.
    case accepted
    /// It turned out not to be so.
    case unfounded
}

/// A risk, an assumption, an issue or a dependency is closed.
public struct RaidClosed: Event, Codable, Hashable {
    public static let name = "raid.closed"
    public static let kind = SubjectKind.raid
    public static let place = StreamPlace.continues
    public static let summary = "A risk, an assumption, an issue or a dependency is closed."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "raid close"

    /// How it ended.
    public let outcome: RaidOutcome
    /// The decision to which that is owed.
    public let decision: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", RaidOutcome.self, "How it ended.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandEnds(check.state.raidItem(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.raid[entry.subject.key]?.closed = Recorded(self, entry)
        state.link(decision: decision, to: entry.subject)
    }
}
