// SPDX-License-Identifier: Apache-2.0

/// The legal form of an agreement.
public enum AgreementForm: String, CaseIterable, Codable, Sendable {
    /// A partnership arrangement under section 75 of the National Health Service Act 2006.
    case section75 = "s75"
    /// A contract.
    case contractual
    /// A memorandum of understanding.
    case memorandum
    /// Any other.
    case other
}

/// An agreement between organisations: what it says, who signed it and what became of it.
public struct Agreement: Hashable, Codable, Sendable {
    /// What was recorded first.
    public let recorded: Recorded<AgreementRecorded>
    /// What it says, as it was last varied.
    public internal(set) var clauses: StatedClauses
    /// SHA-256 of the document, as it was last varied.
    public internal(set) var digest: String?
    /// From when until when it is to hold; it ends when it is terminated.
    public internal(set) var validity: Validity
    /// When it is to be reviewed next.
    public internal(set) var reviewOn: EDTF?
    /// Who signed it, in the order of recording.
    public internal(set) var signatures: [Signature] = []
    /// How it was varied, in the order of recording.
    public internal(set) var variations: [Recorded<AgreementVaried>] = []
    /// What reviews came to, in the order of recording.
    public internal(set) var reviews: [Recorded<AgreementReviewed>] = []
    /// How it ended, if it was terminated.
    public internal(set) var termination: Recorded<AgreementTerminated>?

    /// That a party signed.
    public struct Signature: Hashable, Codable, Sendable {
        /// The party.
        public let organisation: Key
        /// The assignment that gave the authority to sign.
        public let by: Key?
        /// Whether the party recorded it itself, or somebody else did with a source.
        public let mode: PartnerPosition.Mode
        /// When.
        public let happening: Happening
    }

    /// The agreement as it was recorded.
    init(_ recorded: Recorded<AgreementRecorded>, _ validity: Validity) {
        self.recorded = recorded
        self.validity = validity
        clauses = recorded.content.clauses
        digest = recorded.content.digest
        reviewOn = recorded.content.reviewOn
    }

    /// What it is called.
    public var title: Text { recorded.content.title }
    /// Its legal form.
    public var form: AgreementForm { recorded.content.form }
    /// The organisations between which it is.
    public var parties: [Key] { recorded.content.parties }

    /// The parties that had certainly not signed at an instant.
    public func unsigned(at t: Timestamp) -> [Key] { parties.filter { hasSigned($0, at: t) == .no } }

    /// Whether a party had signed at an instant.
    func hasSigned(_ party: Key, at t: Timestamp) -> Truth {
        signatures.filter { $0.organisation == party }
            .reduce(.no) { $0.or($1.happening.occurrence.date.bounds.isAtOrBefore(t)) }
    }

    /// Whether it is in force at an instant: within its time, and signed by every party.
    public func isInForce(at t: Timestamp) -> Truth {
        parties.reduce(validity.holds(at: t)) { $0.and(hasSigned($1, at: t)) }
    }

    /// Whether its review is overdue at an instant.
    public func reviewIsOverdue(at t: Timestamp) -> Truth {
        (reviewOn?.bounds.isBefore(t) ?? .no).and(validity.holds(at: t))
    }

    /// The clauses that its form asks for and that it lacks, by the names of their fields.
    public var missingClauses: [String] {
        form == .section75 ? clauses.missing(withPooledFund: recorded.content.hasPooledFund) : []
    }
}

extension State {
    /// An agreement, by its key.
    public func agreement(_ key: Key) -> Agreement? { governance.agreements[key] }

    /// Whether one of these organisations is an NHS body, and one a local authority.
    ///
    /// What the register does not say of a kind is possible: a provider, a national body or another may be an NHS
    /// body; a community interest company, a voluntary organisation or a university is none.
    func section75Parties(_ organisations: [Key]) -> (nhsBody: Truth, authority: Truth) {
        var found = (nhsBody: Truth.no, authority: Truth.no)
        for organisation in organisations {
            switch governance.organisations[root(of: organisation)]?.kind {
            case .nhsTrust, .commissioner: found.nhsBody = .yes
            case .council: found.authority = .yes
            case .provider, .nationalBody, .other, nil: found.nhsBody = found.nhsBody.or(.possibly)
            case .communityInterestCompany, .voluntary, .university, .programmeOffice: break
            }
        }
        return found
    }
}
