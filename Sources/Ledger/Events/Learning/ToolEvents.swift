// SPDX-License-Identifier: Apache-2.0

/// Organisations took up a tool.
public struct ToolAdopted: Event, Codable, Hashable {
    public static let name = "tool.adopted"
    public static let kind = SubjectKind.tool
    public static let place = StreamPlace.continues
    public static let summary = """
        Organisations took up a tool, such as a method of evaluation, for some of the interfaces between services.
        """
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "tool adopt"

    /// The organisations that took it up.
    public let organisations: [Key]
    /// The interfaces for which they did; empty for no one in particular.
    public let interfaces: [Key]
    /// The decision that led to it.
    public let decision: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            required: true,
            "The organisations or units that took it up."
        )
        interfaces = try fields.keys(
            "interfaces",
            of: .interface,
            "The service interfaces for which they did; absent for none in particular."
        )
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandIntroduced() }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.toolUse[entry.subject.key, default: ToolUse()].adoptions.append(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

/// A tool was used in a session.
public struct ToolUsed: Event, Codable, Hashable {
    public static let name = "tool.used"
    public static let kind = SubjectKind.tool
    public static let place = StreamPlace.continues
    public static let summary = "A tool was used in a session of one or several organisations."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "tool use"

    /// The organisations that used it.
    public let organisations: [Key]
    /// How many people took part.
    public let participants: Int64?
    /// The event at which it was used.
    public let knowledge: Key?
    /// What was done with it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            required: true,
            "The organisations or units that used it."
        )
        participants = try fields.optionalInteger("participants", "How many people took part.")
        knowledge = try fields.optionalKey("knowledge", of: .knowledge, "The event at which it was used.")
        note = try fields.optionalText("note", "What was done with it.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandIntroduced() }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.toolUse[entry.subject.key, default: ToolUse()].sessions.append(Recorded(self, entry))
    }
}

/// Organisations no longer use a tool.
public struct ToolDropped: Event, Codable, Hashable {
    public static let name = "tool.dropped"
    public static let kind = SubjectKind.tool
    public static let place = StreamPlace.continues
    public static let summary = "Organisations no longer use a tool; or nobody does, and it is retired."
    public static let rules: [Rule] = [.lifeAllows]

    /// The organisations that dropped it; empty when it is retired.
    public let organisations: [Key]
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            "The organisations or units that dropped it; absent when it is retired for all."
        )
        reason = try fields.text("reason", "Why it is no longer used.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandIntroduced()
        let adoptions = check.state.learning.toolUse[check.entry.subject.key]?.adoptions ?? []
        for organisation in organisations {
            try check.demand(
                adoptions.contains { $0.content.organisations.contains(organisation) },
                .learning(.notAdopted(check.entry.subject, by: organisation))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.toolUse[entry.subject.key, default: ToolUse()].drops.append(Recorded(self, entry))
    }
}

extension Check {
    /// Refuses what is dated before the tool was introduced.
    fileprivate func demandIntroduced() throws(Refusal) {
        guard let tool = state.tool(entry.subject.key) else {
            throw .learning(.nothingToContinue(entry.subject))
        }
        try demandNotBefore(tool.happening, entry.subject)
    }
}
