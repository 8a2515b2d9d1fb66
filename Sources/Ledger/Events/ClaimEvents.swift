// SPDX-License-Identifier: Apache-2.0

/// A dispute between entries that contradict each other; all of them stay.
public struct Claim: Hashable, Codable, Sendable {
    /// The positions of the entries.
    public let entries: [UInt64]
    /// What they differ about.
    public let question: Text?
    /// The position of the entry that stands; nil until the dispute is settled.
    public internal(set) var stands: UInt64?
    /// Why that one.
    public internal(set) var reason: Text?
}

/// Entries contradict each other.
public struct ClaimDisputed: Event {
    public static let name = "claim.disputed"
    public static let kind = SubjectKind.claim
    public static let place = StreamPlace.begins
    public static let summary =
        "Entries contradict each other; all of them stay until the dispute is settled."
    public static let rules: [Rule] = [.claimsInDispute]
    public static let command = "dispute"

    /// The positions of the entries.
    public let entries: [UInt64]
    /// What they differ about.
    public let question: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        entries = try fields.positions("entries", "The positions of the entries that contradict each other.")
        question = try fields.optionalText("question", "What they differ about.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(Set(entries).count >= 2, .entry(.disputeNeedsTwo))
        for position in entries {
            try check.demand(position < check.entry.position, .entry(.noSuchEntry(position)))
            try check.demandNotRetracted(position)
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.claims[key] = Claim(entries: entries, question: question)
        for position in entries { state.disputes[position] = min(key, state.disputes[position] ?? key) }
    }
}

/// A dispute is settled.
public struct ClaimSettled: Event {
    public static let name = "claim.settled"
    public static let kind = SubjectKind.claim
    public static let place = StreamPlace.continues
    public static let summary = "A dispute is settled: one of the entries stands."
    public static let rules: [Rule] = [.claimsInDispute]
    public static let command = "settle"

    /// The position of the entry that stands.
    public let stands: UInt64
    /// Why that one.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        stands = UInt64(try fields.integer("stands", "The position of the entry that stands."))
        reason = try fields.text("reason", "Why that one.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let claim = check.state.claims[key] else { return }
        try check.demand(claim.stands == nil, .entry(.alreadySettled(key)))
        try check.demand(claim.entries.contains(stands), .entry(.notInDispute(stands)))
        try check.demandNotRetracted(stands)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.claims[entry.subject.key]?.stands = stands
        state.claims[entry.subject.key]?.reason = reason
    }
}

extension Check {
    /// Refuses to rest on an entry that no longer stands.
    fileprivate func demandNotRetracted(_ position: UInt64) throws(Refusal) {
        let isRetracted = state.amendment(of: position)?.isRetraction ?? false
        try demand(!isRetracted, .entry(.alreadyRetracted(position)))
    }
}
