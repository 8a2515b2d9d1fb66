// SPDX-License-Identifier: Apache-2.0

/// An organisation says what it thinks of a proposal, which is no consent and no refusal.
public struct PositionStated: Event, Codable, Hashable {
    public static let name = "position.stated"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "An organisation says what it thinks of a proposal; it is no consent and holds nothing up."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .votingSeatsOnly, .statusAllows, .consentWithAuthority, .optionExists,
        .reportHasSource, .advisorsDoNotVote,
    ]
    public static let command = "decision position"

    /// The organisation.
    public let org: Key
    /// The assignment of whoever states it.
    public let by: Key?
    /// What it amounts to.
    public let stance: PositionStance
    /// The option of which it speaks.
    public let option: Int?
    /// Under which conditions.
    public let condition: Text?
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key(
            "org",
            of: .organisation,
            "The organisation that speaks; it need not be a partner."
        )
        by = try fields.optionalKey("by", of: .assignment, "The assignment of whoever states it.")
        stance = try fields.choice("stance", PositionStance.self, "What it amounts to.")
        option = try fields.optionalInteger("option", in: 1...999, "The option of which it speaks.").map {
            Int($0)
        }
        condition = try fields.optionalText("condition", "Under which conditions.")
        reason = try fields.optionalText("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandPositions("spoken to")
        try check.demandOption(option)
        _ = try check.mode(of: org)
        try check.demandAuthority(by, for: org)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.stated.append(Voiced(self, by: org, entry))
    }
}
