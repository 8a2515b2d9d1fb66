// SPDX-License-Identifier: Apache-2.0

/// A party signs an agreement.
public struct AgreementSigned: Event {
    public static let name = "agreement.signed"
    public static let kind = SubjectKind.agreement
    public static let place = StreamPlace.continues
    public static let summary =
        "A party signs an agreement; recorded for that party it is given, else reported with a source."
    public static let rules: [Rule] = [
        .agreementSigned, .endedRoleCannotAct, .votingSeatsOnly, .consentWithAuthority, .reportHasSource,
        .lifeAllows, .advisorsDoNotVote,
    ]
    public static let command = "agreement sign"

    /// The party.
    public let org: Key
    /// The assignment that gives authority.
    public let by: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        org = try fields.key("org", of: .organisation, "The party that signs.")
        by = try fields.optionalKey("by", of: .assignment, "The assignment that gives the authority to sign.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let agreement = check.state.agreement(key) else {
            throw .entry(.unknown(check.entry.subject, field: "subject"))
        }
        try check.demand(agreement.parties.contains(org), .governance(.notParty(key, org)))
        try check.demand(agreement.termination == nil, .governance(.agreementTerminated(key)))
        try check.demand(
            !agreement.signatures.contains { $0.organisation == org },
            .governance(.alreadySigned(key, org))
        )
        _ = try check.mode(of: org)
        try check.demandAuthority(by, for: org)
        // One that is signed late is in force from then on, whatever it says of its beginning.
        let isInTime =
            agreement.validity.from.map { $0.isEarlier(than: check.entry.happened) != .yes } ?? true
        check.warn(.agreementSigned, unless: isInTime)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.agreements[entry.subject.key]?.signatures.append(
            Agreement.Signature(
                organisation: org,
                by: by,
                mode: entry.onBehalfOf == org ? .given : .reported,
                happening: Happening(entry)
            )
        )
    }
}
