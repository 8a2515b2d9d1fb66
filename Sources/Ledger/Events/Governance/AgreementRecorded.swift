// SPDX-License-Identifier: Apache-2.0

/// An agreement between organisations is recorded.
public struct AgreementRecorded: Event, Codable, Hashable {
    public static let name = "agreement.recorded"
    public static let kind = SubjectKind.agreement
    public static let place = StreamPlace.begins
    public static let summary =
        "An agreement between organisations is recorded; it is in force once every party has signed it."
    public static let rules: [Rule] = [
        .agreementSigned, .agreementComplete, .section75Parties, .ventureOpen, .lifeAllows,
    ]
    public static let command = "agreement add"

    /// What it is called.
    public let title: Text
    /// Its legal form.
    public let form: AgreementForm
    /// The organisations between which it is.
    public let parties: [Key]
    /// Whether it sets up a pooled fund.
    public let hasPooledFund: Bool
    /// What it says.
    public let clauses: StatedClauses
    /// SHA-256 of the document.
    public let digest: String?
    /// For how long it is to hold.
    public let validity: Validity
    /// When it is to be reviewed.
    public let reviewOn: EDTF?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the agreement is called.")
        form = try fields.choice(
            "form",
            AgreementForm.self,
            "Its legal form; s75 is a partnership arrangement under the National Health Service Act 2006."
        )
        parties = try fields.keys(
            "parties",
            of: .organisation,
            required: true,
            "The organisations between which it is."
        )
        hasPooledFund = try fields.flag("pooledFund", "Whether it sets up a pooled fund.")
        clauses = try StatedClauses(&fields)
        digest = try fields.optionalDigest("digest", "SHA-256 of the document.")
        validity = try fields.validity("From when it is to hold; when the entry happened if absent.")
        reviewOn = try fields.optionalDate("reviewOn", "When it is to be reviewed.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        let agreed = validity.since(check.entry)
        try check.demandOrder(of: agreed)
        try check.demandOpenVenture(at: agreed.earliestStart)
        for party in parties { try check.demandStanding(party, at: agreed.earliestStart) }
        let roots = Set(parties.map(check.state.root(of:)))
        try check.demand(roots.count >= 2, .governance(.needsTwoParties(key)))
        guard form == .section75 else { return }
        try check.demandClauses(clauses.missing(withPooledFund: hasPooledFund))
        try check.demandSection75(parties)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.agreements[entry.subject.key] = Agreement(
            Recorded(self, entry),
            validity.since(entry)
        )
        state.link(decision: decision, to: entry.subject)
    }
}

extension Check {
    /// Warns of clauses that an agreement under section 75 lacks; refuses where the profile binds (rule 17).
    mutating func demandClauses(_ missing: [String]) throws(Refusal) {
        if state.profileBinds(.agreementComplete, entry) {
            try demand(missing.isEmpty, .governance(.clausesMissing(entry.subject.key, missing)))
        }
        warn(.agreementComplete, unless: missing.isEmpty)
    }

    /// Warns unless an NHS body and a local authority are among the parties; refuses where the profile binds and one
    /// of them is certainly not there (rule 18).
    mutating func demandSection75(_ parties: [Key]) throws(Refusal) {
        let found = state.section75Parties(parties)
        let both = found.nhsBody.and(found.authority)
        let key = entry.subject.key
        if state.profileBinds(.section75Parties, entry) {
            try demand(
                both,
                .governance(
                    .section75Lacks(key, nhsBody: found.nhsBody == .no, authority: found.authority == .no)
                )
            )
        } else {
            warn(.section75Parties, unless: both == .yes)
        }
    }

    /// Refuses what rests on an agreement that is not in force; warns where dates leave it open (rule 16).
    mutating func demandInForce(_ key: Key, at t: Timestamp) throws(Refusal) {
        guard let agreement = state.agreement(key) else { return }
        try demand(
            agreement.isInForce(at: t),
            .governance(.notInForce(key, unsigned: agreement.unsigned(at: t)))
        )
    }
}
